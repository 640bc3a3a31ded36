import Dataset
import JuesuanTestSupport
import PageModel
import TableRecognition
import Testing

@testable import Digitizer
@testable import ScanReading

/// What OCR reads is no better than the picture, and no name is wrong without a word.
@Suite struct WrongPictureTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Reads the same on every picture.
    private final class Engine: ScanEngine {
        var count = 0
        let reading: ScanReading

        init(_ reading: ScanReading) { self.reading = reading }

        func read(picture path: String, dpi: Double) throws(ScanError) -> ScanReading {
            count += 1
            return reading
        }
    }

    private static func line(_ text: String, x: Double, y: Double) -> [ReadCharacter] {
        text.enumerated().map { index, character in
            let left = x + 12 * Double(index)
            return ReadCharacter(
                text: String(character), box: Rect(x0: left, y0: y - 10, x1: left + 12, y1: y + 2),
                certainty: 0.99)
        }
    }

    /// Rows of a name and an amount, 20 points high, the first one's baseline at 50.
    private static func table(_ names: [String]) -> ScanReading {
        let bottom = 35 + 20 * Double(names.count)
        let across = (0...names.count).map {
            Ruling(.horizontal, at: 35 + 20 * Double($0), from: 20, to: 380, thickness: 1)
        }
        let down = [20.0, 200, 380].map {
            Ruling(.vertical, at: $0, from: 35, to: bottom, thickness: 1)
        }
        let lines = names.enumerated().flatMap { row, name in
            [
                line(name, x: 30, y: 50 + 20 * Double(row)),
                line("\(row + 1).00", x: 220, y: 50 + 20 * Double(row)),
            ]
        }
        return ScanReading(skew: 0, lines: lines, rulings: across + down)
    }

    private func digitize(_ pdf: [UInt8], _ engine: Engine, _ mode: ScanMode) throws
        -> DocumentRecord
    {
        try folder.write(pdf, to: "a.pdf")
        var options = Digitizer.Options()
        options.scans = mode
        return try Digitizer.digitize(
            path: folder.path + "/a.pdf", options: options, engine: engine)
    }

    @Test(arguments: [ScanMode.auto, .force])
    func chineseFromBytesIsNotReadFromTheWrongPicture(mode: ScanMode) throws {
        let engine = Engine(Self.table(["wrong"]))
        let pdf = SimpleFontPDF.page(
            content: SimpleFontPDF.line("C8ABCAC0BDE7D6A7B3F6BEF6CBE3B1ED", y: 350),
            fonts: ["#CB#CE#CC#E5"])
        let document = try digitize(pdf, engine, mode)
        #expect(engine.count == 0)
        #expect(document.paragraphs.map(\.text) == ["全世界支出决算表"])
        #expect(document.warnings.map(\.code) == ["gbk-text"])
    }

    /// Letters of no language in a font that is not in the PDF.
    @Test func namesOfAWrongPictureStayInDoubt() throws {
        let engine = Engine(Self.table(["ÌèíÀ", "Éç»á", "ÎÄÎï"]))
        let pdf = SimpleFontPDF.page(
            content: SimpleFontPDF.line(
                "CCE8EDE8F1F2E5F0F1F2E2EE20F4E8EDE0EDF1EEE2CEF2F7B8F2", y: 350),
            fonts: ["Arial"])
        let document = try digitize(pdf, engine, .auto)
        #expect(document.pages.map(\.text) == [.recognised])
        #expect(document.warnings.map(\.code) == ["text-layer-nonsense", "substituted-font"])
        let names = document.tables.flatMap(\.cells).filter {
            !$0.text.isEmpty && $0.kind != .amount
        }
        #expect(names.count == 3)
        #expect(names.allSatisfy { $0.doubt != nil })
    }

    @Test func picturesOfWordsAreReadIntoTheirCells() throws {
        let names = ["基本支出", "项目支出", "合计"]
        let engine = Engine(Self.table(names))
        var content = ""
        for row in 0..<3 {
            let y = 350 - 20 * row
            content += SimpleFontPDF.picture(x: 28, y: y - 3, width: 60, height: 14)
            content += SimpleFontPDF.line("3\(row + 4)2E3030", x: 220, y: y)
        }
        for row in 0...3 { content += "20 \(365 - 20 * row) m 380 \(365 - 20 * row) l S " }
        for x in [20, 200, 380] { content += "\(x) 305 m \(x) 365 l S " }
        let pdf = SimpleFontPDF.page(content: content, fonts: ["Helvetica"])
        let document = try digitize(pdf, engine, .auto)
        let table = try #require(document.tables.first)
        #expect(
            table.header + table.rows == zip(names, ["4.00", "5.00", "6.00"]).map { [$0, $1] })
        #expect(document.warnings.map(\.code) == ["pictures-of-text"])
        // the amounts are the page's own, not what was read
        #expect(table.cells.filter { $0.kind == .amount }.allSatisfy { $0.certainty == nil })
        let alone = try digitize(pdf, engine, .off)
        #expect(alone.warnings.map(\.code) == ["pictures-of-text"])
        #expect(engine.count == 1)
    }
}
