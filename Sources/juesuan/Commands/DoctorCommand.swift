internal import ArgumentParser

/// `juesuan doctor`.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what is there, what is missing and how to get it.",
        discussion: """
            Looks at Poppler, its data for Chinese fonts, fonts, and where it may write; reads a \
            small PDF of its own to see that all of it works together. Ends with status 3 when \
            something that is needed is missing.

            EXAMPLES:
              juesuan doctor
            """)

    @OptionGroup var messageOptions: MessageOptions

    func run() throws {
        _ = messageOptions.start()
        let findings = Diagnosis.all()
        var results = ResultWriter()
        for finding in findings where !messageOptions.quiet || finding.level == .missing {
            results.line(finding.line)
        }
        if findings.contains(where: { $0.level == .missing }) {
            throw ExitStatus.dependencyMissing.asExitCode
        }
    }
}
