import Foundation
import JuesuanTestSupport
import Testing

/// Each bad input: one clear line naming the file, a line in the manifest, nothing half-written,
/// the documented exit code.
@Suite struct BadInputTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func expectFailure(
        _ bytes: [UInt8], code: String, status: Int32, _ arguments: String...
    ) throws {
        try folder.write(bytes, to: "bad.pdf")
        let line = (["juesuan extract bad.pdf"] + arguments).joined(separator: " ")
        let result = try Program.shell(line, in: folder.path)
        #expect(result.status == status)
        #expect(result.stdout == "")
        let said = result.stderr.split(separator: "\n")
        #expect(said.count == 1, "\(result.stderr)")
        #expect(said.first?.hasPrefix("bad.pdf: error: [\(code)] ") == true, "\(result.stderr)")
        #expect(folder.entries == ["bad.pdf", "output/manifest.jsonl"])
        let manifest = try folder.text("output/manifest.jsonl")
        #expect(manifest.contains("\"status\": \"failed\", \"exit\": \(status), "))
        #expect(manifest.contains("\"code\": \"\(code)\""))
    }

    @Test func empty() throws { try expectFailure([], code: "empty-file", status: 2) }

    @Test func notAPDF() throws {
        try expectFailure(Array("<html>404</html>".utf8), code: "not-a-pdf", status: 2)
    }

    @Test func truncated() throws {
        try expectFailure(FixturePDF.truncated, code: "damaged", status: 2)
    }

    @Test func withoutPages() throws {
        try expectFailure(FixturePDF.withoutPages, code: "no-pages", status: 2)
    }

    @Test func encryptedWithoutPassword() throws {
        try expectFailure(FixturePDF.encrypted, code: "encrypted", status: 8)
    }

    @Test func encryptedWithAnotherPassword() throws {
        // Poppler 22.12 crashes when bytes in memory are opened with a wrong password
        withKnownIssue(isIntermittent: true) {
            try expectFailure(
                FixturePDF.encrypted, code: "wrong-password", status: 8, "--password", "x")
        }
    }

    @Test func encryptedWithItsPassword() throws {
        try folder.write(FixturePDF.encrypted, to: "good.pdf")
        let result = try Program.run("extract", "good.pdf", "--password", "secret", in: folder.path)
        #expect(result.status == 5)
        #expect(folder.entries.contains("output/good/document.json"))
    }

    @Test func pagesBeyondTheLast() throws {
        try expectFailure(FixturePDF.prose(), code: "no-such-page", status: 64, "--pages", "1-2")
    }

    @Test func missingPath() throws {
        let result = try Program.run("extract", "nowhere.pdf", in: folder.path)
        #expect(result.status == 2)
        #expect(result.stderr.hasPrefix("nowhere.pdf: error: [unreadable] "))
        #expect(try folder.text("output/manifest.jsonl").contains("\"unreadable\""))
    }

    @Test func linkThatLeadsNowhereElse() throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/loop.pdf", withDestinationPath: "loop.pdf")
        let result = try Program.run("extract", "loop.pdf", in: folder.path)
        #expect(result.status == 2)
        #expect(result.stderr.hasPrefix("loop.pdf: error: [unreadable] "))
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func unreadableFolder() throws {
        try folder.write(FixturePDF.prose(), to: "locked/a.pdf")
        chmod(folder.path + "/locked", 0)
        defer { chmod(folder.path + "/locked", 0o755) }
        let result = try Program.run("extract", "locked", in: folder.path)
        #expect(result.status == 2)
        #expect(result.stderr.hasPrefix("locked: error: [unreadable] "))
    }

    @Test func folderWithoutPDFs() throws {
        try folder.write("text", to: "reports/notes.txt")
        let result = try Program.run("extract", "reports", in: folder.path)
        #expect(result.status == 2)
        #expect(result.stderr.hasPrefix("reports: error: [no-pdf] "))
    }

    @Test func damagedTableAndBrokenContentAreStillWritten() throws {
        for bytes in [FixturePDF.misplacedTable, FixturePDF.brokenContent] {
            try folder.write(bytes, to: "odd.pdf")
            let result = try Program.run("extract", "odd.pdf", in: folder.path)
            #expect(result.status == 5)
            #expect(!result.crashed)
        }
    }

    @Test func picturesOnlyAreNeverASilentEmptyResult() throws {
        try folder.write(FixturePDF.scan, to: "scan.pdf")
        let result = try Program.run("extract", "scan.pdf", in: folder.path)
        #expect(result.status == 9)
        #expect(result.stdout.contains("needs OCR"))
        #expect(try folder.text("output/scan/document.json").contains("\"text\": \"scanned\""))
        #expect(try folder.text("output/manifest.jsonl").contains("\"status\": \"no-text\""))
    }
}
