import Foundation
import JuesuanTestSupport
import Testing

/// `extract` from the outside: several inputs, output that cannot be written, streams.
@Suite struct ExtractTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(FixturePDF.prose("One."), to: "in/one.pdf")
        try folder.write(FixturePDF.prose("Two."), to: "in/below/two.PDF")
    }

    @Test func foldersListsAndFilesAreDoneOnceEach() throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/in/below/up", withDestinationPath: "..")
        let result = try Program.run(
            "extract", "in", "-", "-o", "out", in: folder.path,
            stdin: "in/one.pdf\r\n\nin/below/two.PDF\n")
        #expect(result.status == 0)
        #expect(
            folder.entries.filter { $0.hasPrefix("out/") } == [
                "out/manifest.jsonl", "out/one/document.json", "out/one/paragraphs.txt",
                "out/two/document.json", "out/two/paragraphs.txt",
            ])
        // a log of a short run needs no progress
        #expect(result.stderr == "")
        #expect(
            result.stdout.hasSuffix(
                "2 documents: 0 tables on 2 pages, in out/; 2 to look at; 2 without tables\n"))
    }

    @Test func theOthersAreDoneAfterOneFails() throws {
        try folder.write("no", to: "in/bad.pdf")
        let result = try Program.run("extract", "in", "-q", in: folder.path)
        #expect(result.status == 6)
        #expect(result.stdout == "")
        #expect(result.stderr.split(separator: "\n").count == 1)
        let manifest = try folder.text("output/manifest.jsonl").split(separator: "\n")
        #expect(manifest.count == 3)
        #expect(folder.entries.contains("output/one/document.json"))
    }

    @Test func secondFileOfTheSameName() throws {
        try folder.write(FixturePDF.prose("Another one."), to: "other/one.pdf")
        for _ in 1...2 {
            let result = try Program.run("extract", "in", "other", "-q", in: folder.path)
            #expect(result.status == 0)
        }
        let folders = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/output")
        #expect(folders.filter { $0.hasPrefix("one") }.count == 2)
        #expect(folders.contains { $0.wholeMatch(of: /one~[0-9a-f]{8}/) != nil })
        #expect(try folder.text("output/manifest.jsonl").split(separator: "\n").count == 3)
    }

    @Test(arguments: ["in/one.pdf", "in/one.pdf/below", "/proc/nowhere"])
    func outputThatIsNoFolder(output: String) throws {
        let result = try Program.run("extract", "in/one.pdf", "-o", output, in: folder.path)
        #expect(result.status == 4)
        #expect(result.stdout == "")
        #expect(result.stderr.contains("error: ["))
        #expect(result.stderr.contains("--output"))
    }

    @Test func nothingHalfWrittenWhenThereIsNoRoom() throws {
        try folder.write(FixturePDF.prose(pages: 50), to: "in/long.pdf")
        // no file may grow beyond a kilobyte: as good as a full disk
        let result = try Program.shell(
            "trap '' XFSZ; ulimit -f 1; juesuan extract in/long.pdf -o out 2>&1 | cat",
            in: folder.path)
        #expect(result.stdout.contains("in/long.pdf: error: [cannot-write] "))
        #expect(folder.entries.filter { $0.hasPrefix("out/") } == ["out/manifest.jsonl"])
    }

    @Test func aReaderThatWentAwayDoesNotStopTheWork() throws {
        let result = try Program.shell(
            "set -o pipefail; juesuan extract in -o out | true; echo status $?", in: folder.path)
        #expect(result.stdout == "status 0\n")
        #expect(folder.entries.contains("out/one/document.json"))
        #expect(folder.entries.contains("out/two/document.json"))
    }

    @Test func interruptedRunsEndInOrder() throws {
        let sample = Repository.path(of: "samples/shanghai-2024.pdf")
        let result = try Program.shell(
            "mkdir many; for i in {1..60}; do { cat '\(sample)'; echo \"% $i\"; } > many/$i.pdf; "
                + "done; "
                + "'\(Program.path)' extract many -o out & until [ -s out/manifest.jsonl ]; "
                + "do sleep 0.05; done; kill -INT $!; wait $!",
            in: folder.path)
        #expect(result.status == 130)
        #expect(result.stdout.contains("; stopped before the last "))
        let documents = folder.entries.filter { $0.hasSuffix("/document.json") }
        let manifest = try folder.text("out/manifest.jsonl").split(separator: "\n")
        #expect(documents.count == manifest.count)
        #expect(!folder.entries.contains { $0.contains("partial") })
    }

    /// Nothing else bounds it.
    @Test func aDocumentDoneAloneIsStoppedAtOnce() throws {
        try folder.write(FixturePDF.endless, to: "endless.pdf")
        let result = try Program.shell(
            "timeout -k 15 2 '\(Program.path)' extract endless.pdf -o out", in: folder.path)
        // 137 where it had to be killed
        #expect(result.status == 124)
        #expect(!folder.entries.contains { $0.hasPrefix("out/") })
    }

    @Test func whatLibrariesSayDoesNotReachTheUser() throws {
        try folder.write(FixturePDF.brokenFont, to: "font.pdf")
        let quiet = try Program.run("extract", "font.pdf", in: folder.path)
        #expect(quiet.status == 5)
        // only our own word on what was lost
        #expect(
            quiet.stderr.split(separator: "\n").allSatisfy { $0.contains("[text-not-painted]") })
        let verbose = try Program.run("extract", "font.pdf", "--verbose", in: folder.path)
        #expect(verbose.stdout == quiet.stdout)
        // Poppler's complaint, and our own debug line
        #expect(verbose.stderr.split(separator: "\n").count > 1)
    }

    @Test func formats() throws {
        let result = try Program.run(
            "extract", "in/one.pdf", "--format", "csv", "-o", "out", in: folder.path)
        #expect(result.status == 5)
        #expect(
            folder.entries.filter { $0.hasPrefix("out/") } == [
                "out/manifest.jsonl", "out/one/paragraphs.txt",
            ])
    }
}
