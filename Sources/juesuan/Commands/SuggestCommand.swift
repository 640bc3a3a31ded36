internal import ArgumentParser
internal import Dataset
internal import Digitizer
internal import FinalAccounts

/// `juesuan catalogue suggest`.
struct SuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Draft definitions of the tables that the catalogue does not know.",
        discussion: """
            Prints a catalogue file: title, columns and rows of each table that is not known and in which \
            relations were found, and these. Give rows and columns names of their own, strike out what is \
            chance, make official what is, and read it with --catalogue.

            EXAMPLES:
              juesuan catalogue suggest report.pdf > my-catalogue/new.yaml
              juesuan catalogue suggest output/report/
            """)

    @Argument(
        help: ArgumentHelp(
            "A PDF, a document's folder, the output folder of extract, or - for a PDF on stdin.",
            valueName: "path"),
        completion: .documents)
    var path: String

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var messageOptions: MessageOptions

    func run() throws {
        let messages = messageOptions.start()
        var results = ResultWriter()
        do {
            let options = try reading.digitizer()
            let engine = reading.ocr.engine()
            var lines: [String] = []
            let named = CheckInputs([path])
            if let (_, failure) = named.failures.first { throw failure }
            for input in named.inputs {
                let document = try messages.guarding(input.path) {
                    try input.document(options, engine: engine)
                }
                lines += document.draftedDefinitions(
                    after: lines.count(where: { $0.hasPrefix("- id:") }))
            }
            results.lines(lines.isEmpty ? ["tables: []"] : ["tables:"] + lines)
            if let failure = results.failure { throw failure }
        } catch {
            let failure = Failure(error)
            messages.error(path, failure)
            throw failure.status.asExitCode
        }
    }
}
