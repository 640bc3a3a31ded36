internal import ArgumentParser
internal import Dataset
internal import Digitizer
internal import TerminalText

/// `juesuan show`.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a PDF's tables on the terminal.",
        discussion: """
            Words are wrapped to the terminal's width and numbers set to the right; into a pipe or \
            a file every table is as wide as it needs. An empty line stands between two tables; \
            json is the whole document as in document.json, its tables those asked for.

            EXAMPLES:
              juesuan show report.pdf
              juesuan show report.pdf --table 2 --format markdown
              juesuan show report.pdf --table 2 --format csv > table.csv
              juesuan show report.pdf --format json | jq '.tables[].title'
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, csv, json
    }

    @Argument(help: ArgumentHelp("A PDF.", valueName: "file"))
    var file: String

    @Option(
        help: ArgumentHelp("Only this table, counted from 1.", valueName: "number"),
        transform: Bounds.whole(1...1_000_000))
    var table: Int?

    @Option(help: "text, markdown, csv, or json as in document.json.")
    var format = Format.text

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var messageOptions: MessageOptions

    func run() throws {
        let messages = messageOptions.start()
        do {
            var document = try messages.guarding(file) {
                try Digitizer.digitize(
                    path: file, options: reading.digitizer(), engine: reading.ocr.engine())
            }
            messages.warnings(of: document, file: file)
            document.tables = try selected(from: document)
            var results = ResultWriter()
            TablePrinter(
                format: format, width: StandardStreams.terminalWidth(StandardStreams.results)
            )
            .print(document, to: &results)
            if let failure = results.failure { throw failure }
        } catch {
            let failure = Failure(error)
            messages.error(file, failure)
            throw failure.status.asExitCode
        }
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
