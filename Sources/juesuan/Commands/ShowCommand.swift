internal import ArgumentParser
internal import Dataset
internal import Digitizer
internal import PDFSource
internal import TerminalText

/// `juesuan show`.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a document's tables on the terminal.",
        discussion: """
            Of a PDF, or of a document that extract wrote, with what was corrected in it. \
            Words are wrapped to the terminal's width and numbers set to the right; into a pipe or \
            a file every table is as wide as it needs. An empty line stands between two tables; \
            json is the whole document as in document.json, its tables those asked for.

            EXAMPLES:
              juesuan show report.pdf
              juesuan show output/report --table 2 --format markdown
              juesuan show report.pdf --table 2 --format csv > table.csv
              juesuan show report.pdf --format json | jq '.tables[].title'
              curl -s https://example.org/report.pdf | juesuan show -
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, csv, json
    }

    @Argument(
        help: ArgumentHelp(
            "A PDF, a document's folder that extract wrote, or - for a PDF on stdin.",
            valueName: "path"),
        completion: .documents)
    var path: String

    @Option(
        help: ArgumentHelp("Only this table, counted from 1.", valueName: "number"),
        transform: Bounds.whole(1...1_000_000))
    var table: Int?

    @Option(help: "text, markdown, csv, or json as in document.json.")
    var format = Format.text

    @OptionGroup(title: "CSV") var csv: CSVOptions
    @OptionGroup(title: "Reading") var reading: ReadingOptions
    @OptionGroup(title: "Messages") var messageOptions: MessageOptions

    func run() throws {
        let messages = messageOptions.start()
        do {
            var document = try document(messages)
            document.tables = try selected(from: document)
            var results = ResultWriter()
            TablePrinter(
                format: format, style: csv.style,
                width: StandardStreams.terminalWidth(StandardStreams.results)
            )
            .print(document, to: &results)
            if let failure = results.failure { throw failure }
        } catch {
            let failure = Failure(error)
            messages.error(name, failure)
            throw failure.status.asExitCode
        }
    }

    private var name: String { path == "-" ? StandardInput.name : path }

    private func document(_ messages: Messages) throws -> DocumentRecord {
        if path == "-" {
            let spool = try StandardInput.document()
            return try digitized(spool.path, messages)
        }
        switch try Place(path).single() {
        case .file(let path): return try digitized(path, messages)
        case .document(let written):
            var document = try written.corrected(reading.catalogue.required())
            if let ranges = reading.pages?.ranges {
                document.tables.removeAll { table in
                    !table.pages.contains { page in ranges.contains { $0.contains(page) } }
                }
            }
            return document
        case .folder: throw Failure.noDocuments()
        }
    }

    private func digitized(_ path: String, _ messages: Messages) throws -> DocumentRecord {
        let document = try messages.guarding(name) {
            try Digitizer.digitize(
                path: path, name: name, options: reading.digitizer(),
                engine: messages.watched(reading.ocr.engine(), file: name))
        }
        messages.warnings(of: document, file: name)
        return document
    }

    private func selected(from document: DocumentRecord) throws -> [TableRecord] {
        let tables = document.tables
        if tables.isEmpty {
            if document.isPicturesOnly {
                throw Failure(
                    code: "pictures-only", message: "has pages of pictures only; it needs OCR",
                    status: .picturesOnly)
            }
            throw Failure(
                code: "no-table", message: "has no table on the pages read", status: .noTableFound)
        }
        guard let table else { return tables }
        guard tables.indices.contains(table - 1) else {
            throw Failure(
                code: "no-such-table",
                message: "has no table \(table); its tables are 1 to \(tables.count)",
                status: .noTableFound)
        }
        return [tables[table - 1]]
    }
}
