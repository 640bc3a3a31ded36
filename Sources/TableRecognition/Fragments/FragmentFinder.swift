internal import PageModel

/// Finds the table fragments of one page, and what text stays outside them.
struct FragmentFinder {
    let page: Page

    struct Result {
        /// From top to bottom.
        var fragments: [Fragment]
        /// Text outside the fragments.
        var lines: [TextLine]
        /// Horizontal rulings that frame no cell: of tables with three lines, under words.
        var looseRulings: [Ruling]
    }

    func find() -> Result {
        let merged = RulingMerger.merge(page.rulings)
        var (networks, loose) = RulingNetwork.split(
            horizontal: merged.horizontal, vertical: merged.vertical)
        let lattices = networks.compactMap { LatticeBuilder($0).lattice() }
        let pairs = networks.filter(\.isOpenPair)
        var heights: GlyphHeights?
        var assignment = GlyphAssignment(
            lattices: outermost(lattices).map { withoutFrame($0, &heights) })
        for run in TextRuns.runs(of: page.glyphs) { assignment.take(run) }
        var fragments: [Fragment] = []
        var outside = assignment.outside
        for (lattice, cells) in zip(assignment.lattices, assignment.cells) {
            let pair = pairs.first { lattice.columnCount == 2 && lattice.box.holds($0) }
            guard isTable(lattice, cells), pair == nil || !holdsColumns(cells) else {
                outside += cells.flatMap { $0 }
                loose += pair?.horizontal ?? []
                continue
            }
            if let body = FramedBody(lattice, cells) {
                fragments.append(body.header(page: page.number))
                outside += body.glyphs
                continue
            }
            fragments.append(refined(lattice.straightened(), cells))
        }
        return Result(
            fragments: fragments.sorted { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) },
            lines: LineBuilder.lines(of: outside),
            looseRulings: loose.sorted { ($0.position, $0.start) < ($1.position, $1.start) })
    }

    /// The ruled cells, cut where their text shows several columns or rows.
    private func refined(_ lattice: Lattice, _ cells: [[Glyph]]) -> Fragment {
        let split = ColumnSplitter(lattice, cells: cells).split()
        let (lattice, cells) = split ?? (lattice, cells)
        let fragment = Fragment(
            page: page.number, lattice: lattice, kind: split == nil ? .ruled : .partial,
            contents: cells.map(CellContent.init(glyphs:)))
        var splitter = RowSplitter(fragment, cells: cells)
        return splitter.split()
    }

    /// A lattice inside another's cell is a part of that cell.
    private func outermost(_ lattices: [Lattice]) -> [Lattice] {
        let boxes = lattices.map(\.box)
        let heights = HeightIndex(boxes)
        return lattices.indices.filter { index in
            let box = boxes[index]
            return !heights.boxes(near: box.midY).contains { other in
                let outer = boxes[Int(other)]
                return outer.area > box.area && outer.contains(x: box.midX, y: box.midY)
            }
        }.map { lattices[$0] }
    }

    /// A frame around a table is no further from it than this (points).
    static let frameGap = 16.0

    /// The lattice less the margin that a frame around the table adds: a column at its side, or a
    /// row above or below, that no line divides and that holds nothing.
    ///
    /// `heights` is the page's glyphs' once they were asked for.
    private func withoutFrame(_ lattice: Lattice, _ heights: inout GlyphHeights?) -> Lattice {
        var result = lattice
        func isBare(_ span: Lattice.Span) -> Bool {
            let known = heights ?? GlyphHeights(page.glyphs)
            heights = known
            return !known.reach(into: result.box(of: span))
        }
        func bareStrip() -> Lattice.Span? {
            guard result.rowCount > 2 else { return nil }
            return result.cells.first { span in
                result.box(of: span).height < FragmentFinder.frameGap
                    && span.columnSpan == result.columnCount && span.rowSpan == 1
                    && (span.row == 0 || span.row == result.rowCount - 1) && isBare(span)
            }
        }
        func bareSide() -> Lattice.Span? {
            guard result.columnCount > 2, result.rowCount > 1 else { return nil }
            return result.cells.first { span in
                result.box(of: span).width < FragmentFinder.frameGap
                    && span.rowSpan == result.rowCount && span.columnSpan == 1
                    && (span.column == 0 || span.column == result.columnCount - 1)
                    && isBare(span)
            }
        }
        while true {
            if let strip = bareStrip() {
                result.removeRow(strip.row)
            } else if let side = bareSide() {
                result.removeColumn(side.column)
            } else {
                return result
            }
        }
    }

    /// A box or two around words is no table; an empty grid is one, as the unused forms show.
    private func isTable(_ lattice: Lattice, _ cells: [[Glyph]]) -> Bool {
        lattice.columnCount >= 2 && lattice.cells.count >= 2
    }

    /// Whether wide gaps show more columns than the one bar between them parts.
    private func holdsColumns(_ cells: [[Glyph]]) -> Bool {
        cells.contains { cell in
            LineBuilder.lines(of: cell).contains { $0.pieces.count > 1 }
        }
    }
}

extension Rect {
    fileprivate func holds(_ network: RulingNetwork) -> Bool {
        network.vertical.allSatisfy { contains(x: $0.position, y: ($0.start + $0.end) / 2) }
    }
}

/// Gives each glyph to the cell that holds its centre: characters may be taller than their row.
struct GlyphAssignment {
    let lattices: [Lattice]
    /// For each lattice and each of its cells the glyphs, in text order.
    private(set) var cells: [[[Glyph]]]
    private(set) var outside: [Glyph] = []
    /// For each lattice the cell's index at each place of its grid.
    private let places: [[Int]]
    private let heights: HeightIndex

    init(lattices: [Lattice]) {
        self.lattices = lattices
        self.heights = HeightIndex(lattices.map(\.box))
        self.cells = lattices.map { [[Glyph]](repeating: [], count: $0.cells.count) }
        self.places = lattices.map { lattice in
            var grid = [Int](repeating: 0, count: lattice.rowCount * lattice.columnCount)
            for (index, span) in lattice.cells.enumerated() {
                for row in span.rows {
                    for column in span.columns { grid[row * lattice.columnCount + column] = index }
                }
            }
            return grid
        }
    }

    /// Gives a run of glyphs to its cell: a number to the one that holds most of it, since one that
    /// is too long for its cell is still one number; words too, when a character lies across the
    /// edge; else each glyph to the cell of its centre.
    mutating func take(_ run: [Glyph]) {
        let places = run.map(place)
        guard Set(places).count > 1 else {
            add(run, to: places[0])
            return
        }
        if TextRuns.isNumeral(run[0]) || zip(run, places).contains(where: { liesAcross($0, $1) }) {
            add(run, to: most(places))
        } else {
            for (glyph, place) in zip(run, places) { add([glyph], to: place) }
        }
    }

    private mutating func add(_ glyphs: [Glyph], to place: Place?) {
        if let place {
            cells[place.lattice][place.cell] += glyphs
        } else {
            outside += glyphs
        }
    }

    /// The commonest place; the last of those that are equally common.
    private func most(_ places: [Place?]) -> Place? {
        var votes: [Place?: Int] = [:]
        for place in places { votes[place, default: 0] += 1 }
        let most = votes.values.max() ?? 0
        return places.last { votes[$0] == most } ?? nil
    }

    /// Whether the glyph reaches well beyond the left or right edge of its cell.
    private func liesAcross(_ glyph: Glyph, _ place: Place?) -> Bool {
        guard let place else { return false }
        let lattice = lattices[place.lattice]
        let cell = lattice.box(of: lattice.cells[place.cell])
        let margin = GlyphAssignment.across * glyph.box.width
        return glyph.box.x0 < cell.x0 - margin || glyph.box.x1 > cell.x1 + margin
    }

    /// A glyph lies across an edge when this share of its width is on the other side.
    private static let across = 0.15

    private struct Place: Hashable {
        var lattice: Int
        var cell: Int
    }

    /// The cell that holds the glyph's centre; nil outside all lattices.
    private func place(of glyph: Glyph) -> Place? {
        for index in heights.boxes(near: glyph.box.midY).lazy.map(Int.init) {
            let lattice = lattices[index]
            guard let row = lattice.ys.interval(holding: glyph.box.midY),
                let column = lattice.xs.interval(holding: glyph.box.midX)
            else { continue }
            return Place(
                lattice: index, cell: places[index][row * lattice.columnCount + column])
        }
        return nil
    }
}

extension [Double] {
    /// The index i with self[i] <= value < self[i + 1]; nil outside.
    ///
    /// The array rises.
    func interval(holding value: Double) -> Int? {
        guard let first, let last, value >= first, value < last else { return nil }
        var (low, high) = (0, count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if self[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }
}
