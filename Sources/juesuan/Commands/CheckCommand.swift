internal import ArgumentParser
internal import Dataset
internal import Digitizer
internal import FinalAccounts

/// `juesuan check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the arithmetic of reports.",
        discussion: """
            Looks the tables up in the catalogue, tries the relations that must hold between their \
            figures, and prints what fails: page, table, row, column, what was printed and what would \
            mend it. A folder that extract wrote is checked anew from its document.json files. \
            Reports of one organisation that are checked together are compared with each other: \
            closing balances with the next year's opening ones, plans with the published budget, and a \
            text with its tables where these are two files. \
            Nothing is changed: a report can be wrong.

            EXAMPLES:
              juesuan check report.pdf
              curl -s https://example.org/report.pdf | juesuan check -
              juesuan check output/ --strict
              juesuan check report.pdf --format json | jq '.findings[]'

            EXIT STATUS: 7 with --strict when an official relation fails.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(
        help: ArgumentHelp(
            "PDFs, documents' folders, the output folder of extract, or - for a PDF or a list of paths on stdin.",
            valueName: "path"),
        completion: .documents)
    var paths: [String]

    @Option(help: "text, or json: one object a document and line.")
    var format = Format.text

    @Flag(help: "With --format json: all numbers and checks too, and what each table is taken for.")
    var records = false

    @Flag(help: "Exit with 7 when an official relation fails.")
    var strict = false

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var messageOptions: MessageOptions

    func run() throws {
        let messages = messageOptions.start()
        var results = ResultWriter()
        var status = ExitStatus.done
        var failures = 0
        let options: Digitizer.Options
        do {
            options = try reading.digitizer()
        } catch {
            let failure = Failure(error)
            messages.error(reading.catalogue.folder ?? "catalogue", failure)
            throw failure.status.asExitCode
        }
        let engine = reading.ocr.engine()
        var series = ReportSeries(options.checker ?? .standard)
        var split = SplitReports()
        let named = CheckInputs(paths)
        for (path, failure) in named.failures {
            messages.error(path, failure)
            status = paths.count == 1 ? failure.status : .someFilesFailed
        }
        let read = { (input: CheckInputs.Input) in
            try messages.guarding(input.path) {
                try input.document(options, engine: messages.watched(engine, file: input.path))
            }
        }
        for input in named.inputs {
            do {
                let document = try read(input)
                messages.warnings(of: document, file: input.path)
                failures += document.accounts.findings.count(where: \.isFailure)
                series.add(
                    document.accounts, organisation: document.organisation, year: document.year,
                    kind: document.kind, document: input.path)
                split.add(document, path: input.path)
                switch format {
                case .text: results.lines(CheckReport(document, path: input.path).lines)
                case .json:
                    results.bytes(
                        CheckJSON.bytes(of: document, path: input.path, isWhole: records))
                }
            } catch {
                let failure = Failure(error)
                messages.error(input.path, failure)
                status = paths.count == 1 && status == .done ? failure.status : .someFilesFailed
            }
            if results.isClosed { break }
        }
        let inputs = Dictionary(
            named.inputs.map { ($0.path, $0) }, uniquingKeysWith: { one, _ in one })
        var joined: [SplitReports.Joined] = []
        for pair in split.pairs where !results.isClosed {
            guard let text = inputs[pair.text], let tables = inputs[pair.tables] else { continue }
            do {
                // read again: of ten thousand reports not all can be kept until their other half is found
                joined.append(
                    SplitReports.Joined(
                        text: try read(text), at: pair.text, tables: try read(tables),
                        at: pair.tables, checker: options.checker ?? .standard))
            } catch {
                messages.error(pair.text, Failure(error))
                status = .someFilesFailed
            }
        }
        failures += joined.flatMap(\.document.accounts.findings).count(where: \.isFailure)
        switch format {
        case .text:
            results.lines(joined.flatMap(CheckReport.lines))
            results.lines(series.findings.flatMap(CheckReport.lines))
        case .json:
            for report in joined { results.bytes(CheckJSON.bytes(of: report)) }
            for finding in series.findings { results.bytes(CheckJSON.bytes(of: finding)) }
        }
        if let failure = results.failure {
            messages.error("stdout", failure)
            throw failure.status.asExitCode
        }
        if status == .done, strict, failures > 0 { status = .checksFailed }
        if status != .done { throw status.asExitCode }
    }
}
