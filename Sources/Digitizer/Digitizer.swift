public import Dataset
internal import PDFSource
internal import PageModel
internal import TableRecognition

/// The way through for one document: PDF → pages → tables → record.
public enum Digitizer {
    public static let version = "0.1.0"

    public struct Options: Sendable {
        /// Pages to read, from 1; nil for all. Pages beyond the end are an error.
        public var pages: [ClosedRange<Int>]?
        public var password: String?

        public init(pages: [ClosedRange<Int>]? = nil, password: String? = nil) {
            self.pages = pages
            self.password = password
        }
    }

    /// Reads and digitises the PDF at `path`. Throws `PDFError` when it cannot be opened; a page
    /// that cannot be read becomes a warning, and the others are done.
    public static func digitize(path: String, options: Options = Options()) throws -> DocumentRecord {
        let document = try PDFDocument(path: path, password: options.password)
        var pages: [Page] = []
        for number in 1...document.pageCount {
            pages.append(try document.page(number))
        }
        let source = SourceRecord(
            file: String(path.split(separator: "/").last ?? ""), sha256: document.sha256,
            bytes: document.byteCount, pages: document.pageCount, producer: document.producer,
            extractor: "juesuan \(version)")
        let recognition = TableRecognizer.recognise(pages)
        var record = DocumentRecord(source: source, pages: pages.map(PageRecord.init))
        record.tables = recognition.tables.enumerated().map { TableRecord($1, index: $0) }
        return record
    }
}
