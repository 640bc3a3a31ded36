import Foundation
import JuesuanTestSupport
import Testing

@testable import juesuan

/// `-`: a PDF itself, or a list of paths.
@Suite struct StandardInputTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(FixturePDF.prose("One."), to: "one.pdf")
        try folder.write(FixturePDF.prose("Two."), to: "年 报.pdf")
    }

    @Test func aPDFIsKnownByItsMark() {
        #expect(StandardInput.isPDF(Array("%PDF-1.7\n".utf8)))
        #expect(StandardInput.isPDF([UInt8](repeating: 0, count: 900) + Array("%PDF-1.4".utf8)))
        #expect(!StandardInput.isPDF([UInt8](repeating: 0, count: 1024) + Array("%PDF-1.4".utf8)))
        for text in ["", "%PDF", "%PDF-", "about %PDF-files.pdf\n"] {
            #expect(!StandardInput.isPDF(Array(text.utf8)))
        }
    }

    @Test func listsOfPaths() {
        let texts = { (bytes: [UInt8]) in PathList(bytes)?.paths.map(\.text) }
        #expect(texts(Array("a.pdf\r\n\n年 报.pdf".utf8)) == ["a.pdf", "年 报.pdf"])
        #expect(texts(Array("a\nb.pdf\0c.pdf\0".utf8)) == nil)
        #expect(texts(Array("a b.pdf\0c.pdf\0".utf8)) == ["a b.pdf", "c.pdf"])
        #expect(texts([]) == [])
        #expect(texts(Array("PK\u{3}\u{4}".utf8)) == nil)
        // a name in GBK
        #expect(PathList([0xBE, 0xF6, 0xCB, 0xE3, 0x0A])?.paths.map(\.isUTF8) == [false])
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\n\r\n"])
    func aPDFOnStdinIsExtracted(before: String) throws {
        let bytes = Data(before.utf8) + Data(FixturePDF.prose("Piped."))
        for _ in 1...2 {
            let result = try Program.run("extract", "-", "-o", "out", in: folder.path, stdin: bytes)
            #expect(result.status == 5, "\(result.stderr)")
            #expect(result.stdout.hasPrefix("stdin → out/stdin/  (1 page, 0 tables)"))
        }
        #expect(try folder.text("out/stdin/paragraphs.txt") == "Piped.\n")
        #expect(try folder.text("out/stdin/document.json").contains(#""file": "stdin""#))
        // another one gets a folder of its own
        let other = try Program.run(
            "extract", "-", "-o", "out", in: folder.path, stdin: Data(FixturePDF.prose("Other.")))
        #expect(other.stdout.hasPrefix("stdin → out/stdin~"))
    }

    @Test func showAndCheckReadItToo() throws {
        let sample = try #require(
            FileManager.default.contents(atPath: Repository.path(of: "samples/shanghai-2024.pdf")))
        let shown = try Program.run(
            "show", "-", "--table", "2", "--format", "csv", in: folder.path, stdin: sample)
        #expect(shown.status == 0)
        #expect(shown.stdout.hasPrefix("收入 / 项目,收入 / 决算数"))
        let checked = try Program.run("check", "-", in: folder.path, stdin: sample)
        #expect(checked.status == 0)
        #expect(checked.stdout.hasPrefix("stdin: 10 tables known"))
        #expect(folder.entries.sorted() == ["one.pdf", "年 报.pdf"])
    }

    @Test func aLockedPDFOnStdin() throws {
        let locked = Data(FixturePDF.encrypted)
        let without = try Program.run("extract", "-", in: folder.path, stdin: locked)
        #expect(without.status == 8)
        #expect(without.stderr.contains("stdin: error: [encrypted]"))
        let with = try Program.run(
            "extract", "-", "--password", "secret", in: folder.path, stdin: locked)
        #expect(with.status == 5)
    }

    @Test func aPDFOnStdinIsDoneAlone() throws {
        let result = try Program.run(
            "extract", "one.pdf", "-", in: folder.path, stdin: Data(FixturePDF.prose()))
        #expect(result.status == 64)
        #expect(result.stderr.contains("stdin: error: [stdin-with-others]"))
        #expect(!folder.entries.contains { $0.hasPrefix("output") })
    }

    @Test(arguments: ["one.pdf\0年 报.pdf\0", "one.pdf\n年 报.pdf\n"])
    func pathsAsFindWritesThem(list: String) throws {
        let result = try Program.run("extract", "-", in: folder.path, stdin: Data(list.utf8))
        #expect(result.status == 0)
        #expect(result.stdout.contains("2 documents"))
    }

    /// One error, and nothing of it on the terminal.
    @Test(arguments: ["extract", "check", "show"])
    func bytesThatAreNeither(command: String) throws {
        let noise = Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) })
        let result = try Program.run(command, "-", in: folder.path, stdin: noise)
        #expect(result.status == 2)
        #expect(result.stdout == "")
        #expect(result.stderr.split(separator: "\n").count == 1)
        #expect(result.stderr.hasPrefix("stdin: error: ["))
    }

    @Test func aTextThatIsNoList() throws {
        let result = try Program.run(
            "extract", "-", in: folder.path, stdin: "项目\t金额\n合计\t1\n")
        #expect(result.status == 2)
        #expect(result.stderr.hasPrefix("stdin: error: [not-paths] has 2 lines"))
        let empty = try Program.run("extract", "-", in: folder.path, stdin: "")
        #expect(empty.status == 2)
        #expect(empty.stderr.hasPrefix("stdin: error: [no-input]"))
    }
}
