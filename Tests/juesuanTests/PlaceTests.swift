import Foundation
import JuesuanTestSupport
import Testing

@testable import juesuan

/// A PDF, a document's folder and the output folder, as all commands take them.
@Suite struct PlaceTests {
    private let folder: TemporaryFolder
    private var out: String { folder.path + "/out" }

    init() throws {
        folder = try TemporaryFolder()
        for name in ["a", "b"] { try folder.write("{}", to: "out/\(name)/document.json") }
        try folder.write("", to: "out/manifest.jsonl")
        try folder.write("", to: "pdfs/x.PDF")
        try folder.write("", to: "empty/notes.txt")
    }

    @Test func whatIsNamed() throws {
        let a = WrittenDocument(output: out, name: "a")
        let b = WrittenDocument(output: out, name: "b")
        #expect(try Place(out + "/") == .folder(out, documents: [a, b], pdfs: []))
        #expect(try Place(out + "/a/") == .document(a))
        #expect(try Place(out + "/a/document.json") == .document(a))
        let pdf = folder.path + "/pdfs/x.PDF"
        #expect(try Place(pdf) == .file(pdf))
        #expect(try Place("nowhere") == .file("nowhere"))
        #expect(
            try Place(folder.path + "/pdfs")
                == .folder(folder.path + "/pdfs", documents: [], pdfs: [pdf]))
        #expect(a.folder == out + "/a")
        #expect(WrittenDocument(output: ".", name: "a").folder == "a")
    }

    @Test func whatIsNeededOfIt() throws {
        #expect(try Place(out).output() == out)
        #expect(try Place(out + "/a").output() == out)
        #expect(try Place(out).documents().map(\.name) == ["a", "b"])
        #expect(try Place(out + "/b").single() == .document(.init(output: out, name: "b")))
        #expect(throws: Failure.self) { try Place(out).single() }
    }

    @Test(arguments: [
        (["show", "out"], "[several-documents] holds 2 documents: name one, such as out/a"),
        (["dataset", "empty"], "[no-documents] holds no documents; run juesuan extract first"),
        (["check", "empty"], "[no-documents]"), (["report", "empty"], "[no-documents]"),
        (["inspect", "empty", "--page", "1"], "[no-documents]"),
        (["review", "."], "[no-documents] holds no documents; did you mean out?"),
        (["sample", "pdfs"], "[no-documents] holds no documents; run juesuan extract pdfs first"),
        (["dataset", "pdfs/x.PDF"], "[not-extracted] is a file; extract it first"),
        (["review", "nowhere"], "[unreadable] is not there"),
    ])
    func whatIsNone(arguments: [String], words: String) throws {
        let line = "juesuan " + arguments.joined(separator: " ")
        let result = try Program.shell(line, in: folder.path)
        #expect(result.status != 0)
        #expect(result.stdout == "")
        #expect(result.stderr.contains(words), "\(result.stderr)")
    }
}

/// The commands with each of the three.
@Suite struct PlaceCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let sample = FileManager.default.contents(
            atPath: Repository.path(of: "samples/shanghai-2024.pdf"))
        try folder.write(try #require(sample), to: "in/s h.pdf")
        _ = try Program.run("extract", "in", "-o", "out", "-q", in: folder.path)
    }

    @Test(arguments: ["'in/s h.pdf'", "'out/s h'", "'out/s h/'", "'out/s h/document.json'", "out"])
    func theSameTableOfEach(place: String) throws {
        let result = try Program.shell(
            "juesuan show \(place) --table 2 --format csv --plain-numbers", in: folder.path)
        #expect(result.status == 0, "\(result.stderr)")
        #expect(result.stdout.contains("一、一般公共预算财政拨款收入,8299.32,"))
        let checked = try Program.shell("juesuan check \(place)", in: folder.path)
        #expect(checked.stdout.contains("10 tables known; 392 numbers proved"))
        let drawn = try Program.shell("juesuan inspect \(place) --page 4 -o p.png", in: folder.path)
        #expect(drawn.status == 0, "\(drawn.stderr)")
        #expect(folder.entries.contains("p.png"))
    }

    @Test(arguments: [
        ("'in/s h.pdf'", "s h-report.html"), ("'out/s h'", "out/s h/report.html"),
        ("out", "out/s h/report.html"),
    ])
    func aReportOfEach(place: String, file: String) throws {
        let result = try Program.shell("juesuan report \(place)", in: folder.path)
        #expect(result.stdout == file + "\n", "\(result.stderr)")
        #expect(try folder.text(file).contains("data:image/webp;base64,"))
    }

    @Test func twoReportsOfOneNameAreNotOneFile() throws {
        try folder.write(FixturePDF.prose(), to: "other/s h.pdf")
        let result = try Program.run("report", "in/s h.pdf", "other/s h.pdf", in: folder.path)
        #expect(result.status == 6)
        #expect(result.stdout == "s h-report.html\n")
        #expect(result.stderr.contains("other/s h.pdf: error: [cannot-write]"))
    }

    @Test func aDatasetOfOneDocumentLeavesThatOfAllAlone() throws {
        let one = try Program.run("dataset", "out/s h", in: folder.path)
        #expect(one.stdout.hasPrefix("s h.sqlite: 1 document, 392 numbers"))
        let refused = try Program.run(
            "dataset", "out/s h", "-o", "out/accounts.sqlite", in: folder.path)
        #expect(refused.status == 64)
        #expect(!folder.entries.contains("out/accounts.sqlite"))
    }

    @Test func aSampleIsOfTheWholeFolderAndSaysSo() throws {
        let result = try Program.run("sample", "out/s h", in: folder.path)
        #expect(result.status == 0)
        #expect(
            result.stderr == "out/s h: note: [whole-folder] is one document; a sample is of all "
                + "documents in out\n")
    }
}
