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
        let (networks, loose) = RulingNetwork.split(
            horizontal: merged.horizontal, vertical: merged.vertical)
        let lattices = networks.compactMap { LatticeBuilder($0).lattice() }
        var assignment = GlyphAssignment(lattices: outermost(lattices))
        for glyph in page.glyphs { assignment.take(glyph) }
        var fragments: [Fragment] = []
        var outside = assignment.outside
        for (lattice, cells) in zip(assignment.lattices, assignment.cells) {
            guard isTable(lattice, cells) else {
                outside += cells.flatMap { $0 }
                continue
            }
            let fragment = Fragment(
                page: page.number, lattice: lattice, kind: .ruled,
                contents: cells.map(CellContent.init(glyphs:)))
            fragments.append(RowSplitter(fragment, cells: cells).split())
        }
        return Result(
            fragments: fragments.sorted { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) },
            lines: LineBuilder.lines(of: outside), looseRulings: loose)
    }

    /// A lattice inside another's cell is a part of that cell.
    private func outermost(_ lattices: [Lattice]) -> [Lattice] {
        lattices.enumerated().filter { index, lattice in
            !lattices.enumerated().contains { other, outer in
                other != index && outer.box.area > lattice.box.area
                    && outer.box.contains(x: lattice.box.midX, y: lattice.box.midY)
            }
        }.map(\.element)
    }

    /// A box or two around words is no table; an empty grid is one, as the unused forms show.
    private func isTable(_ lattice: Lattice, _ cells: [[Glyph]]) -> Bool {
        lattice.columnCount >= 2 && lattice.cells.count >= 2
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

    init(lattices: [Lattice]) {
        self.lattices = lattices
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

    mutating func take(_ glyph: Glyph) {
        let (x, y) = (glyph.box.midX, glyph.box.midY)
        for (index, lattice) in lattices.enumerated() {
            guard let row = lattice.ys.interval(holding: y),
                let column = lattice.xs.interval(holding: x)
            else { continue }
            cells[index][places[index][row * lattice.columnCount + column]].append(glyph)
            return
        }
        outside.append(glyph)
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
