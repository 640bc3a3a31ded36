/// What to write of a document.
public enum OutputFormat: String, Sendable, CaseIterable {
    /// A file a table.
    case csv
    /// `document.json`.
    case json
    /// `workbook.xlsx`, which the target Workbook makes.
    case xlsx
}
