internal import PageModel

/// Places the blocks of a form in its rows and columns.
struct FormLayout {
    let blocks: [TextBlock]
    private let rows: [[Int]]
    private var labels: [Int]
    private let em: Double
    private let rules: [Ruling]
    private var rowEdges: [Double] = []
    private var edgeRules: [[Ruling]] = []
    /// For each block its place.
    private var spans: [Lattice.Span?]

    init(blocks: [TextBlock], centres: RowCentres, rules: [Ruling], em: Double) {
        self.rules = rules
        self.blocks = blocks
        rows = centres.rows
        labels = centres.labels
        self.em = em
        spans = Array(repeating: nil, count: blocks.count)
        edgeRules = FormLayout.rules(rules, between: rows.map { RowCentres.middle($0, blocks) })
        rowEdges = edgesOfRows()
    }

    /// For each row edge the rulings on it, none where they do not part most rows.
    private static func rules(_ rules: [Ruling], between middles: [Double]) -> [[Ruling]] {
        var result = [[Ruling]](repeating: [], count: middles.count + 1)
        for rule in rules { result[middles.firstIndex(from: rule.position)].append(rule) }
        let parted = result.dropFirst().dropLast().count { !$0.isEmpty }
        return parted * 2 > middles.count ? result : result.map { _ in [] }
    }

    mutating func place(in columns: inout FormColumns) {
        for round in 0..<2 {
            spans = Array(repeating: nil, count: blocks.count)
            placeLabels(columns)
            placeRows(columns)
            if round == 0 { columns.align(centred(columns)) }
        }
    }

    // MARK: Rows

    private func edgesOfRows() -> [Double] {
        let boxes = rows.map { row in
            row.map { blocks[$0].box }.boundingBox() ?? Rect(x0: 0, y0: 0, x1: 0, y1: 0)
        }
        guard let first = boxes.first, let last = boxes.last else { return [] }
        var bounds = [(first.y0 - em)...first.y0]
        for (above, below) in zip(boxes, boxes.dropFirst()) {
            let middle = (above.y1 + below.y0) / 2
            bounds.append(
                above.y1 < below.y0 ? above.y1...below.y0 : (middle - 0.1)...(middle + 0.1))
        }
        bounds.append(last.y1...(last.y1 + em))
        for (edge, lines) in edgeRules.enumerated() {
            guard let line = lines.first else { continue }
            bounds[edge] = line.position...line.position
        }
        var solver = EdgeSolver(bounds: bounds)
        guard rows.count <= EdgeSolver.mostEdges else { return solver.edges }
        for row in rows.indices {
            solver.add(middle: RowCentres.middle(rows[row], blocks), from: row, to: row + 1)
        }
        solver.solve()
        return solver.edges
    }

    // MARK: Labels beside several rows

    private mutating func placeLabels(_ columns: FormColumns) {
        let reaches = blocks.map { columns.reach(of: $0.box) }
        var rowOf = [Int?](repeating: nil, count: blocks.count)
        for (row, members) in rows.enumerated() { for block in members { rowOf[block] = row } }
        var walls: Set<Int> = []
        let starts = firstColumns(columns)
        for column in 0..<columns.count {
            let own = blocks.indices.filter {
                reaches[$0] == column..<(column + 1)
                    && (rowOf[$0] == nil || !blocks[$0].isNumber)
            }.sorted { blocks[$0].box.midY < blocks[$1].box.midY }
            guard !own.isEmpty else { continue }
            let (closed, bridges) = ruled(column, columns)
            let open = rows.enumerated().map { place, row in
                row.allSatisfy { !reaches[$0].contains(column) || own.contains($0) }
                    && row.contains { reaches[$0].lowerBound > column }
                    && starts[place] > column
            }
            let chosen = RowSpans(edges: rowEdges, em: em).choose(
                own.map { RowSpans.Label(middle: blocks[$0].box.midY, row: rowOf[$0]) }, open: open,
                walls: walls.union(closed), bridges: bridges)
            for (block, range) in zip(own, chosen) {
                guard let range, range.count > 1 || rowOf[block] == nil else { continue }
                spans[block] = Lattice.Span(
                    row: range.lowerBound, column: column, rowSpan: range.count)
                walls.insert(range.lowerBound)
                walls.insert(range.upperBound)
            }
        }
    }

    /// For each row the column with which its first text begins, where that is centred on several:
    /// no label stands beside a row whose first text covers the label's column too.
    private func firstColumns(_ columns: FormColumns) -> [Int] {
        let chooser = ColumnSpans(edges: columns.edges, em: em)
        return rows.map { row in
            let texts = row.sorted { blocks[$0].box.x0 < blocks[$1].box.x0 }
            let boxes = texts.map { blocks[$0].box }
            guard let box = boxes.first,
                let range = chooser.choose(boxes, in: 0..<columns.count).first, range.count > 1,
                columns.reach(of: box).lowerBound - range.lowerBound <= 1,
                chooser.cost(box, range) < ColumnSpans.besideEdge,
                box.x0 - columns.edges[columns.reach(of: box).lowerBound] > ColumnSpans.padding * em
            else { return .max }
            return range.lowerBound
        }
    }

    /// The row edges at which a ruling crosses a column, and those at which it crosses others only.
    private func ruled(_ column: Int, _ columns: FormColumns) -> (
        walls: Set<Int>, bridges: Set<Int>
    ) {
        var walls: Set<Int> = []
        var bridges: Set<Int> = []
        for (edge, lines) in edgeRules.enumerated() where !lines.isEmpty {
            let (left, right) = (columns.edges[column], columns.edges[column + 1])
            let covered = lines.reduce(0) { $0 + max(0, min($1.end, right) - max($1.start, left)) }
            if covered > LatticeBuilder.covered * (right - left) {
                walls.insert(edge)
            } else {
                bridges.insert(edge)
            }
        }
        return (walls, bridges)
    }

    // MARK: Columns

    private mutating func placeRows(_ columns: FormColumns) {
        let chooser = ColumnSpans(edges: columns.edges, em: em)
        for row in rows.indices {
            var free = [Bool](repeating: true, count: columns.count)
            for span in spans {
                if let span, span.rows.contains(row) { for c in span.columns { free[c] = false } }
            }
            var rest = rows[row].filter { spans[$0] == nil }.sorted {
                blocks[$0].box.x0 < blocks[$1].box.x0
            }
            var first = 0
            while first < columns.count {
                guard free[first] else {
                    first += 1
                    continue
                }
                let end = (first..<columns.count).first { !free[$0] } ?? columns.count
                let inside = rest.filter {
                    let home = columns.reach(of: blocks[$0].box)
                    let middle = (home.lowerBound + home.upperBound) / 2
                    return (first..<end).contains(home.lowerBound)
                        || (first..<end).contains(middle) && home.lowerBound < first
                }
                rest.removeAll { inside.contains($0) }
                let ranges = chooser.choose(inside.map { blocks[$0].box }, in: first..<end)
                for (block, range) in zip(inside, ranges) {
                    spans[block] = Lattice.Span(
                        row: row, column: range.lowerBound, columnSpan: range.count)
                }
                first = end
            }
        }
    }

    /// Blocks that stand in the middle of several columns.
    private func centred(_ columns: FormColumns) -> [(middle: Double, columns: Range<Int>)] {
        blocks.indices.compactMap { index in
            guard let span = spans[index], span.columnSpan > 1, blocks[index].isCentred else {
                return nil
            }
            let middle = (columns.edges[span.column] + columns.edges[span.columns.upperBound]) / 2
            let off = abs(middle - blocks[index].box.midX)
            return off < 0.6 * em ? (blocks[index].box.midX, span.columns) : nil
        }
    }

    // MARK: Fragment

    func fragment(page: Int, columns: FormColumns, kind: Table.Lattice) -> Fragment? {
        let (height, width) = (rows.count, columns.count)
        guard height > 0 else { return nil }
        var owner = [Int?](repeating: nil, count: height * width)
        var cells: [(span: Lattice.Span, glyphs: [Glyph])] = []
        for index in blocks.indices.sorted(by: { ($0 < $1) }) {
            var span = spans[index] ?? nearest(blocks[index], columns)
            let places = span.rows.flatMap { r in span.columns.map { r * width + $0 } }
            if places.contains(where: { owner[$0] != nil }) {
                let first = span.row * width + span.column
                if let other = owner[first] {
                    cells[other].glyphs += blocks[index].glyphs
                    continue
                }
                span.rowSpan = 1
                span.columnSpan = 1
                owner[first] = cells.count
            } else {
                for place in places { owner[place] = cells.count }
            }
            cells.append((span, blocks[index].glyphs))
        }
        for place in owner.indices where owner[place] == nil {
            cells.append((Lattice.Span(row: place / width, column: place % width), []))
        }
        cells.sort { ($0.span.row, $0.span.column) < ($1.span.row, $1.span.column) }
        let lattice = Lattice(xs: columns.edges, ys: rising(rowEdges), cells: cells.map(\.span))
        return Fragment(
            page: page, lattice: lattice, kind: kind,
            contents: cells.map { CellContent(glyphs: $0.glyphs) }, headerRows: 0)
    }

    private func nearest(_ block: TextBlock, _ columns: FormColumns) -> Lattice.Span {
        let row =
            rowEdges.interval(holding: block.box.midY)
            ?? (block.box.midY < rowEdges[0] ? 0 : rows.count - 1)
        return Lattice.Span(row: row, column: columns.reach(of: block.box).lowerBound)
    }

    private func rising(_ edges: [Double]) -> [Double] {
        var last = -Double.infinity
        return edges.map { edge in
            last = max(edge, last + 0.1)
            return last
        }
    }
}
