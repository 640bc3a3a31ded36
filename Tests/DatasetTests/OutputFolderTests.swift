import Foundation
import JuesuanTestSupport
import Testing

@testable import Dataset

@Suite struct OutputFolderTests {
    private let folder: TemporaryFolder
    private let output: OutputFolder

    init() throws {
        folder = try TemporaryFolder()
        output = try OutputFolder(path: folder.path)
    }

    private func write(
        _ digest: String, named name: String = "A", _ formats: Set<OutputFormat> = [.json]
    ) throws -> String {
        var document = SampleDocument.document
        document.source.sha256 = digest
        let files = DocumentFiles.files(of: document, formats: formats)
        let written = try output.write(files, named: name, sha256: digest)
        try Manifest(in: output).append(
            ManifestEntry(
                input: "\(digest).pdf", status: .done, exitCode: 0, folder: written,
                facts: ManifestEntry.Facts(document)))
        return written
    }

    private static let one = String(repeating: "1", count: 64)
    private static let two = String(repeating: "2", count: 64)

    @Test func writesAllFilesAndLeavesNothingElse() throws {
        #expect(try write(Self.one, [.csv, .json]) == "A")
        #expect(
            folder.entries == [
                "A/document.json", "A/paragraphs.txt", "A/tables/01-收入支出决算总表.csv",
                "manifest.jsonl",
            ])
    }

    @Test func sameDocumentReplacesItsFolder() throws {
        _ = try write(Self.one, [.csv, .json])
        #expect(try write(Self.one, [.json]) == "A")
        #expect(folder.entries == ["A/document.json", "A/paragraphs.txt", "manifest.jsonl"])
    }

    @Test func anotherDocumentOfTheSameNameGetsItsOwnFolder() throws {
        #expect(try write(Self.one) == "A")
        #expect(try write(Self.two) == "A~22222222")
        #expect(try write(Self.two) == "A~22222222")
        #expect(try write(Self.one) == "A")
        #expect(try folder.text("A/document.json").contains(Self.one))
    }

    @Test func withoutJSONTheManifestTellsWhoseFolderItIs() throws {
        #expect(try write(Self.one, [.csv]) == "A")
        #expect(try write(Self.two, [.csv]) == "A~22222222")
        #expect(try write(Self.one, [.csv]) == "A")
    }

    @Test func foldersOfOthersAreLeftAlone() throws {
        try folder.write("mine", to: "A/notes.txt")
        #expect(try write(Self.one) == "A~11111111")
        #expect(try folder.text("A/notes.txt") == "mine")
        try folder.write("mine", to: "B/notes.txt")
        try folder.write("mine", to: "B~11111111/notes.txt")
        #expect(throws: OutputError.occupied(path: "\(folder.path)/B~11111111")) {
            try write(Self.one, named: "B")
        }
    }

    @Test func filesAddedByHandSurviveAReplacement() throws {
        _ = try write(Self.one)
        try folder.write("mine", to: "A/notes.txt")
        _ = try write(Self.one)
        #expect(try folder.text("A/notes.txt") == "mine")
        #expect(folder.entries.allSatisfy { !$0.hasPrefix(".") })
    }

    @Test func leftoversOfKilledRunsAreRemoved() throws {
        // no process has this number: it is beyond what the kernel gives out
        try folder.write("half", to: ".A.partial-4999999/document.json")
        // this one lives, and is at work
        try folder.write("half", to: ".A.partial-1/document.json")
        try folder.write("half", to: ".B.partial-4999999-old/document.json")
        output.removeAbandoned()
        _ = try write(Self.one)
        #expect(
            folder.entries == [
                ".A.partial-1/document.json", "A/document.json", "A/paragraphs.txt",
                "manifest.jsonl",
            ])
    }

    @Test func aFailureInTheMiddleLeavesTheOldFolder() throws {
        _ = try write(Self.one)
        let before = try folder.text("A/document.json")
        let files = [
            OutputFile(path: "document.json", bytes: [1]),
            OutputFile(path: "document.json/impossible", bytes: [2]),
        ]
        #expect(throws: OutputError.self) {
            try output.write(files, named: "A", sha256: Self.one)
        }
        #expect(try folder.text("A/document.json") == before)
        #expect(folder.entries.allSatisfy { !$0.hasPrefix(".") })
    }

    @Test func fullDiskIsSaidAsSuch() {
        #expect(throws: OutputError.diskFull(path: "/dev/full")) {
            try Disk.write([1, 2, 3], to: "/dev/full")
        }
    }

    @Test func placesThatCannotBeFolders() throws {
        try folder.write("", to: "file")
        #expect(throws: OutputError.notAFolder(path: "\(folder.path)/file")) {
            try OutputFolder(path: "\(folder.path)/file/below")
        }
        #expect(throws: OutputError.self) { try OutputFolder(path: "/proc/juesuan") }
    }

    @Test(arguments: ["../x", ".x", "a/b", String(repeating: "长", count: 200), "\u{1B}"])
    func hostileNamesStayInsideTheFolder(name: String) throws {
        let written = try write(Self.one, named: name)
        #expect(!written.contains("/") && !written.hasPrefix("."))
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/\(written)/document.json"))
    }
}
