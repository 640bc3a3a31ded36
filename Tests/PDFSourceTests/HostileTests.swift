import CDrawingTap
import PageModel
import Testing

@testable import PDFSource

extension PDFSourceTests {
    /// Pages made to hurt: what they cost is said, and costs no other page.
    @Suite struct HostileTests {
        private func pages(_ name: String) throws -> [Page] {
            let document = try PDFDocument(path: Fixture.path(name))
            return try (1...document.pageCount).map { try document.page($0) }
        }

        private static let sound = "Seen1.00After2.00"

        /// cairo gives up a font face for good that it cannot make so large.
        @Test func glyphsLargerThanAnyFontBreakNone() throws {
            for page in try pages("hostile-glyph") {
                #expect(page.text == HostileTests.sound)
                #expect(page.rulings.count == 2)
                #expect(page.remarks.isEmpty)
            }
            #expect(!PDFDocument.isProcessTainted)
            #expect(try Fixture.page(1, of: "text").text == "Total1,358.64收入支出决算总表")
        }

        /// … nor where they are painted.
        @Test func glyphsLargerThanAnyFontBreakNoPicture() throws {
            let document = try PDFDocument(path: Fixture.path("hostile-glyph"))
            let sound = try document.picture(ofPage: 3, scale: 1)
            for page in 1...2 { _ = try document.picture(ofPage: page, scale: 1) }
            #expect(try document.picture(ofPage: 3, scale: 1) == sound)
            #expect(!PDFDocument.isProcessTainted)
        }

        /// cairo does nothing more on a page after a call that it takes for an error.
        @Test func callsThatCairoRefusesCostNothingElse() throws {
            let pages = try pages("hostile-calls")
            for page in pages { #expect(page.text == HostileTests.sound) }
            for index in [0, 1, 3] {
                #expect(pages[index].remarks.isEmpty)
                #expect(pages[index].displayedRulings(.horizontal).contains([205, 30, 250]))
            }
            #expect(pages[2].remarks.map(\.code) == ["drawing-broken"])
            #expect(pages[2].textKind == .unreliable)
        }

        @Test func numbersBeyondEveryRange() throws {
            let document = try PDFDocument(path: Fixture.path("hostile-numbers"))
            let error = try #require(throws: PDFError.self) { _ = try document.page(1) }
            guard case .impossiblePage(1, _, _) = error else {
                Issue.record("\(error)")
                return
            }
            let page = try document.page(2)
            #expect(page.text == HostileTests.sound)
            let bounds = try #require(PageBounds(width: page.width, height: page.height))
            for ruling in page.rulings { #expect(bounds.clipped(ruling) == ruling) }
            for glyph in page.glyphs { #expect(bounds.clipped(glyph.box) == glyph.box) }
            #expect(try document.page(3).text == HostileTests.sound)
            #expect(throws: PDFError.self) { _ = try document.picture(ofPage: 1, scale: 1) }
        }

        @Test func aPageTooLargeToBePaintedKeepsItsText() throws {
            let pages = try pages("hostile-page")
            #expect(pages[0].text == "Seen1.00")
            #expect(pages[0].remarks.map(\.code) == ["page-too-large"])
            for page in pages.dropFirst() {
                #expect(page.text == HostileTests.sound)
                #expect(page.remarks.isEmpty)
            }
        }

        /// Poppler does not look whether there was room for a mask.
        @Test func aMaskOfALongPageHasRoom() throws {
            let page = try Fixture.page(1, of: "hostile-mask")
            #expect(page.text == HostileTests.sound)
            #expect(page.rulings.map(\.rounded) == [[14035, 30, 250], [14205, 30, 250]])
            #expect(PageDrawing.scale(width: 595, height: 842) == 4)
            #expect(PageDrawing.scale(width: 2384, height: 3370) == 4, "A0")
            #expect(PageDrawing.scale(width: 14400, height: 14400) < 1)
        }

        // MARK: Text that is painted nowhere

        @Test func textInADamagedFontIsMissed() throws {
            let pages = try pages("damaged-font")
            #expect(pages.map(\.text)[...1] == ["", HostileTests.sound])
            #expect(pages[0].textKind == .blank)
            #expect(
                pages.map { $0.remarks.map(\.code) } == [
                    ["text-not-painted"], ["text-not-painted"], [], [],
                ])
            #expect(pages[1].remarks[0].message.hasPrefix("8 of 25 characters"))
        }

        @Test func hiddenTextIsSaidAndClippedTextIsNot() throws {
            #expect(try Fixture.page(7, of: "text").remarks.map(\.code) == ["text-not-painted"])
            #expect(try Fixture.page(5, of: "text").remarks.isEmpty, "cut off by a cell")
            #expect(try Fixture.page(4, of: "text").remarks.isEmpty, "above the page's edge")
            #expect(try Fixture.page(2, of: "scans").remarks.isEmpty, "a scan's text layer")
        }

        @Test func aFewStrayCharactersAreNotWorthAWord() {
            #expect(DrawingTrust.unpainted(3, of: 2000) == nil)
            #expect(DrawingTrust.unpainted(50, of: 2000) == nil)
            #expect(DrawingTrust.unpainted(100, of: 2000) != nil)
            #expect(DrawingTrust.unpainted(0, of: 0) == nil)
        }

        // MARK: Bounds

        @Test func whatPagesCanBe() {
            #expect(PageBounds(width: 595, height: 842) != nil)
            for side in [0, -1, .nan, .infinity, 1e6] as [Double] {
                #expect(PageBounds(width: side, height: 842) == nil)
                #expect(PageBounds(width: 595, height: side) == nil)
            }
        }

        @Test func linesAndBoxesEndNearThePage() throws {
            let bounds = try #require(PageBounds(width: 600, height: 800))
            let line = Ruling(.horizontal, at: 100, from: -1e300, to: 300, thickness: 1e9)
            #expect(
                bounds.clipped(line)
                    == Ruling(.horizontal, at: 100, from: -72, to: 300, thickness: 72))
            #expect(bounds.clipped(Ruling(.vertical, at: 1e9, from: 0, to: 10)) == nil)
            #expect(bounds.clipped(Ruling(.vertical, at: .nan, from: 0, to: 10)) == nil)
            let box = Rect(x0: 10, y0: -1e12, x1: 20, y1: .infinity)
            #expect(bounds.clipped(box) == Rect(x0: 10, y0: -72, x1: 20, y1: 872))
            #expect(bounds.clipped(Rect(x0: 900, y0: 0, x1: 901, y1: 1)) == nil)
        }

        @Test func wholeNumbersOfAnyNumber() {
            #expect(Int(clamping: 2.9) == 2 && Int(clamping: -2.9) == -2)
            #expect(Int(clamping: Double.nan) == 0)
            #expect(
                Int(clamping: 1e300) == 1 << 53 && Int(clamping: -Double.infinity) == -(1 << 53))
        }
    }
}
