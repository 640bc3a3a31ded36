import Foundation
import PDFSource
import PageModel
import Testing

/// All suites of this target, one test after another: Poppler is not safe across threads.
@Suite(.serialized) enum PDFSourceTests {}

/// PDFs to read in tests.
enum Fixture {
    /// The path of a PDF that Fixtures/make_fixtures.py made.
    static func path(_ name: String) throws -> String {
        try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(name).pdf").path
    }

    /// The path of a PDF in samples/.
    static func sample(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("samples/\(name).pdf").path
    }

    static func page(_ number: Int, of name: String) throws -> Page {
        try PDFDocument(path: path(name)).page(number)
    }
}

/// Files that go with the test.
final class TemporaryFiles {
    private var paths: [String] = []

    /// The path of a new file.
    func path(_ bytes: some Sequence<UInt8>) throws -> String {
        let path = NSTemporaryDirectory() + "juesuan-\(UUID().uuidString).pdf"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        paths.append(path)
        return path
    }

    func path(_ text: String) throws -> String { try path(text.utf8) }

    deinit { paths.forEach { try? FileManager.default.removeItem(atPath: $0) } }
}

extension Page {
    /// The glyphs' characters in the PDF's order, without spaces.
    var text: String { String(String.UnicodeScalarView(glyphs.map(\.scalar))) }
    var overlayText: String { String(String.UnicodeScalarView(overlay.map(\.scalar))) }

    func rulings(_ axis: Ruling.Axis) -> [Ruling] {
        rulings.filter { $0.axis == axis }.sorted {
            ($0.position, $0.start) < ($1.position, $1.start)
        }
    }
}

extension Page {
    /// Position, start and end of the rulings that run along this axis on the page as displayed.
    func displayedRulings(_ axis: Ruling.Axis) -> [[Int]] {
        rulings.compactMap { ruling in
            let line = asDisplayed(
                ruling.axis == .horizontal
                    ? Rect(
                        x0: ruling.start, y0: ruling.position, x1: ruling.end, y1: ruling.position)
                    : Rect(
                        x0: ruling.position, y0: ruling.start, x1: ruling.position, y1: ruling.end))
            let isHorizontal = line.width > line.height
            guard isHorizontal == (axis == .horizontal) else { return nil }
            let ends = isHorizontal ? [line.y0, line.x0, line.x1] : [line.x0, line.y0, line.y1]
            return ends.map { Int($0.rounded()) }
        }
    }
}

extension Ruling {
    /// Position, start and end rounded to whole points, which is how the fixtures are drawn.
    var rounded: [Int] { [position, start, end].map { Int($0.rounded()) } }
}
