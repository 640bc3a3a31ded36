/// Why there is no workbook of a document.
///
/// `description` says what is wrong and what to do.
public enum WorkbookError: Error, Equatable, CustomStringConvertible {
    /// A table, by its number in the document, is longer than a sheet can be.
    case tooManyRows(table: Int, rows: Int)
    /// A table, by its number in the document, is wider than a sheet can be.
    case tooManyColumns(table: Int, columns: Int)
    /// More tables than a workbook can have sheets.
    case tooManyTables(Int)
    /// The library or the system could not write it; its reason.
    case cannotWrite(reason: String)

    public var description: String {
        switch self {
        case .tooManyRows(let table, let rows):
            "table \(table) has \(rows) rows, and an Excel sheet holds \(Sheet.mostRows); "
                + "leave xlsx out of --format"
        case .tooManyColumns(let table, let columns):
            "table \(table) has \(columns) columns, and an Excel sheet holds "
                + "\(Sheet.mostColumns); leave xlsx out of --format"
        case .tooManyTables(let count):
            "\(count) tables are more than a workbook holds (\(Book.mostTables)); "
                + "leave xlsx out of --format"
        case .cannotWrite(let reason):
            "the workbook cannot be written: \(reason); its parts are put together in the folder "
                + "for temporary files, so look at TMPDIR"
        }
    }
}
