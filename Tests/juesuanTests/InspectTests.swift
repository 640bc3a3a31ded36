import Foundation
import JuesuanTestSupport
import Testing

/// `juesuan inspect` from outside.
@Suite struct InspectTests {
    private let folder: TemporaryFolder
    private let sample = Repository.path(of: "samples/shanghai-2024.pdf")

    init() throws { folder = try TemporaryFolder() }

    private func isPNG(_ name: String) throws -> Bool {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
        return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.count > 10_000
    }

    @Test func pictureBesideTheCurrentFolder() throws {
        let result = try Program.run("inspect", sample, "--page", "8", in: folder.path)
        #expect(result.status == 0)
        #expect(result.stdout == "shanghai-2024-p8.png\n")
        #expect(folder.entries == ["shanghai-2024-p8.png"])
        #expect(try isPNG("shanghai-2024-p8.png"))
        // the header of 12 cells, a total of 7 and 13 rows of 10
        #expect(result.stderr.contains(":8: 463 glyphs, "))
        #expect(result.stderr.contains(" 1 fragment, 149 cells; "))
        #expect(result.stderr.contains("red: rulings"))
        #expect(result.stderr.split(separator: "\n").count == 1)
    }

    @Test func namedPictureReplacesAnother() throws {
        try folder.write("old", to: "page.png")
        let result = try Program.run(
            "inspect", sample, "--page", "3", "--scale", "1", "-q", "-o", "page.png",
            in: folder.path)
        #expect(result.status == 0)
        #expect(result.stderr == "")
        #expect(folder.entries == ["page.png"])
        #expect(try isPNG("page.png"))
    }

    @Test func pictureOnStdout() throws {
        let line = "juesuan inspect '\(sample)' --page 3 -q -o - > out.png"
        #expect(try Program.shell(line, in: folder.path).status == 0)
        #expect(try isPNG("out.png"))
    }

    @Test func pagesWithoutTables() throws {
        try folder.write(FixturePDF.scan, to: "scan.pdf")
        let result = try Program.run("inspect", "scan.pdf", "--page", "1", in: folder.path)
        #expect(result.status == 0)
        #expect(result.stderr.contains(":1: 0 glyphs, 0 rulings, 0 fragments, 0 cells; "))
    }

    @Test(arguments: [
        (["--page", "0"], Int32(64), "Error: "), (["--page", "1", "--scale", "0"], 64, "Error: "),
        ([], 64, "Error: "), (["--page", "99"], 64, "[no-such-page]"),
        (["--page", "8", "--scale", "20"], 1, "[cannot-draw]"),
        (["--page", "8", "-o", "nowhere/page.png"], 4, "[cannot-write]"),
        (["--page", "8", "-o", "."], 4, "[cannot-write]"),
    ])
    func failures(arguments: [String], status: Int32, words: String) throws {
        let line = "juesuan inspect '\(sample)' " + arguments.joined(separator: " ")
        let result = try Program.shell(line, in: folder.path)
        #expect(result.status == status, "\(result.stderr)")
        #expect(result.stderr.contains(words), "\(result.stderr)")
        #expect(result.stdout == "")
        #expect(folder.entries == [])
    }
}
