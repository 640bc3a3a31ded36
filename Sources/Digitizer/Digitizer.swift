public import Dataset
public import FinalAccounts
internal import PDFSource
internal import PageModel
public import ScanReading
internal import TableRecognition
internal import TextRepair

/// The way through for one document: PDF → pages → tables → record.
public enum Digitizer {
    public static let version = "0.1.0"

    /// Something that this process keeps for all documents is broken: it should not read another one.
    public static var isProcessTainted: Bool { PDFDocument.isProcessTainted }

    public struct Options: Sendable {
        /// Pages to read, from 1; nil for all.
        ///
        /// Pages beyond the end are an error.
        public var pages: [ClosedRange<Int>]?
        public var password: String?
        /// What checks the tables; nil for none.
        public var checker: AccountsChecker?
        /// Whether names that the report writes in two ways become the better attested one.
        public var repairsNames = false
        /// Which pages OCR reads, where there is an engine.
        public var scans = ScanMode.auto

        public init(
            pages: [ClosedRange<Int>]? = nil, password: String? = nil,
            checker: AccountsChecker? = .standard
        ) {
            self.pages = pages
            self.password = password
            self.checker = checker
        }
    }

    /// Reads and digitises the PDF, or the transcript (a `.txt`), at `path`.
    ///
    /// Throws `PDFError` when it cannot be opened and ``DigitizerError`` when it has not the pages
    /// asked for; a page that cannot be read becomes a warning, and the others are done. `engine` reads
    /// scanned pages; without one they are only marked. `name` is the document's, where `path` does not
    /// have it.
    public static func digitize(
        path: String, name: String? = nil, options: Options = Options(),
        engine: (any ScanEngine)? = nil
    ) throws -> DocumentRecord {
        let file = String((name ?? path).split(separator: "/").last ?? "")
        if file.lowercased().hasSuffix(".txt") {
            return try TranscriptDigitizer.digitize(path: path, file: file, options: options)
        }
        let document = try PDFDocument(path: path, password: options.password)
        let numbers = try pageNumbers(options.pages, of: document.pageCount)
        var reader = PageLoader(document: document)
        var pages = try reader.read(numbers)
        var scans = ScanPages(document: document, mode: options.scans, engine: engine)
        scans.read(&pages[...])
        let source = SourceRecord(
            file: file, sha256: document.sha256, bytes: document.byteCount,
            pages: document.pageCount, producer: document.producer, extractor: "juesuan \(version)")
        var result = record(source, &pages, warnings: reader.warnings + scans.warnings)
        result.finish(options)
        return result
    }

    private static func pageNumbers(_ ranges: [ClosedRange<Int>]?, of count: Int) throws -> [Int] {
        guard let ranges else { return Array(1...count) }
        if let beyond = ranges.map(\.upperBound).max(), beyond > count {
            throw DigitizerError.noSuchPage(beyond, pages: count)
        }
        return Set(ranges.flatMap(Array.init)).sorted()
    }

    /// Lets go of the findings, and of each table as recognised, as soon as all is read out of them: they are most
    /// of a long document.
    private static func record(
        _ source: SourceRecord, _ findings: inout [PageFindings], warnings: [WarningRecord]
    ) -> DocumentRecord {
        var recognition = TableRecognizer.recognise(&findings)
        let pages = findings.map(\.page)
        let glyphs = findings.map(\.glyphCount)
        findings = []
        let doubtful = Set(pages.filter { $0.textKind == .unreliable }.map(\.number))
        let wrongNames = Set(
            pages.filter { $0.hasRemark(PageRemark.substitutedFont) }.map(\.number))
        var record = DocumentRecord(source: source)
        record.pages = pages.indices.map { index in
            let rest = recognition.remaining[index]
            var result = PageRecord(pages[index])
            result.glyphs = glyphs[index]
            result.furniture = rest.furniture.map { CellText.closed($0.text) }
            return result
        }
        let readings = ScanReadings(pages)
        for index in recognition.tables.indices {
            var table = TableRecord(
                recognition.tables[index], index: index, doubtfulPages: doubtful)
            recognition.tables[index].cells = []
            readings.add(to: &table)
            TextDoubts.mark(&table, on: wrongNames)
            record.tables.append(table)
        }
        TurnedPages(pages).restore(&record.tables)
        let paragraphs = ParagraphBuilder.paragraphs(
            recognition.remaining, terms: record.tables.flatMap { $0.cells.map(\.text) })
        record.paragraphs = paragraphs.map {
            ParagraphRecord(page: $0.page, text: $0.text, edits: $0.edits)
        }
        record.take(
            DocumentFacts(
                tables: recognition.tables, remaining: recognition.remaining,
                prose: record.paragraphs.map(\.text)))
        record.leftovers = pages.flatMap(Leftovers.records)
        record.warnings = TextDoubts.missingMaps() + warnings + pages.flatMap(TextDoubts.warnings)
        record.warnings += paragraphs.flatMap(TextDoubts.warnings)
        // where the whole page's text is nonsense, that is said already
        if doubtful.isEmpty { record.warnings += TextDoubts.unreadable(record) }
        return record
    }
}

extension DocumentRecord {
    /// Tables that print no year are of the document's.
    mutating func take(_ facts: DocumentFacts) {
        (organisation, scope, year, kind) = (
            facts.organisation, facts.scope, facts.year, facts.kind
        )
        for index in tables.indices where tables[index].year == nil {
            tables[index].year = tables[index].title.flatMap(DocumentFacts.year) ?? year
        }
    }

    /// The checks, and what the options ask to be done with what they find.
    mutating func finish(_ options: Digitizer.Options) {
        guard let checker = options.checker else { return }
        checkAccounts(with: checker)
        if options.repairsNames, repairNames() { checkAccounts(with: checker) }
        if accounts.isSeveral { noteSeveralReports() }
    }

    /// The document's unit is not that of tables which name none.
    private mutating func noteSeveralReports() {
        let known = tables.filter { $0.catalogue != nil }
        if known.contains(where: { $0.organisation != organisation }) { organisation = nil }
        warnings.append(
            WarningRecord(
                page: nil, code: "several-reports",
                message: "holds the tables of several reports: the prose is not compared with "
                    + "them, and tables that name no unit have none; split the PDF, a report a file"
            ))
    }
}

/// Why a document that can be opened was not digitised.
public enum DigitizerError: Error, Equatable, CustomStringConvertible {
    case noSuchPage(Int, pages: Int)

    public var description: String {
        switch self {
        case .noSuchPage(let number, let pages):
            "has \(pages) pages, no page \(number); correct --pages"
        }
    }
}
