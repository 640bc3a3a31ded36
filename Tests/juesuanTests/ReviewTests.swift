import Dataset
import Digitizer
import FinalAccounts
import Foundation
import JuesuanTestSupport
import TableRecognition
import Testing

/// `juesuan review`, `report` and `sample`, as a person uses them.
@Suite struct ReviewTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let made = try ReviewTests.made.get()
        try FileManager.default.copyItem(
            atPath: made.folder.path + "/out", toPath: folder.path + "/out")
    }

    /// A report with one wrong figure, one whose texts are hostile, and others: made once.
    private struct Made: Sendable {
        nonisolated(unsafe) let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            _ = try Program.run(
                "extract", Repository.path(of: "samples"), "-o", "out", "-q", "--format", "json",
                in: folder.path)
            var faulty = try read("ministry-2024")
            try ReviewTests.plantError(&faulty)
            faulty.checkAccounts(with: .standard)
            try FileManager.default.removeItem(atPath: folder.path + "/out/ministry-2024")
            try write(faulty, to: "faulty")
            var hostile = try read("shanghai-2024")
            hostile.source.sha256 = String(repeating: "0badc0de", count: 8)
            ReviewTests.makeHostile(&hostile)
            try write(hostile, to: "hostile")
        }

        private func read(_ name: String) throws -> DocumentRecord {
            try #require(
                DocumentReader.document(Array(folder.text("out/\(name)/document.json").utf8)))
        }

        private func write(_ document: DocumentRecord, to name: String) throws {
            try FileManager.default.createDirectory(
                atPath: folder.path + "/out/" + name, withIntermediateDirectories: true)
            try folder.write(DocumentJSON.bytes(of: document), to: "out/\(name)/document.json")
        }
    }

    private static let made = Result { try Made() }

    /// Another figure than the one on the page, which relations tell.
    private static func plantError(_ document: inout DocumentRecord) throws {
        let table = try #require(document.tables.firstIndex { $0.title == "收入决算表" })
        let cell = try #require(
            document.tables[table].cells.lastIndex { $0.status == .proved && $0.amount != "0.00" })
        document.tables[table].cells[cell].text = "77.77"
        document.tables[table].cells[cell].raw = "77.77"
        document.tables[table].cells[cell].amount = "77.77"
        let place = document.tables[table].cells[cell]
        let header = document.tables[table].header.count
        document.tables[table].rows[place.row - header][place.column] = "77.77"
    }

    private static func makeHostile(_ document: inout DocumentRecord) {
        let script =
            "<script>window.stolen=1</script><img src='x' onerror='window.stolen=2'>\"'`../"
        document.organisation = "hostile " + script
        document.source.file = "../../" + script
        for table in document.tables.indices {
            document.tables[table].title = script
            document.tables[table].note = script + String(repeating: "长", count: 20_000)
            for cell in document.tables[table].cells.indices
            where document.tables[table].cells[cell].kind == .text {
                document.tables[table].cells[cell].text = script + "\u{1}\u{7}\u{1B}[31m"
                document.tables[table].cells[cell].raw = script
            }
        }
        // five megabytes in one cell
        if let cell = document.tables[0].cells.lastIndex(where: { $0.kind == .text }) {
            document.tables[0].cells[cell].text = String(repeating: "<b>巨</b>", count: 500_000)
        }
    }

    @Test(.enabled(if: OutsideTool.hasBrowser, "make test installs Chromium and Selenium"))
    func aPersonReviews() throws {
        let report = try Program.run("report", "out/faulty", in: folder.path)
        #expect(report.status == 0)
        let pictures = Repository.path(of: ".build/screenshots")
        let result = try Program.shell(
            "'\(OutsideTool.python ?? "")' '\(Repository.path(of: "Tests/juesuanTests/review_in_browser.py"))' "
                + "'\(Program.path)' \"$PWD/out\" '\(pictures)'", in: folder.path)
        #expect(result.status == 0, "\(result.stdout)\(result.stderr)")
        #expect(result.stdout.contains("all done"))
        #expect(FileManager.default.fileExists(atPath: pictures + "/list-390.png"))
    }

    @Test(.enabled(if: OutsideTool.python != nil, "make test installs Python"))
    func requestsOfOthersAreRefused() throws {
        let result = try Program.shell(
            "'\(OutsideTool.python ?? "")' '\(Repository.path(of: "Tests/juesuanTests/review_requests.py"))' "
                + "'\(Program.path)' \"$PWD/out\"", in: folder.path)
        #expect(result.status == 0, "\(result.stdout)\(result.stderr)")
        #expect(result.stdout.contains("all done"))
    }

    @Test func aSampleIsDrawnAndTold() throws {
        let drawn = try Program.run(
            "sample", "out", "--error-rate", "0.5", "--confidence", "0.5", "--seed", "1",
            in: folder.path)
        #expect(drawn.status == 0, "\(drawn.stderr)")
        #expect(drawn.stdout.hasPrefix("sample 1: look at 1 of "))
        let result = try Program.run("sample", "result", "out", in: folder.path)
        #expect(result.stdout.contains("0 of 1 looked at"))
        #expect(result.stdout.contains("1 number still to be looked at"))
    }

    @Test func aReportIsOneSmallFile() throws {
        let result = try Program.run("report", "out/faulty", "out/shanghai-2024", in: folder.path)
        #expect(result.status == 0)
        #expect(result.stderr == "")
        #expect(result.stdout == "out/faulty/report.html\nout/shanghai-2024/report.html\n")
        for name in ["faulty", "shanghai-2024"] {
            let report = try folder.text("out/\(name)/report.html")
            #expect(report.utf8.count < 2_000_000)
            #expect(report.contains("data:image/webp;base64,"))
        }
    }

    @Test func withoutThePDFThereAreNoPictures() throws {
        let result = try Program.run("report", "out/hostile", in: folder.path)
        #expect(result.status == 0)
        #expect(result.stderr.contains("[no-pdf]"))
        #expect(!(try folder.text("out/hostile/report.html").contains("data:image")))
    }

    @Test(arguments: [
        (["report", "nowhere"], 2, "[unreadable]"),
        (["review", "nowhere"], 2, "[unreadable]"),
        (["sample", "nowhere"], 2, "[unreadable]"),
        (["sample", "result", "out"], 2, "[no-sample]"),
        (["sample", "out", "--error-rate", "1"], 64, "--error-rate"),
    ])
    func badInput(arguments: [String], status: Int32, words: String) throws {
        let line = "juesuan " + arguments.joined(separator: " ")
        let result = try Program.shell(line, in: folder.path)
        #expect(result.status == status)
        #expect(result.stderr.contains(words), "\(result.stderr)")
    }
}
