import PDFSource
import PageModel
import Testing

extension PDFSourceTests {
    /// Pages painted in earnest.
    @Suite struct PictureTests {
        private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

        /// Width and height, from a PNG file's first chunk.
        private func size(_ png: [UInt8]) -> [Int] {
            [16, 20].map { png[$0..<($0 + 4)].reduce(0) { $0 << 8 | Int($1) } }
        }

        @Test func sizeByScale() throws {
            let document = try PDFDocument(path: Fixture.path("rotated"))
            for (page, scale, width, height) in [(1, 1.0, 300, 400), (2, 2, 800, 600)] {
                let png = try document.picture(ofPage: page, scale: scale)
                #expect(Array(png.prefix(8)) == PictureTests.signature)
                #expect(size(png) == [width, height])
            }
        }

        @Test func marksAreDrawn() throws {
            let document = try PDFDocument(path: Fixture.path("rulings"))
            let plain = try document.picture(ofPage: 1, scale: 1)
            let mark = PageMark(
                box: Rect(x0: 50, y0: 50, x1: 90, y1: 90), colour: 0xFF0000, tint: 0.5,
                label: "1,2")
            #expect(try document.picture(ofPage: 1, scale: 1, marks: [mark]) != plain)
            #expect(try document.picture(ofPage: 1, scale: 1) == plain)
        }

        /// While pages are read nothing is painted; that must not leak into pictures, nor back.
        @Test func readingAndPaintingTakeTurns() throws {
            let document = try PDFDocument(path: Fixture.path("scans"))
            let picture = try document.picture(ofPage: 1, scale: 1)
            let page = try document.page(1)
            #expect(try document.picture(ofPage: 1, scale: 1) == picture)
            #expect(try document.page(1) == page)
            #expect(picture.count > 1000, "the page's picture is on it")
        }

        @Test(arguments: [0, -1, 1000]) func sizesThatCannotBe(scale: Double) throws {
            let document = try PDFDocument(path: Fixture.path("rotated"))
            let error = try #require(throws: PDFError.self) {
                _ = try document.picture(ofPage: 1, scale: scale)
            }
            guard case .cannotDraw(page: 1, _) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }
}
