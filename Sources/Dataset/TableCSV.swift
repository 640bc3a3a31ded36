/// A table as CSV: one header line, one line a body row, as printed where its style asks for nothing else.
public enum TableCSV {
    static let levelSeparator = " / "

    public static func bytes(of table: TableRecord, style: CSVStyle = CSVStyle()) -> [UInt8] {
        var csv = CSVWriter(byteOrderMark: style.byteOrderMark)
        if !table.header.isEmpty {
            csv.row(columnNames(of: table, columnNumbers: style.columnNumbers))
        }
        for row in style.plainNumbers ? plainRows(of: table) : table.rows { csv.row(row) }
        return csv.bytes
    }

    /// The body with its amounts as plain decimals; what is no amount stays as printed, and so do per cents,
    /// which would be another number without their sign.
    private static func plainRows(of table: TableRecord) -> [[String]] {
        var rows = table.rows
        for cell in table.cells {
            let row = cell.row - table.header.count
            guard let amount = cell.amount, rows.indices.contains(row),
                rows[row].indices.contains(cell.column), rows[row][cell.column] == cell.text,
                !cell.text.contains("%"), !cell.text.contains("％")
            else { continue }
            rows[row][cell.column] = amount
        }
        return rows
    }

    /// Each column's header levels, top to bottom, in one text; empty for a table without header.
    ///
    /// A level that says what the one above it says (a header cell that spans rows) is said once.
    public static func columnNames(of table: TableRecord, columnNumbers: Bool = true) -> [String] {
        let header = columnNumbers ? table.header : ColumnNumbers.removed(from: table.header)
        let width = header.map(\.count).max() ?? 0
        return (0..<width).map { column in
            var levels: [String] = []
            for row in header where column < row.count {
                let level = row[column]
                if !level.isEmpty, level != levels.last { levels.append(level) }
            }
            return levels.joined(separator: levelSeparator)
        }
    }

    /// Columns of the table, with or without a header.
    public static func columnCount(of table: TableRecord) -> Int {
        max(table.header.map(\.count).max() ?? 0, table.rows.map(\.count).max() ?? 0)
    }
}
