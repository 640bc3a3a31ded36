import Foundation
import JuesuanTestSupport
import Testing

/// The project's own samples through the whole program, as `make run` does it.
@Suite struct SampleTests {
    private static let names = [
        "ministry-2024", "ministry-2024-unruled", "ministry-2024-scanned", "shanghai-2024",
    ]

    private static func path(_ name: String) -> String {
        Repository.path(of: "samples/\(name).pdf")
    }

    @Test(arguments: names)
    func documentFitsTheSchema(name: String) throws {
        let folder = try TemporaryFolder()
        let result = try Program.run("extract", Self.path(name), "-o", folder.path)
        #expect(result.status == (name.hasSuffix("scanned") ? 9 : 0))
        let document = try folder.text("\(name)/document.json")
        let faults = try SchemaChecker.published().faults(in: Array(document.utf8))
        #expect(faults == [])
        let tables = folder.entries.filter { $0.hasPrefix("\(name)/tables/") }
        #expect(
            tables.count == document.split(separator: "\n").count { $0.contains("\"id\": \"t") })
        #expect(!folder.entries.contains { $0.contains("partial") })
    }

    @Test func severalDocumentsInOneRun() throws {
        let folder = try TemporaryFolder()
        let result = try Program.run(
            "extract", Repository.path(of: "samples"), "-o", folder.path, "--format", "csv")
        #expect(result.status == 0)
        #expect(result.stdout.contains("pictures only, no text: the document needs OCR"))
        #expect(result.stdout.contains("\n4 documents: "))
        #expect(try folder.text("manifest.jsonl").split(separator: "\n").count == 4)
        #expect(folder.entries.contains { $0.hasSuffix(".csv") })
    }

    @Test func showAndExtractSayTheSame() throws {
        let folder = try TemporaryFolder()
        let path = Self.path("ministry-2024")
        _ = try Program.run("extract", path, "-o", folder.path)
        let table = try #require(folder.entries.first { $0.contains("/tables/01-") })
        let csv = try Program.run("show", path, "--table", "1", "--format", "csv")
        #expect(csv.status == 0)
        #expect(csv.stdout == (try folder.text(table)))
        let json = try Program.run("show", path, "--format", "json")
        #expect(json.stdout == (try folder.text("ministry-2024/document.json")))
        #expect(json.stderr == csv.stderr)
    }

    @Test func showOnePage() throws {
        let path = Self.path("ministry-2024")
        let text = try Program.run("show", path, "--table", "1", "--format", "text")
        #expect(text.stdout.contains("收入支出决算总表"))
        #expect(text.stdout.contains(" │ 1,358.64"))
        let markdown = try Program.run("show", path, "--table", "1", "--format", "markdown")
        #expect(markdown.stdout.contains("| --- |"))
        let wrong = try Program.run("show", path, "--table", "99")
        #expect(wrong.status == 5)
        #expect(wrong.stderr.contains("[no-such-table] has no table 99; its tables are 1 to "))
        #expect(wrong.stdout == "")
    }

    @Test func resultsThatCannotBeWrittenAreAnError() throws {
        let line = "juesuan show '\(Self.path("ministry-2024"))' --format csv > /dev/full"
        let result = try Program.shell(line, in: NSTemporaryDirectory())
        #expect(result.status == 4)
        #expect(result.stderr.contains("error: [cannot-write] cannot be shown: "))
    }

    @Test func aReaderThatWentAwayEndsShowQuietly() throws {
        let line = "set -o pipefail; juesuan show '\(Self.path("ministry-2024"))' | head -1"
        let result = try Program.shell(line, in: NSTemporaryDirectory())
        #expect(result.status == 0)
        #expect(result.stdout.hasPrefix("t01  "))
        #expect(result.stderr == "")
    }
}
