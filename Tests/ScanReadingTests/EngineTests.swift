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

    @Test func picturesAreHandedOverInFilesThatGo() throws {
        var seen = ""
        try TemporaryPicture([1, 2, 3]).use { path throws(ScanError) in
            seen = path
            #expect(FileManager.default.contents(atPath: path) == Data([1, 2, 3]))
        }
        #expect(!FileManager.default.fileExists(atPath: seen))
    }
}
