internal import PageModel

/// How many of a grid's first rows are its header.
///
/// A header labels every column: rows belong to it as long as spans must still be divided, and
/// as long as cells begun in it reach down. The 栏次 row that counts the columns belongs to it.
enum HeaderRows {
    /// A header of more rows than this is a form, not a table.
    static let most = 8

    static func count(in grid: Grid) -> Int {
        let rows = grid.cellsByRow()
        guard grid.rowCount > 0, !isBody(rows[0], grid) else { return 0 }
        var count = reach(of: 1, rows, grid)
        while count < min(grid.rowCount, most), divides(count, rows, grid) {
            count = reach(of: count + 1, rows, grid)
        }
        // a label beside rows of numbers is no header: this is a form
        if (0..<count).contains(where: { isBody(rows[$0], grid) }) { return 0 }
        if count < grid.rowCount, isColumnCount(rows[count], grid) { count += 1 }
        return count
    }

    /// Where the cells that begin in the first `count` rows end.
    private static func reach(of count: Int, _ rows: [[Int]], _ grid: Grid) -> Int {
        var end = count
        var row = 0
        while row < min(end, grid.rowCount) {
            for index in rows[row] where !grid.cells[index].content.isEmpty {
                let span = grid.cells[index].span
                if span.row + span.rowSpan <= most { end = max(end, span.row + span.rowSpan) }
            }
            row += 1
        }
        return min(end, grid.rowCount)
    }

    /// Whether row `count` goes on with the header: it, or after empty rows another, gives
    /// words to the parts of a span above.
    private static func divides(_ count: Int, _ rows: [[Int]], _ grid: Grid) -> Bool {
        let open = openSpans(above: count, rows, grid)
        guard !open.isEmpty else { return false }
        for row in count..<min(count + 2, grid.rowCount) {
            let cells = rows[row].map { grid.cells[$0] }
            if cells.allSatisfy(\.content.isEmpty) { continue }
            if isBody(rows[row], grid) || namesRow(cells, above: count, rows, grid) { return false }
            return open.contains { columns in
                cells.contains {
                    !$0.content.isEmpty && columns.contains($0.span.column)
                        && $0.span.columnSpan < columns.count
                }
            }
        }
        return false
    }

    /// Whether one of `cells` spans columns that already have a label each: 合计 over the
    /// columns of codes and names is a row's name, not a column's.
    private static func namesRow(
        _ cells: [Grid.Cell], above row: Int, _ rows: [[Int]], _ grid: Grid
    ) -> Bool {
        let labels = lowestLabels(above: row, rows, grid)
        return cells.contains { cell in
            !cell.content.isEmpty && cell.span.columnSpan > 1
                && cell.span.columns.allSatisfy { labels[$0]?.count == 1 }
        }
    }

    /// Columns of the lowest header cells above `row` that span several columns.
    private static func openSpans(above row: Int, _ rows: [[Int]], _ grid: Grid) -> [Range<Int>] {
        var open: [Range<Int>] = []
        for columns in lowestLabels(above: row, rows, grid) {
            if let columns, columns.count > 1, open.last != columns { open.append(columns) }
        }
        return open
    }

    /// For each column the columns of the lowest filled cell above `row`.
    private static func lowestLabels(
        above row: Int, _ rows: [[Int]], _ grid: Grid
    ) -> [Range<Int>?] {
        var lowest = [Range<Int>?](repeating: nil, count: grid.columnCount)
        for above in 0..<row {
            for index in rows[above] where !grid.cells[index].content.isEmpty {
                let columns = grid.cells[index].span.columns
                for column in columns { lowest[column] = columns }
            }
        }
        return lowest
    }

    /// Rows with numbers are body rows.
    static func isBody(_ row: [Int], _ grid: Grid) -> Bool {
        if isColumnCount(row, grid) { return false }
        return row.contains { NumberShape(grid.cells[$0].content.plain).isNumber }
    }

    /// The row that numbers the columns: 栏次 1 2 3, or 1 2 3 alone, or 1 2=3+4 ….
    static func isColumnCount(_ row: [Int], _ grid: Grid) -> Bool {
        let texts = row.map { grid.cells[$0].content.plain }.filter { !$0.isEmpty }
        let named = texts.contains { $0 == "栏次" }
        let rest = texts.filter { !["栏次", "行次", "—", "-"].contains($0) }
        let numbers = rest.compactMap { Int($0.prefix { $0.isNumber && $0.isASCII }) }
        let formulas = rest.allSatisfy { text in
            text.unicodeScalars.allSatisfy {
                $0.isASCIIDigit || "=+-－＝＋()（）".unicodeScalars.contains($0)
            }
        }
        guard formulas, numbers.count == rest.count, !numbers.isEmpty else { return false }
        let consecutive = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
        return consecutive && numbers[0] <= 1 && (named || numbers.count >= 3)
    }
}
