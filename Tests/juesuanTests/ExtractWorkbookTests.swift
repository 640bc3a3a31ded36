import Foundation
import JuesuanTestSupport
import Testing

/// `extract --format xlsx`, as a user calls it; what is in the file: WorkbookTests.
@Suite struct ExtractWorkbookTests {
    private let folder: TemporaryFolder
    private let sample = Repository.path(of: "samples/ministry-2024.pdf")

    init() throws { folder = try TemporaryFolder() }

    private func workbook(_ place: String) -> Data? {
        FileManager.default.contents(atPath: "\(folder.path)/\(place)/workbook.xlsx")
    }

    @Test func aWorkbookAndNothingElse() throws {
        let result = try Program.run("extract", sample, "--format", "xlsx", in: folder.path)
        #expect(result.status == 0)
        #expect(result.stderr == "")
        #expect(
            folder.entries == [
                "output/manifest.jsonl", "output/ministry-2024/paragraphs.txt",
                "output/ministry-2024/workbook.xlsx",
            ])
        #expect(workbook("output/ministry-2024")?.starts(with: Data("PK".utf8)) == true)
    }

    @Test func workersWriteTheSame() throws {
        _ = try Program.run("extract", sample, "--format", "csv,json,xlsx", in: folder.path)
        let result = try Program.run(
            "extract", sample, Repository.path(of: "samples/shanghai-2024.pdf"), "-o", "batch",
            "--format", "csv,json,xlsx", in: folder.path)
        #expect(result.status == 0)
        let alone = try #require(workbook("output/ministry-2024"))
        #expect(workbook("batch/ministry-2024") == alone)
        #expect(workbook("batch/shanghai-2024") != nil)
    }

    @Test func aRunWithoutItTakesItAway() throws {
        _ = try Program.run("extract", sample, "--format", "xlsx", in: folder.path)
        _ = try Program.run("extract", sample, in: folder.path)
        #expect(workbook("output/ministry-2024") == nil)
        #expect(folder.entries.contains("output/ministry-2024/document.json"))
    }

    /// Nothing of the library's own temporary files is left, nor of ours.
    @Test func nothingIsLeftInTheTemporaryFolder() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path + "/tmp", withIntermediateDirectories: false)
        let result = try Program.shell(
            "export TMPDIR=$PWD/tmp; juesuan extract '\(sample)' --format xlsx -q; ls -A tmp",
            in: folder.path)
        #expect(result.status == 0)
        #expect(result.stdout == "")
    }
}
