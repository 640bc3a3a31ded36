import Foundation
import JuesuanTestSupport
import PageModel
import Testing

@testable import ScanReading

/// An engine that dies, hangs, is missing or talks nonsense costs its page alone.
@Suite struct EngineTests {
    private let folder: TemporaryFolder
    private static let page =
        #""lines": [{"box": [72, 144, 108, 168], "characters": "#
        + #"[["1", 72, 84, 0.7, [["1", 0.7], ["7", 0.25], ["", 0.01]]], [".", 84, 90, 0.9], ["20", 90, 108, 1]]}], "#
        + #""rulings": [["h", 72, 0, 144, 2], ["v", 36, 72, 144, 1]], "skew": 0.5"#

    init() throws { folder = try TemporaryFolder() }

    /// An engine that says hello and then runs a line of sh for each request; `$id` is the request's.
    private func engine(
        _ body: String, hello: String = #"{"ready": "juesuan-ocr/1"}"#, seconds: Double = 5
    ) throws -> EngineHelper {
        let script = """
            echo started >> '\(folder.path)/starts'
            echo '\(hello)'
            while read -r line; do
                id=${line#*'"id": "'}; id=${id%%'"'*}
                \(body)
            done
            """
        try folder.write(script, to: "engine.sh")
        return EngineHelper(
            arguments: ["/bin/sh", folder.path + "/engine.sh"], seconds: seconds)
    }

    private var starts: Int {
        ((try? folder.text("starts")) ?? "").split(separator: "\n").count
    }

    private func answer(_ members: String) -> String { "echo '{\"id\": \"'$id'\", \(members)}'" }

    @Test func aPageIsReadInPoints() throws {
        let engine = try engine(answer(Self.page))
        let reading = try engine.read(picture: "a.png", dpi: 144)
        #expect(reading.skew == 0.5)
        #expect(
            reading.rulings == [
                Ruling(.horizontal, at: 36, from: 0, to: 72, thickness: 1),
                Ruling(.vertical, at: 18, from: 36, to: 72, thickness: 0.5),
            ])
        let first = try #require(reading.lines.first?.first)
        #expect(first.box == Rect(x0: 36, y0: 72, x1: 42, y1: 84))
        #expect(first.alternatives.map(\.text) == ["7", ""])
        let page = reading.page(of: Page(number: 3, width: 595, height: 842, textKind: .scanned))
        #expect(page.textKind == .recognised)
        #expect(page.number == 3)
        #expect(page.glyphs.map { String($0.scalar) } == ["1", ".", "2", "0"])
        #expect(page.glyphs[3].box == Rect(x0: 49.5, y0: 72, x1: 54, y1: 84))
        _ = try engine.read(picture: "b.png", dpi: 144)
        #expect(starts == 1)
    }

    @Test func oneThatDiesIsStartedAgain() throws {
        // each life is good for one page
        let engine = try engine(answer(Self.page) + "; exit 0")
        for _ in 0..<3 { _ = try engine.read(picture: "a.png", dpi: 144) }
        #expect(starts == 3)
    }

    @Test func oneThatDiesOfAPageSaysItsLastWord() throws {
        let engine = try engine("echo 'out of memory' >&2; kill -9 $$")
        #expect(throws: ScanError.died(reason: "out of memory")) {
            try engine.read(picture: "a.png", dpi: 144)
        }
    }

    @Test func oneThatHangsIsGivenUp() throws {
        let engine = try engine("sleep 60", seconds: 0.3)
        #expect(throws: ScanError.hangs(seconds: 0)) {
            try engine.read(picture: "a.png", dpi: 144)
        }
    }

    @Test(arguments: [
        "echo nonsense", #"echo '{"id": "another", "lines": [], "rulings": []}'"#,
        #"echo '{"id": "'$id'"}'"#, "printf '\\377\\376\\n'", "echo '[]'",
    ])
    func nonsense(reply: String) throws {
        #expect(throws: ScanError.nonsense) {
            try engine(reply).read(picture: "a.png", dpi: 144)
        }
    }

    @Test func aPageThatItCannotReadCostsNoNewStart() throws {
        let engine = try engine(answer(#""error": "the file is no picture""#))
        for _ in 0..<2 {
            #expect(throws: ScanError.refused("the file is no picture")) {
                try engine.read(picture: "a.png", dpi: 144)
            }
        }
        #expect(starts == 1)
    }

    @Test func oneThatIsNotThereIsNotLookedForOnEveryPage() {
        let engine = EngineHelper(arguments: [folder.path + "/none"])
        for _ in 0..<3 {
            #expect(throws: ScanError.self) { try engine.read(picture: "a.png", dpi: 144) }
        }
        #expect(
            throws: ScanError.cannotStart(
                folder.path + "/none", reason: "no such file or directory")
        ) {
            try engine.read(picture: "a.png", dpi: 144)
        }
    }

    @Test func oneThatEndsAtItsStartGivesItsReason() throws {
        try folder.write("echo 'rapidocr is not installed' >&2; exit 3", to: "engine.sh")
        let engine = EngineHelper(arguments: ["/bin/sh", folder.path + "/engine.sh"])
        #expect(throws: ScanError.died(reason: "rapidocr is not installed")) {
            try engine.read(picture: "a.png", dpi: 144)
        }
    }

    /// Numbers beyond the page, and such that are none.
    @Test func whatAnEngineSaysIsBounded() throws {
        let engine = try engine(
            answer(
                #""lines": [{"box": [0, 100, 90, 1e999], "characters": [["1", 1, 1e999, 0.5], "#
                    + #"["2", 10, 20, 7], ["3", 1e300, 1e301, 0.5], ["4", 10, 20, 0.5, [["5", 9]]]]}], "#
                    + #""rulings": [["h", 1e999, 0, 1, 1], ["v", 100, -1e308, 1e308, 1e300]], "skew": 1e999"#
            ))
        let reading = try engine.read(picture: "a.png", dpi: 72)
        let page = reading.page(of: Page(number: 1, width: 595, height: 842, textKind: .scanned))
        #expect(page.skew == 0)
        #expect(page.readings.map(\.text) == ["1", "4"])
        #expect(page.readings.allSatisfy { $0.alternatives.isEmpty })
        #expect(page.glyphs.allSatisfy { $0.box.x1 <= 700 && $0.box.y1 <= 1000 })
        #expect(page.rulings.count == 1)
        #expect(page.rulings.allSatisfy { $0.end <= 1000 && $0.thickness <= 100 })
    }

    /// The process that asks may start nothing itself.
    @Test func aStarterStartsTheEngineAndEndsIt() throws {
        let script = """
            echo $$ >> '\(folder.path)/engines'
            echo '{"ready": "juesuan-ocr/1"}'
            while read -r line; do
                id=${line#*'"id": "'}; id=${id%%'"'*}
                [ "$id" = 2 ] && exit 1
                \(answer(Self.page))
            done
            """
        try folder.write(script, to: "engine.sh")
        let command = ["/bin/sh", folder.path + "/engine.sh"]
        var engine: EngineHelper?
        var starter = EngineStarter(arguments: command)
        #expect(starter != nil)
        engine = EngineHelper(arguments: command, seconds: 5, starter: starter)
        let pictures = try #require(engine?.pictureFolder)
        #expect(FileManager.default.fileExists(atPath: pictures))
        for _ in 1...3 { _ = try engine?.read(picture: "a.png", dpi: 144) }
        let engines = try folder.text("engines").split(separator: "\n")
        #expect(engines.count == 2)
        (engine, starter) = (nil, nil)
        // the starter sees that nobody is there any more
        for _ in 0..<100 where FileManager.default.fileExists(atPath: pictures) { usleep(20_000) }
        #expect(!FileManager.default.fileExists(atPath: pictures))
        for process in engines { #expect(kill(pid_t(process) ?? 0, 0) != 0) }
    }

    @Test func aStarterSaysWhatCannotBeStarted() throws {
        let command = [folder.path + "/none"]
        let engine = EngineHelper(
            arguments: command, seconds: 5, starter: EngineStarter(arguments: command))
        #expect(
            throws: ScanError.cannotStart(command[0], reason: "no such file or directory")
        ) {
            try engine.read(picture: "a.png", dpi: 144)
        }
    }

    @Test func picturesAreHandedOverInFilesThatGo() throws {
        var seen = ""
        try TemporaryPicture([1, 2, 3]).use { path throws(ScanError) in
            seen = path
            #expect(FileManager.default.contents(atPath: path) == Data([1, 2, 3]))
        }
        #expect(!FileManager.default.fileExists(atPath: seen))
    }
}
