internal import ArgumentParser
internal import Digitizer
internal import Glibc

/// The command line: parses arguments, calls the rooms that do the work, prints, exits.
@main
struct Juesuan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "juesuan",
        abstract: "Extracts the tables of Chinese public final accounts (部门决算) from PDFs.",
        discussion: """
            Each document's tables are written as CSV, JSON, Excel or SQLite, with every number's page and place, \
            and a status: what the report's own arithmetic proves, and what does not fit. All that looks at \
            documents takes a PDF, a document's folder that extract wrote, or its output folder.

            EXAMPLES:
              juesuan extract report.pdf            writes output/report/
              juesuan extract reports/ -o data      all PDFs below reports/
              juesuan show report.pdf --table 2     a table on the terminal
              juesuan inspect report.pdf --page 7   the page with what was found on it
              juesuan review data                   look at the numbers, and correct them
              juesuan doctor                        is everything there that is needed?

            EXIT STATUS: 0 done, 2 input damaged, 3 something missing, 4 output not writable, \
            5 no table, 6 some files failed, 8 encrypted, 9 pictures only, 64 usage; all in \
            docs/errors.md.

            ENVIRONMENT:
            \(Environment.lines)

            COMPLETION:
              source <(juesuan --generate-completion-script bash)     also zsh, fish
            """,
        version: "juesuan \(Digitizer.version)",
        subcommands: [
            ExtractCommand.self, ShowCommand.self, InspectCommand.self, CheckCommand.self,
            DatasetCommand.self, CatalogueCommand.self, DoctorCommand.self, WorkerCommand.self,
            ReportCommand.self, ReviewCommand.self, SampleCommand.self, PictureCommand.self,
        ])

    /// Arguments are parsed before stdout is shielded and help is printed after it is given back,
    /// so that only what a C library says goes astray.
    static func main() async {
        guard access("/proc/self/exe", F_OK) == 0 else { withoutProc() }
        do {
            var command = try parsed()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            StandardStreams.restore()
        } catch {
            StandardStreams.restore()
            if let script = Completions.script(message(for: error), CommandLine.arguments) {
                StandardStreams.write(Array("\(script)\n".utf8), to: STDOUT_FILENO)
                Glibc.exit(ExitStatus.done.rawValue)
            }
            exit(withError: error)
        }
    }

    /// The command; where none is named, the error says which was meant.
    private static func parsed() throws -> any ParsableCommand {
        do {
            return try parseAsRoot()
        } catch {
            let commands = configuration.subcommands.map { $0.configuration }
            let named = { (isShown: Bool) in
                commands.filter { $0.shouldDisplay == isShown }.compactMap { $0.commandName }
            }
            let suggestion = Suggestion(commands: named(true) + ["help"], hidden: named(false))
            guard exitCode(for: error) == .validationFailure,
                let sentence = suggestion.sentence(for: Array(CommandLine.arguments.dropFirst()))
            else { throw error }
            throw ValidationError(sentence)
        }
    }

    /// Without /proc not even the arguments are known: they would be taken for none, and help be given.
    private static func withoutProc() -> Never {
        let line =
            "juesuan: error: [no-proc] /proc is not there; mount it (mount -t proc proc /proc)\n"
        StandardStreams.write(Array(line.utf8), to: STDERR_FILENO)
        Glibc.exit(ExitStatus.dependencyMissing.rawValue)
    }
}
