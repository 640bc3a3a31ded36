public import Dataset

/// A document as an Excel workbook: a sheet of contents and one a table; see docs/format.md.
public enum DocumentWorkbook {
    /// The whole file; the same document gives the same bytes.
    public static func bytes(of document: DocumentRecord) throws(WorkbookError) -> [UInt8] {
        try BookWriter.bytes(of: book(of: document))
    }

    static func book(of document: DocumentRecord) throws(WorkbookError) -> Book {
        guard document.tables.count <= Book.mostTables else {
            throw .tooManyTables(document.tables.count)
        }
        let notes = CellNotes(document)
        var sheets: [Sheet] = []
        for (index, table) in document.tables.enumerated() {
            sheets.append(try TableSheet(table, number: index + 1, notes: notes).sheet())
        }
        return Book(
            title: ContentsSheet.title(of: document), source: ContentsSheet.source(of: document),
            sheets: [ContentsSheet.sheet(of: document, sheets)] + sheets)
    }
}
