import Foundation
import JuesuanTestSupport
import Testing

/// What a person sees on a terminal; `script` gives the program one.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
struct TerminalTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for number in 1...7 {
            try folder.write(FixturePDF.prose("Report \(number)."), to: "in/r\(number).pdf")
        }
    }

    private func shown(_ arguments: String, terminal: String = "xterm") throws -> String {
        try Program.shell(
            "TERM=\(terminal) script -qec \"'\(Program.path)' \(arguments)\" /dev/null",
            in: folder.path
        ).stdout
    }

    @Test func aBatchShowsHowFarItIsAndThenTheSum() throws {
        let text = try shown("extract in -o out")
        #expect(text.contains("\r\u{1B}[K[....................] 0/7 documents, 0 pages"))
        #expect(text.contains("7/7 documents, 7 pages"))
        // the line is gone when the sum is written
        let last = try #require(text.components(separatedBy: "\r\u{1B}[K").last)
        #expect(last.hasPrefix("7 documents: 0 tables on 7 pages, in out/; 7 to look at"))
        #expect(last.contains("look first at:"))
        #expect(!text.contains("→"))
    }

    @Test func verboseShowsEachDocument() throws {
        let text = try shown("extract in -o out --verbose")
        #expect(text.contains("in/r7.pdf → out/r7/"))
    }

    @Test func quietAndPlainTerminalsShowNone() throws {
        #expect(try shown("extract in -o out -q") == "")
        #expect(!(try shown("extract in -o other", terminal: "dumb").contains("\u{1B}[K")))
    }

    @Test func oneDocumentIsNamedWhileItIsRead() throws {
        let text = try shown("extract in/r1.pdf -o out")
        #expect(text.hasPrefix("\r\u{1B}[Kreading in/r1.pdf\r\u{1B}[Kin/r1.pdf → out/r1/"))
    }
}
