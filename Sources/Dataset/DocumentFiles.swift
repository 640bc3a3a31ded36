internal import FinalAccounts

/// What a document's folder holds.
public enum DocumentFiles {
    public static let documentFile = "document.json"
    static let tableFolder = "tables"
    static let paragraphFile = "paragraphs.txt"
    static let recordsFile = "records.csv"
    /// Not among ``files(of:formats:style:)``: whoever can make one adds it.
    public static let workbookFile = "workbook.xlsx"
    /// Made by a command of its own; of an older extraction it would mislead.
    public static let reportFile = "report.html"

    /// Names at the folder's top that are ours: an older run's may be replaced.
    static let own: Set<String> = [
        documentFile, tableFolder, paragraphFile, recordsFile, workbookFile, reportFile,
    ]

    /// The files of a document but for its workbook; `style` is that of the CSV files.
    public static func files(
        of document: DocumentRecord, formats: Set<OutputFormat>, style: CSVStyle = CSVStyle()
    ) -> [OutputFile] {
        var files: [OutputFile] = []
        if formats.contains(.json) {
            files.append(
                OutputFile(
                    path: documentFile,
                    writing: { json in DocumentJSON.write(document, to: &json) }))
        }
        if formats.contains(.csv) {
            for (index, table) in document.tables.enumerated() {
                files.append(
                    OutputFile(
                        path: tablePath(of: table, number: index + 1),
                        making: { TableCSV.bytes(of: table, style: style) }))
            }
        }
        if formats.contains(.csv), !document.accounts.records.isEmpty {
            files.append(
                OutputFile(
                    path: recordsFile,
                    making: { RecordsCSV.bytes(of: document, byteOrderMark: style.byteOrderMark) }))
        }
        files.append(OutputFile(path: paragraphFile, making: { paragraphs(of: document) }))
        return files
    }

    /// `tables/01-收入决算表.csv`; a table without a title is `tables/01-表.csv`.
    public static func tablePath(of table: TableRecord, number: Int) -> String {
        let digits = number < 10 ? "0\(number)" : String(number)
        let title = SafeFileName.make(table.title ?? "", fallback: "表")
        return "\(tableFolder)/\(digits)-\(title).csv"
    }

    /// One paragraph a line.
    static func paragraphs(of document: DocumentRecord) -> [UInt8] {
        var bytes: [UInt8] = []
        for paragraph in document.paragraphs {
            let lines = paragraph.text.split(whereSeparator: \.isNewline)
            bytes.append(contentsOf: lines.joined(separator: " ").utf8)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
