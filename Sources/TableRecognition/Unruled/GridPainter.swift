internal import PageModel

/// Lays header blocks and body rows into one lattice.
struct GridPainter {
    let page: Int
    let edges: [Double]
    let em: Double

    /// Middles this close (points) are one.
    static let hair = 0.7

    private struct Painted {
        var span: Lattice.Span
        var glyphs: [Glyph]
    }

    func fragment(
        header: HeaderBlocks, count: [Token]?, body: [[Token]], rulings: [Ruling]
    ) -> Fragment? {
        var painted: [Painted] = header.blocks.map { block in
            Painted(
                span: Lattice.Span(
                    row: block.row, column: block.columns.lowerBound, rowSpan: block.rowSpan,
                    columnSpan: block.columns.count),
                glyphs: block.tokens.flatMap(\.glyphs))
        }
        var headerRows = header.rowCount
        if let count {
            painted += self.count(count, row: headerRows, under: header.blocks)
            headerRows += 1
        }
        let (rows, numeric) = bodyRows(body, rulings)
        let axes = ColumnAxes(rows.joined().map { ($0.token, $0.column) }, columns: edges.count - 1)
        for (offset, row) in rows.enumerated() {
            painted += cells(row, at: headerRows + offset, axes, numeric)
        }
        let total = headerRows + rows.count
        guard total > 0 else { return nil }
        let ys = rowEdges(painted, total)
        let spans = filled(painted, rows: total)
        let lattice = Lattice(xs: edges, ys: ys, cells: spans.map(\.span))
        return Fragment(
            page: page, lattice: lattice, kind: rulings.isEmpty ? .unruled : .partial,
            contents: spans.map { CellContent(glyphs: $0.glyphs) }, headerRows: headerRows)
    }

    private func column(of x: Double) -> Int {
        edges.interval(holding: x) ?? (x < edges[0] ? 0 : edges.count - 2)
    }

    /// The row that counts the columns; its word 栏次 stands over the columns that the label
    /// above it covers, or over those before the first number, when it is centred on them.
    private func count(
        _ tokens: [Token], row: Int, under header: [HeaderBlocks.Block]
    ) -> [Painted] {
        let numbered = Set(tokens.filter { $0.shape.isNumber }.map { column(of: $0.box.midX) })
        return tokens.map { token in
            let home = column(of: token.box.midX)
            var range = home..<(home + 1)
            if !token.shape.isNumber {
                let above = header.first {
                    abs($0.box.midX - token.box.midX) < 0.5 * em
                        && numbered.isDisjoint(with: $0.columns)
                }
                range = above?.columns ?? unnumbered(around: home, numbered)
                if above == nil, !isCentred(token.box, on: range, ratherThan: home) {
                    range = home..<(home + 1)
                }
            }
            return Painted(
                span: Lattice.Span(row: row, column: range.lowerBound, columnSpan: range.count),
                glyphs: token.glyphs)
        }
    }

    /// The columns around `home` that no number counts.
    private func unnumbered(around home: Int, _ numbered: Set<Int>) -> Range<Int> {
        var range = home..<(home + 1)
        while range.lowerBound > 0, !numbered.contains(range.lowerBound - 1) {
            range = (range.lowerBound - 1)..<range.upperBound
        }
        while range.upperBound < edges.count - 1, !numbered.contains(range.upperBound) {
            range = range.lowerBound..<(range.upperBound + 1)
        }
        return range
    }

    // MARK: Body

    /// The rows' tokens with their columns, and the columns that mostly hold numbers.
    private func bodyRows(
        _ body: [[Token]], _ rules: [Ruling]
    ) -> (rows: [[(token: Token, column: Int)]], numeric: Set<Int>) {
        let placed = body.map { line in line.map { (token: $0, column: column(of: $0.box.midX)) } }
        var numbers = [Int](repeating: 0, count: edges.count - 1)
        var words = numbers
        var rightEnds = [Double](repeating: 0, count: edges.count - 1)
        var widths = rightEnds
        for (token, column) in placed.joined() {
            if token.shape.isNumber { numbers[column] += 1 } else { words[column] += 1 }
            rightEnds[column] = max(rightEnds[column], token.box.x1)
            widths[column] = max(widths[column], token.box.width)
        }
        let numeric = Set(numbers.indices.filter { numbers[$0] > words[$0] })
        let finder = RowFinder(
            lines: placed, rightEnds: rightEnds, widths: widths, numeric: numeric, em: em,
            rules: rules)
        return (finder.rows().map { $0.flatMap { placed[$0] } }, numeric)
    }

    private func cells(
        _ row: [(token: Token, column: Int)], at index: Int, _ axes: ColumnAxes,
        _ numeric: Set<Int>
    ) -> [Painted] {
        var byColumn: [Int: [Glyph]] = [:]
        for (token, column) in row { byColumn[column, default: []] += token.glyphs }
        return byColumn.sorted { $0.key < $1.key }.map { column, glyphs in
            var span = Lattice.Span(row: index, column: column)
            let others = byColumn.keys.filter { $0 != column }
            if let total = total(glyphs, column, others, numeric.contains(column)) {
                span.column = total.lowerBound
                span.columnSpan = total.count
            } else if let box = glyphs.map(\.box).boundingBox(),
                let pair = axes.pair(under: box, column), !others.contains(where: pair.contains)
            {
                span.column = pair.lowerBound
                span.columnSpan = pair.count
            }
            return Painted(span: span, glyphs: glyphs)
        }
    }

    /// The columns that a total's name stands over: from the column after the row's last text to
    /// the one before its amount, when it is centred on them: 合计 over codes and names.
    private func total(
        _ glyphs: [Glyph], _ column: Int, _ others: [Int], _ isNumeric: Bool
    ) -> Range<Int>? {
        let text = String(String.UnicodeScalarView(glyphs.map(\.scalar)))
        guard text.hasSuffix("计"), let box = glyphs.map(\.box).boundingBox() else { return nil }
        let start = (others.filter { $0 < column }.max() ?? -1) + 1
        let end = others.filter { $0 > column }.min() ?? edges.count - 1
        guard end - start > 1 else { return nil }
        // centred labels have placed the edges: what is centred in a column is so to a hair
        let own = (edges[column] + edges[column + 1]) / 2
        let fits = box.x0 > edges[column] && box.x1 < edges[column + 1]
        if fits, !isNumeric, abs(own - box.midX) < GridPainter.hair { return nil }
        // no name stands in a column of numbers
        let middle = (edges[start] + edges[end]) / 2
        let isOver = isNumeric && abs(middle - box.midX) < em
        return isOver || isCentred(box, on: start..<end, ratherThan: column) ? start..<end : nil
    }

    private func isCentred(_ box: Rect, on range: Range<Int>, ratherThan column: Int) -> Bool {
        let middle = (edges[range.lowerBound] + edges[range.upperBound]) / 2
        let own = (edges[column] + edges[column + 1]) / 2
        return abs(middle - box.midX) < abs(own - box.midX) && abs(middle - box.midX) < 3 * em
    }

    // MARK: Grid

    private func rowEdges(_ painted: [Painted], _ count: Int) -> [Double] {
        var tops = [Double](repeating: .infinity, count: count)
        var bottoms = [Double](repeating: -.infinity, count: count)
        for cell in painted {
            guard let box = cell.glyphs.map(\.box).boundingBox() else { continue }
            let last = cell.span.row + cell.span.rowSpan - 1
            tops[cell.span.row] = min(tops[cell.span.row], box.y0)
            bottoms[last] = max(bottoms[last], box.y1)
        }
        var ys = [tops.first { $0.isFinite } ?? 0]
        for row in 1..<max(1, count) {
            let above = bottoms[row - 1].isFinite ? bottoms[row - 1] : ys[row - 1]
            let below = tops[row].isFinite ? tops[row] : above
            ys.append(max((above + below) / 2, (ys.last ?? 0) + 0.1))
        }
        ys.append(max(bottoms.filter(\.isFinite).max() ?? 0, (ys.last ?? 0) + 0.1))
        return ys
    }

    /// Every place of the grid covered once: overlaps cut back, gaps filled with empty cells.
    private func filled(_ painted: [Painted], rows: Int) -> [Painted] {
        let columns = edges.count - 1
        var owner = [Int?](repeating: nil, count: rows * columns)
        var result: [Painted] = []
        for var cell in painted {
            let places = cell.span.rows.flatMap { r in cell.span.columns.map { r * columns + $0 } }
            if places.contains(where: { owner[$0] != nil }) {
                let first = cell.span.row * columns + cell.span.column
                if let other = owner[first] {
                    result[other].glyphs += cell.glyphs
                    continue
                }
                (cell.span.rowSpan, cell.span.columnSpan) = (1, 1)
                owner[first] = result.count
            } else {
                for place in places { owner[place] = result.count }
            }
            result.append(cell)
        }
        for place in owner.indices where owner[place] == nil {
            result.append(
                Painted(
                    span: Lattice.Span(row: place / columns, column: place % columns), glyphs: []))
        }
        return result.sorted { ($0.span.row, $0.span.column) < ($1.span.row, $1.span.column) }
    }
}
