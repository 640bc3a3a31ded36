import Foundation
import JuesuanTestSupport
import Testing

/// Inputs that once broke the program: each ends as done, or as an error with its name.
@Suite struct HurtfulInputTests {
    private static let faults = Repository.path(of: "../shared/corpus/faults")

    /// As long as the slowest takes that is not made to run for ever.
    private static let seconds = 20

    @Test(.enabled(if: FileManager.default.fileExists(atPath: faults), "no ../shared/corpus here"))
    func noneEndsTheProgram() throws {
        let folder = try TemporaryFolder()
        let result = try Program.run(
            "extract", HurtfulInputTests.faults, "-o", "out", "--timeout",
            "\(HurtfulInputTests.seconds)", "--jobs", "2", in: folder.path)
        #expect(!result.crashed && [0, 6].contains(result.status))
        let entries = try folder.text("out/manifest.jsonl").split(separator: "\n")
        #expect(entries.count >= 16)
        for entry in entries {
            #expect(!entry.contains("\"crashed\"") && !entry.contains("\"failure\""), "\(entry)")
        }
        try expectValid(folder)
    }

    /// The same of our own, which are always there.
    @Test func ourOwnAreValid() throws {
        let folder = try TemporaryFolder()
        let fixtures = Repository.path(of: "Tests/PDFSourceTests/Fixtures")
        let result = try Program.run("extract", fixtures, "-o", "out", in: folder.path)
        #expect(result.status == 6)
        #expect(!result.stderr.contains("[crashed]"))
        #expect(result.stderr.contains("hostile-numbers.pdf:1: warning: [impossible-page]"))
        try expectValid(folder)
    }

    private func expectValid(_ folder: TemporaryFolder) throws {
        let schema = try SchemaChecker.published()
        let documents = folder.entries.filter { $0.hasSuffix("/document.json") }
        #expect(documents.count > 8)
        for entry in documents {
            let faults = try schema.faults(in: Array(folder.text(entry).utf8))
            #expect(faults.prefix(3).isEmpty, "\(entry): \(faults.prefix(3))")
        }
    }
}
