/// A table as CSV: one header line, one line a body row, as printed.
public enum TableCSV {
    static let levelSeparator = " / "

    public static func bytes(of table: TableRecord, byteOrderMark: Bool = false) -> [UInt8] {
        var csv = CSVWriter(byteOrderMark: byteOrderMark)
        if !table.header.isEmpty { csv.row(columnNames(of: table)) }
        for row in table.rows { csv.row(row) }
        return csv.bytes
    }

    /// Each column's header levels, top to bottom, in one text; empty for a table without header.
    ///
    /// A level that says what the one above it says (a header cell that spans rows) is said once.
    public static func columnNames(of table: TableRecord) -> [String] {
        let width = table.header.map(\.count).max() ?? 0
        return (0..<width).map { column in
            var levels: [String] = []
            for row in table.header where column < row.count {
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
