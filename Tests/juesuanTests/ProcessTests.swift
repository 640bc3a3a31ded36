import Foundation
import JuesuanTestSupport
import Testing

@testable import juesuan

/// What processes do to each other: nobody waits for ever, nobody is outlived, nothing goes without a word.
@Suite struct ProcessTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for number in 1...6 {
            try folder.write(FixturePDF.prose("Report \(number)."), to: "in/r\(number).pdf")
        }
    }

    // MARK: Inputs that are no files

    /// Who reads a pipe that nobody writes into waits for ever; a device never ends.
    @Test(arguments: ["mkfifo in/a.pdf", "ln -s /dev/zero in/a.pdf", "ln -s /dev/tty in/a.pdf"])
    func whatIsNoFileIsSaidToBeNone(made: String) throws {
        let result = try Program.shell(
            "\(made); timeout 20 '\(Program.path)' extract in -o out --timeout 1", in: folder.path)
        #expect(result.status == 6)
        #expect(result.stderr.contains("in/a.pdf: error: [unreadable] cannot be read: "))
        #expect(folder.entries.contains("out/r6/document.json"))
    }

    @Test(arguments: ["extract in/a.pdf", "show in/a.pdf", "extract in/a.txt", "report in/doc"])
    func alsoWhereItIsNamedAlone(command: String) throws {
        let result = try Program.shell(
            "mkdir in/doc; mkfifo in/a.pdf in/a.txt in/doc/document.json; "
                + "timeout 20 '\(Program.path)' \(command)", in: folder.path)
        #expect(result.status == 2, "\(result.stderr)")
    }

    @Test func aManifestThatIsAPipe() throws {
        let result = try Program.shell(
            "mkdir out; mkfifo out/manifest.jsonl; timeout 20 '\(Program.path)' extract in -o out -q",
            in: folder.path)
        #expect(result.status == 4)
        #expect(result.stderr.contains("not a regular file"))
    }

    /// A file larger than a worker's memory is not even read, and a signal ends the reading of a large one.
    @Test func filesWithoutEnd() throws {
        let large = try Program.shell(
            "truncate -s 100G in/a.pdf; timeout 20 '\(Program.path)' extract in -o out -q",
            in: folder.path)
        #expect(large.status == 6)
        #expect(large.stderr.contains("in/a.pdf: error: [too-large] "))
        let late = try Program.shell(
            "timeout 20 '\(Program.path)' extract in -o late -q --memory-limit 0 --timeout 1",
            in: folder.path)
        #expect(late.stderr.contains("in/a.pdf: error: [timeout] "))
        let asked = try Program.shell(
            "timeout -s TERM 1 '\(Program.path)' extract in -o asked -q --memory-limit 0 --timeout 60; "
                + "echo $?", in: folder.path)
        #expect(asked.stdout.hasSuffix("124\n"))
        #expect(!folder.entries.contains("asked/manifest.jsonl"))
    }

    @Test func aNameMayHoldTheSignForUnknownCharacters() throws {
        let result = try Program.shell(
            "mv in/r1.pdf in/$'\\xEF\\xBF\\xBD'.pdf; mv in/r2.pdf in/$'\\xB2\\xE2'.pdf; "
                + "juesuan extract in -o out", in: folder.path)
        #expect(result.stdout.contains("1 failed (1 bad-name)"))
        #expect(folder.entries.contains("out/\u{FFFD}/document.json"))
    }

    // MARK: Ends

    @Test(arguments: [1, 2])
    func workersGoWithTheirParent(jobs: Int) throws {
        for number in 1...2 {
            try folder.write(
                FixturePDF.endless + Array("% \(number)\n".utf8), to: "hang/h\(number).pdf")
        }
        let result = try Program.shell(
            """
            '\(Program.path)' extract hang -o out -q --jobs \(jobs) & run=$!
            sleep 1.5; workers=$(ps -o pid= --ppid $run); kill -9 $run; sleep 0.5
            for worker in $workers; do echo worker; ps -o stat= -p $worker | grep -v '^Z'; done; true
            """, in: folder.path)
        #expect(result.stdout == String(repeating: "worker\n", count: jobs))
    }

    /// The parent may be gone before the worker can say that it goes with it.
    @Test func aWorkerWhoseParentIsGoneDoesNothing() throws {
        let result = try Program.run(
            "worker", "--parent", "1", "-o", "out", in: folder.path,
            stdin: #"{"id": 1, "path": "in/r1.pdf"}"# + "\n")
        #expect(result.stdout == "")
        #expect(!folder.entries.contains { $0.hasPrefix("out") })
    }

    @Test func aWorkerAloneHasALimitOfItsOwn() throws {
        try folder.write(FixturePDF.endless, to: "in/h.pdf")
        let request = #"{"id": 1, "path": "in/h.pdf"}"# + "\n"
        let result = try Program.run(
            "worker", "-o", "out", "--timeout", "1", in: folder.path, stdin: request)
        #expect(result.crashed)
        #expect(result.status == SIGALRM)
        #expect(WorkerCommand.ownTimeout > 0)
    }

    @Test func memoryIsSaidToBeTheReason() throws {
        try folder.write(DamagedPDF.greedy, to: "in/greedy.pdf")
        let result = try Program.run(
            "extract", "in", "-o", "out", "--memory-limit", "256", in: folder.path)
        #expect(result.status == 6)
        #expect(result.stderr.contains("in/greedy.pdf: error: [memory-limit] needs more memory"))
        #expect(folder.entries.contains("out/r6/document.json"))
        let line = #"{"id": 1, "name": "g.pdf", "bytes": \#(DamagedPDF.greedy.count)}"# + "\n"
        let rows = try Program.run(
            "worker", "--rows", "--memory-limit", "256", "--ocr", "off", in: folder.path,
            stdin: Data(line.utf8) + Data(DamagedPDF.greedy))
        #expect(rows.stdout.hasPrefix(#"{"id": 1, "last": true, "status": "failed""#))
        #expect(rows.stdout.contains(#""code": "memory-limit""#))
    }

    // MARK: One output, several processes

    @Test func twoBatchesDoNotSwapTheirDocuments() throws {
        for number in 1...40 {
            for side in ["one", "two"] {
                try folder.write(
                    FixturePDF.prose("Report \(number) of \(side)."), to: "\(side)/r\(number).pdf")
            }
        }
        let result = try Program.shell(
            """
            '\(Program.path)' extract one -o out -q & first=$!
            '\(Program.path)' extract two -o out -q & second=$!
            wait $first; echo $?; wait $second; echo $?
            """, in: folder.path)
        #expect(result.stdout == "0\n0\n")
        let lines = try folder.text("out/manifest.jsonl").split(separator: "\n")
        #expect(lines.count == 80)
        var folders: Set<String> = []
        for line in lines {
            let entry = try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let place = try #require(entry["folder"] as? String)
            let digest = try #require(entry["sha256"] as? String)
            folders.insert(place)
            #expect(try folder.text("out/\(place)/document.json").contains(digest), "\(line)")
        }
        #expect(folders.count == 80)
    }

    /// A batch with one document that takes two seconds; meanwhile something happens.
    private func disturbed(_ event: String) throws -> Program.Result {
        try folder.write(FixturePDF.endless, to: "in/r3b.pdf")
        return try Program.shell(
            """
            '\(Program.path)' extract in -o out --jobs 1 --timeout 2 & run=$!
            sleep 1; \(event); wait $run
            """, in: folder.path)
    }

    @Test(arguments: ["rm -rf out", "rm -rf out; mkdir out", "rm -rf out; touch out"])
    func anOutputThatIsRemovedMeanwhile(event: String) throws {
        let result = try disturbed(event)
        #expect(result.status == 4, "\(result.stderr)")
        #expect(result.stderr.contains("out: error: [lost] was removed, or replaced"))
        #expect(!result.stderr.contains("r6.pdf: error"))
    }

    @Test func aDocumentThatIsRemovedMeanwhile() throws {
        let result = try disturbed("rm -r out/r1")
        #expect(result.status == 4)
        #expect(
            result.stderr.contains(
                "out: error: [lost] 1 of 7 inputs are not there, in/r1.pdf first"))
        let again = try Program.run("extract", "in", "-o", "out", "--timeout", "2", in: folder.path)
        #expect(again.status == 6)
        #expect(folder.entries.contains("out/r1/document.json"))
    }

    /// A worker that is ended leaves nothing, not even an empty folder.
    @Test func nothingIsLeftOfWorkersThatAreEnded() throws {
        try folder.write(FixturePDF.endless, to: "in/h.pdf")
        let result = try Program.run(
            "extract", "in", "-o", "out", "-q", "--timeout", "1", "--format", "xlsx",
            in: folder.path)
        #expect(result.status == 6)
        #expect(folder.entries.filter { $0.hasPrefix("out/.") } == [])
    }

    @Test func aFileInPlaceOfTheFolder() throws {
        try folder.write("", to: "out")
        let result = try Program.run("extract", "in", "-o", "out", in: folder.path)
        #expect(result.status == 4)
        #expect(result.stderr.contains("[not-a-folder]"))
    }

    // MARK: Documents made to hurt

    private static let faults = Repository.path(of: "../shared/corpus/faults")

    @Test(.enabled(if: FileManager.default.fileExists(atPath: faults), "the corpus is not there"))
    func noDocumentEndsTheProcessInCharge() throws {
        let result = try Program.run(
            "extract", Self.faults, "-o", "out", "--timeout", "4", "--memory-limit", "768",
            in: folder.path)
        #expect(!result.crashed)
        #expect([0, 6].contains(result.status))
        let manifest = try folder.text("out/manifest.jsonl").split(separator: "\n")
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.faults)
        #expect(manifest.count == names.count { $0.hasSuffix(".pdf") })
        let start = ContinuousClock.now
        let catalogue = try Program.run(
            "catalogue", Self.faults + "/11-catalogue-laughkey", in: folder.path)
        #expect(catalogue.status == 64)
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    // MARK: The system

    private static let canUnmount =
        (try? Program.shell("unshare -m umount -l /proc", in: "/"))?.status == 0

    @Test(.enabled(if: canUnmount, "only root can take /proc away"))
    func withoutProcNothingIsDone() throws {
        let result = try Program.shell(
            "unshare -m sh -c \"umount -l /proc && '\(Program.path)' extract in -o out\"",
            in: folder.path)
        #expect(result.status == 3)
        #expect(result.stderr.contains("[no-proc]"))
        #expect(result.stdout == "")
    }

    /// A disk without room, as files may have no byte.
    @Test func aDatasetThatCannotBeWrittenLeavesNothing() throws {
        _ = try Program.run("extract", "in", "-o", "out", "-q", in: folder.path)
        let result = try Program.shell(
            "trap '' XFSZ; ulimit -f 0; '\(Program.path)' dataset out 2>/dev/null | cat; exit ${PIPESTATUS[0]}",
            in: folder.path)
        #expect(result.status == 4)
        #expect(!folder.entries.contains("out/accounts.sqlite"))
    }
}
