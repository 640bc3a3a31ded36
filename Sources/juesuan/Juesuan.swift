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
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            StandardStreams.restore()
        } catch {
            StandardStreams.restore()
            exit(withError: error)
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
