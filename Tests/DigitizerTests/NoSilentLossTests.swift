import Foundation
import JuesuanTestSupport
import PDFSource
import PageModel
import TableRecognition
import Testing

/// Every visible character of a page ends in a cell, a caption, a note, a header or footer, or
/// the text outside tables: none is lost, none is given twice.
@Suite struct NoSilentLossTests {
    static let samples = ["ministry-2024", "ministry-2024-unruled", "shanghai-2024"].map {
        Repository.path(of: "samples/\($0).pdf")
    }

    static let corpus: [String] = {
        let folder = Repository.path(of: "../shared/corpus")
        let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        // those of faults/ are made to hang
        return all.filter { $0.hasSuffix(".pdf") && !$0.hasPrefix("faults/") }.sorted().map {
            folder + "/" + $0
        }
    }()

    @Test(arguments: samples) func ofTheSamples(path: String) throws { try expectNothingLost(path) }

    @Test(
        .enabled(if: !NoSilentLossTests.corpus.isEmpty, "no ../shared/corpus here"),
        arguments: corpus)
    func ofTheCorpus(path: String) throws { try expectNothingLost(path) }

    private func expectNothingLost(_ path: String) throws {
        let document = try PDFDocument(path: path)
        let pages = try (1...document.pageCount).map { try document.page($0) }
        let recognition = TableRecognizer.recognise(pages)
        let printed = count(pages.flatMap(\.glyphs).map(\.scalar))
        let cells = recognition.tables.flatMap(\.cells).flatMap(\.lines)
        let around = recognition.claimed.flatMap(\.texts)
        let rest = recognition.remaining.flatMap { $0.lines + $0.furniture }.map(\.text)
        let given = count((cells + around + rest).flatMap(\.unicodeScalars).filter { !$0.isBlank })
        let lost = printed.filter { given[$0.key, default: 0] < $0.value }
        let doubled = given.filter { printed[$0.key, default: 0] < $0.value }
        #expect(lost.isEmpty && doubled.isEmpty, "\(path): lost \(lost), doubled \(doubled)")
    }

    /// How often each character occurs; full-width digits count as plain ones.
    private func count(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar: Int] {
        scalars.reduce(into: [:]) { counts, scalar in
            let isWide = scalar.value >= 0xFF10 && scalar.value <= 0xFF19
            counts[
                (isWide ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar) ?? scalar, default: 0] +=
                1
        }
    }
}
