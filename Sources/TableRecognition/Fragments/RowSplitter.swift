internal import PageModel

/// Cuts a ruled band that holds several printed rows: tables whose rows no line parts.
///
/// "Ruled rows are rows": a band is cut only where two cells or more show numbers in a stack at
/// the same heights, or one shows three; wrapped names never do.
struct RowSplitter {
    /// So many whole numbers above each other are rows even where only some have decimals.
    static let sureStack = 4

    private let fragment: Fragment
    private let cells: [[Glyph]]

    /// For each row the index of the first cell that begins in it or further down; one more at the end.
    private let begins: [Int]
    /// Whether the table's amounts have decimals.
    private lazy var hasDecimals = fragment.contents.contains { content in
        content.lines.contains { $0.contains(".") && NumberShape($0) == .amount }
    }

    init(_ fragment: Fragment, cells: [[Glyph]]) {
        self.fragment = fragment
        self.cells = cells
        var begins = [Int](repeating: 0, count: fragment.lattice.rowCount + 1)
        for span in fragment.lattice.cells { begins[span.row + 1] += 1 }
        for row in begins.indices.dropFirst() { begins[row] += begins[row - 1] }
        self.begins = begins
    }

    mutating func split() -> Fragment {
        let lattice = fragment.lattice
        var cuts: [Int: [Double]] = [:]
        for row in 0..<lattice.rowCount {
            let edges = cutEdges(row)
            if !edges.isEmpty { cuts[row] = edges }
        }
        return cuts.isEmpty ? fragment : cut(cuts)
    }

    /// Where the band is to be cut: between the rows that its numbers show, and above the first
    /// of them where labels stand over the numbers.
    private mutating func cutEdges(_ row: Int) -> [Double] {
        let lattice = fragment.lattice
        var stacks: [[Double]] = []
        var labels: [Double] = []
        for index in begins[row]..<begins[row + 1]
        where lattice.cells[index].rowSpan == 1 && fragment.contents[index].lines.count > 1 {
            let lines = LineBuilder.rows(of: cells[index]).map(TextPiece.init)
            guard let numbers = wholeNumbers(lines), numbers.count > 1, let first = numbers.first
            else { continue }
            stacks.append(numbers.map(\.box.midY))
            labels += lines.map(\.box.midY).filter { $0 < first.box.midY - 2 }
        }
        guard stacks.count >= 2 || stacks.contains(where: { $0.count >= 3 }) else { return [] }
        var anchors = merged(stacks.flatMap { $0 }.sorted())
        guard anchors.count > 1 else { return [] }
        if labels.count >= 2, let lowest = labels.max(), lowest < anchors[0] {
            anchors = merged(labels.sorted()) + anchors
        }
        return zip(anchors, anchors.dropFirst()).map { ($0 + $1) / 2 }
    }

    /// The lines that are numbers; nil where they are the parts of one number that a narrow column
    /// wraps: integers and amounts mixed, or amounts without their end.
    private mutating func wholeNumbers(_ lines: [TextPiece]) -> [TextPiece]? {
        let numbers = lines.filter { NumberShape($0.text.withoutSpaces).isNumber }
        let amounts = numbers.filter { NumberShape($0.text.withoutSpaces) == .amount }
        if amounts.isEmpty { return numbers }
        let hasDecimals = hasDecimals
        let areWhole = amounts.allSatisfy { piece in
            guard let last = piece.text.last, last.isNumber || "%％)）".contains(last) else {
                return false
            }
            return !hasDecimals || piece.text.contains { ".．%％".contains($0) }
        }
        // no amount is wrapped over so many lines
        let areRows = numbers.count >= RowSplitter.sureStack
        return areWhole && (areRows || amounts.count == numbers.count) ? numbers : nil
    }

    private func merged(_ heights: [Double]) -> [Double] {
        var result: [Double] = []
        for height in heights {
            if let last = result.last, height - last < 5 { continue }
            result.append(height)
        }
        return result
    }

    private func cut(_ cuts: [Int: [Double]]) -> Fragment {
        let old = fragment.lattice
        var ys: [Double] = []
        var firstRow: [Int] = []
        for row in 0..<old.rowCount {
            firstRow.append(ys.count)
            ys.append(old.ys[row])
            ys += cuts[row] ?? []
        }
        firstRow.append(ys.count)
        ys.append(old.ys[old.rowCount])
        var spans: [Lattice.Span] = []
        var contents: [CellContent] = []
        for (index, span) in old.cells.enumerated() {
            let (start, end) = (firstRow[span.row], firstRow[span.row + span.rowSpan])
            guard span.rowSpan == 1, let edges = cuts[span.row] else {
                var moved = span
                (moved.row, moved.rowSpan) = (start, end - start)
                spans.append(moved)
                contents.append(fragment.contents[index])
                continue
            }
            var parts = [[Glyph]](repeating: [], count: edges.count + 1)
            for line in LineBuilder.rows(of: cells[index]) {
                let middle = TextPiece(line).box.midY
                parts[edges.count { $0 <= middle }] += line
            }
            for (offset, glyphs) in parts.enumerated() {
                spans.append(
                    Lattice.Span(
                        row: start + offset, column: span.column, columnSpan: span.columnSpan))
                contents.append(CellContent(glyphs: glyphs))
            }
        }
        let order = spans.indices.sorted {
            (spans[$0].row, spans[$0].column) < (spans[$1].row, spans[$1].column)
        }
        let lattice = Lattice(xs: old.xs, ys: ys, cells: order.map { spans[$0] })
        return Fragment(
            page: fragment.page, lattice: lattice, kind: .partial,
            contents: order.map { contents[$0] })
    }
}
