import JuesuanTestSupport
import Testing

@testable import juesuan

/// What is meant by a command line without a command.
@Suite struct SuggestionTests {
    private func sentence(_ arguments: String...) -> String? {
        let commands = [
            "extract", "show", "inspect", "check", "dataset", "report", "review", "help",
        ]
        return Suggestion(commands: commands) { $0 == "reports" || $0 == "chek" }
            .sentence(for: arguments)
    }

    @Test func aDocumentIsExtracted() {
        #expect(
            sentence("x.pdf")
                == "x.pdf is no command; did you mean `juesuan extract x.pdf`?")
        #expect(
            sentence("-o", "out", "reports", "年 报.pdf")
                == "reports is no command; did you mean `juesuan extract -o out reports '年 报.pdf'`?"
        )
    }

    @Test func aCommandWithASlip() {
        #expect(
            sentence("extact", "a b.pdf")
                == "there is no command extact; did you mean `juesuan extract 'a b.pdf'`?")
        #expect(sentence("shwo")?.contains("`juesuan show`") == true)
        #expect(sentence("reprot")?.contains("`juesuan report`") == true)
        #expect(sentence("data", "out")?.contains("`juesuan dataset out`") == true)
        // a folder of that name
        #expect(sentence("chek")?.contains("`juesuan extract chek`") == true)
    }

    @Test(arguments: ["frobnicate", "--frobnicate", "extract", "x", "ab"])
    func nothingIsGuessed(argument: String) { #expect(sentence(argument) == nil) }

    /// Commands that are not shown are commands.
    @Test func hiddenCommandsSayWhatIsWrongThemselves() {
        let suggestion = Suggestion(commands: ["extract"], hidden: ["picture"]) { _ in true }
        #expect(suggestion.sentence(for: ["picture", "a.pdf", "--page", "x"]) == nil)
        #expect(suggestion.sentence(for: ["pictur", "a.pdf"])?.contains("extract") == true)
    }

    @Test(arguments: [("a.pdf", "extract a.pdf"), ("extact", "extract"), ("chekc x", "check x")])
    func theProgramSaysIt(arguments: String, meant: String) throws {
        let folder = try TemporaryFolder()
        let result = try Program.shell("juesuan \(arguments)", in: folder.path)
        #expect(result.status == 64)
        #expect(result.stdout == "")
        #expect(result.stderr.contains("did you mean `juesuan \(meant)`?"))
    }
}
