internal import PageModel

/// A row that a page break cut in two.
enum RowCut {
    /// A column is an anchor when this share of the body rows has something in it.
    static let anchored = 0.8

    /// Whether the first row of `next` (its header already dropped) is the rest of the last row
    /// of `grid`, of which the first `headerRows` rows are header.
    static func joins(_ grid: Grid, _ next: Grid, headerRows: Int) -> Bool {
        guard grid.rowCount > headerRows, next.rowCount > 0 else { return false }
        let last = texts(grid, grid.reachingLastRow)
        let first = texts(next, next.cells.indices.filter { next.cells[$0].span.row == 0 })
        guard last.contains(where: { !$0.isEmpty }) else { return false }
        if first.allSatisfy(\.isEmpty) { return true }
        // what both have: words run on, numbers only where a narrow column wraps them
        for (a, b) in zip(last, first) where !a.isEmpty && !b.isEmpty {
            if NumberShape(b).isNumber || NumberShape(a).isNumber {
                guard
                    isOneNumber(a, b, decimals: { usualDecimals(grid, from: headerRows) })
                else { return false }
            }
        }
        let anchors = anchorColumns(grid, from: headerRows)
        guard !anchors.isEmpty else { return false }
        guard anchors.allSatisfy({ !last[$0].isEmpty || !first[$0].isEmpty }) else { return false }
        if anchors.contains(where: { first[$0].isEmpty }) { return true }
        // where no ruling shows rows, words without any number are the beginning of the next row
        return grid.kind != .ruled && anchors.allSatisfy { last[$0].isEmpty }
    }

    /// Whether `a` is the beginning of an amount that only `b` makes whole.
    ///
    /// `usual` are the decimals of the table's amounts; to count them takes long, and is seldom needed.
    private static func isOneNumber(
        _ a: String, _ b: String, decimals usual: () -> Int?
    ) -> Bool {
        guard NumberShape(a).isNumber, let whole = decimals(a + b), whole > 0,
            decimals(a) != whole
        else { return false }
        return whole == usual()
    }

    /// Digits after the point; nil for words and integers.
    private static func decimals(_ text: String) -> Int? {
        guard NumberShape(text) == .amount, let point = text.lastIndex(of: ".") else { return nil }
        return text.distance(from: point, to: text.endIndex) - 1
    }

    /// The number of decimals that most amounts of the table have.
    private static func usualDecimals(_ grid: Grid, from headerRows: Int) -> Int? {
        var counts: [Int: Int] = [:]
        for cell in grid.cells where cell.span.row >= headerRows {
            if let count = decimals(cell.content.plain) { counts[count, default: 0] += 1 }
        }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    /// Puts the first row of `next` under the last one of `grid`, cell by cell.
    static func merge(_ grid: inout Grid, _ next: Grid) -> Grid {
        let lastRow = grid.rowCount - 1
        let reaching = grid.reachingLastRow
        for index in next.starting(in: 0) {
            let cell = next.cells[index]
            guard
                let target = reaching.last(where: {
                    grid.cells[$0].span.rows.contains(lastRow)
                        && grid.cells[$0].span.columns.contains(cell.span.column)
                })
            else { continue }
            grid.cells[target].content.lines += cell.content.lines
            if cell.span.rowSpan > 1, grid.cells[target].span.columns == cell.span.columns {
                // a label beside several rows goes on beside the rows of the next page
                grid.cells[target].span.rowSpan += cell.span.rowSpan - 1
            }
        }
        var rest = next
        let carried = next.cells.filter { $0.span.row == 0 && $0.span.rowSpan > 1 }.map(\.span)
        rest.dropFirst(1)
        rest.cells.removeAll { cell in
            cell.span.row == 0
                && carried.contains {
                    $0.column == cell.span.column && $0.rowSpan - 1 == cell.span.rowSpan
                }
        }
        return rest
    }

    /// Text at each column of a row; of a spanning cell in its first column.
    private static func texts(_ grid: Grid, _ cells: [Int]) -> [String] {
        var texts = [String](repeating: "", count: grid.columnCount)
        for index in cells {
            texts[grid.cells[index].span.column] = grid.cells[index].content.plain
        }
        return texts
    }

    private static func anchorColumns(_ grid: Grid, from headerRows: Int) -> [Int] {
        // the last row may be the cut one
        let rows = headerRows..<max(headerRows, grid.rowCount - 1)
        guard rows.count >= 2 else { return [] }
        let filled = grid.filledCells(from: headerRows)
        return filled.indices.filter { Double(filled[$0]) >= anchored * Double(rows.count) }
    }
}
