import Foundation
import JuesuanTestSupport
import Testing

@testable import juesuan

/// Many documents: nothing that one of them does is to cost another, and no end is to cost what is done.
@Suite struct BatchTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for number in 1...6 {
            try folder.write(FixturePDF.prose("Report \(number)."), to: "in/r\(number).pdf")
        }
    }

    private func entries(_ name: String) -> [String] {
        folder.entries.filter { $0.hasPrefix(name + "/") }.map { String($0.dropFirst(name.count)) }
    }

    private func expectSame(_ one: String, _ other: String) throws {
        #expect(entries(one) == entries(other))
        for entry in entries(one) {
            #expect(try folder.text(one + entry) == folder.text(other + entry), "\(entry)")
        }
    }

    @Test func theOutputIsTheSameHoweverManyWorkers() throws {
        for jobs in 1...3 {
            let result = try Program.run(
                "extract", "in", "-o", "out\(jobs)", "-q", "--jobs", "\(jobs)", in: folder.path)
            #expect(result.status == 0)
        }
        try expectSame("out1", "out2")
        try expectSame("out1", "out3")
        let single = try Program.run("extract", "in/r1.pdf", "-o", "single", "-q", in: folder.path)
        #expect(single.status == 5)
        #expect(
            try folder.text("single/r1/document.json") == folder.text("out1/r1/document.json"))
    }

    @Test func badDocumentsCostThemselvesAlone() throws {
        _ = try Program.run("extract", "in", "-o", "good", "-q", in: folder.path)
        try folder.write(FixturePDF.prose("Cut off.").prefix(300), to: "in/cut.pdf")
        try folder.write([], to: "in/empty.pdf")
        try folder.write("<html>", to: "in/page.pdf")
        let result = try Program.run("extract", "in", "-o", "all", in: folder.path)
        #expect(result.status == 6)
        #expect(result.stdout.contains("3 failed (1 damaged, 1 empty-file, 1 not-a-pdf)"))
        #expect(entries("all") == entries("good"))
        for entry in entries("good") where entry != "/manifest.jsonl" {
            #expect(try folder.text("all" + entry) == folder.text("good" + entry))
        }
        #expect(try folder.text("all/manifest.jsonl").split(separator: "\n").count == 9)
    }

    /// A page whose content takes for ever.
    @Test func aDocumentThatHangsIsGivenUp() throws {
        try folder.write(FixturePDF.endless, to: "in/endless.pdf")
        let result = try Program.run(
            "extract", "in", "-o", "out", "--timeout", "2", in: folder.path)
        #expect(result.status == 6)
        #expect(result.stderr.contains("in/endless.pdf: error: [timeout] took longer than 2 s"))
        #expect(folder.entries.contains("out/r6/document.json"))
    }

    @Test func aDocumentThatWantsTooMuchMemoryCostsItselfAlone() throws {
        try folder.write(DamagedPDF.greedy, to: "in/greedy.pdf")
        let strict = try Program.run(
            "extract", "in", "-o", "out", "--memory-limit", "256", in: folder.path)
        #expect(strict.status == 6)
        #expect(strict.stderr.contains("in/greedy.pdf: error: [memory-limit]"))
        #expect(folder.entries.contains("out/r6/document.json"))
        // it is the limit that ends it
        let generous = try Program.run(
            "extract", "in", "-o", "out", "--memory-limit", "0", in: folder.path)
        #expect(generous.status == 0)
    }

    @Test func whatIsDoneIsNotDoneAgain() throws {
        _ = try Program.run("extract", "in", "-o", "out", "-q", in: folder.path)
        let stamp = try modified("out/r1/document.json")
        let again = try Program.run("extract", "in", "-o", "out", in: folder.path)
        #expect(again.stdout.contains("; 6 done before (--force does them again)"))
        #expect(try modified("out/r1/document.json") == stamp)
        // asked for in another way it is another matter
        let other = try Program.run(
            "extract", "in", "-o", "out", "--format", "json", in: folder.path)
        #expect(!other.stdout.contains("done before"))
        let forced = try Program.run(
            "extract", "in", "-o", "out", "--format", "json", "--force", in: folder.path)
        #expect(!forced.stdout.contains("done before"))
        #expect(try modified("out/r1/document.json") != stamp)
    }

    /// The end of a batch tells of all its documents, also of those that were done before.
    @Test func theSumIsTheSameWhenGoneOnWith() throws {
        let sample = FileManager.default.contents(
            atPath: Repository.path(of: "samples/shanghai-2024.pdf"))
        try folder.write(try #require(sample), to: "in/shanghai.pdf")
        let first = try Program.run("extract", "in", "-o", "out", in: folder.path)
        let sum = try #require(
            first.stdout.split(separator: "\n").first { $0.hasPrefix("numbers: ") })
        #expect(!sum.hasPrefix("numbers: 0 proved"))
        let again = try Program.run("extract", "in", "-o", "out", in: folder.path)
        #expect(again.stdout.contains("7 done before"))
        #expect(again.stdout.contains("\n\(sum)\n"))
    }

    /// A folder that another document has taken since does not hold the first.
    @Test func whatIsNotThereAnyMoreIsDoneAgain() throws {
        try folder.write(FixturePDF.prose("Another one."), to: "other/r1.pdf")
        _ = try Program.run("extract", "in", "-o", "out", "-q", in: folder.path)
        try FileManager.default.removeItem(atPath: folder.path + "/out/r1")
        _ = try Program.run("extract", "other/r1.pdf", "-o", "out", "-q", in: folder.path)
        let result = try Program.run("extract", "in", "other", "-o", "out", in: folder.path)
        #expect(result.stdout.contains("; 6 done before"))
        let folders = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out")
        #expect(folders.filter { $0.hasPrefix("r1") }.count == 2)
    }

    @Test func folderNamesThatLookLikeOptions() throws {
        let result = try Program.run("extract", "in", "-o=-out", "-q", in: folder.path)
        #expect(result.status == 0)
        #expect(folder.entries.contains("-out/r1/document.json"))
    }

    private func modified(_ name: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[
            .modificationDate] as? Date
    }

    @Test func oneDocumentUnderTwoNamesIsDoneOnceAndNotedTwice() throws {
        try folder.write(FixturePDF.prose("Report 1."), to: "in/again/copy.pdf")
        _ = try Program.run("extract", "in", "-o", "out", "-q", in: folder.path)
        let manifest = try folder.text("out/manifest.jsonl").split(separator: "\n")
        #expect(manifest.count == 7)
        #expect(manifest.count { $0.contains("\"folder\": \"copy\"") } == 2)
        #expect(!folder.entries.contains("out/r1/document.json"))
    }

    @Test func aWorkerAnswersEachRequestOnALine() throws {
        let requests =
            #"{"id": 7, "path": "in/r1.pdf", "folder": "a"}"# + "\nnonsense\n"
            + #"{"id": 8, "path": "in/none.pdf"}"# + "\n"
        let result = try Program.run(
            "worker", "--output", "out", in: folder.path, stdin: requests)
        #expect(result.status == 0)
        let replies = result.stdout.split(separator: "\n")
        #expect(replies.count == 2)
        #expect(replies[0].hasPrefix(#"{"id": 7, "status": "no-table", "exit": 5, "folder": "a""#))
        #expect(replies[1].contains(#""id": 8, "status": "failed", "exit": 2"#))
        #expect(folder.entries.contains("out/a/document.json"))
    }

    @Test(arguments: [["--jobs", "0"], ["--timeout", "0"], ["--memory-limit", "5"]])
    func limitsThatMakeNoSense(arguments: [String]) throws {
        let result = try Program.run(
            "extract", "in", arguments[0], arguments[1], in: folder.path)
        #expect(result.status == 64)
    }
}
