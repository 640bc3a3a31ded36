import PDFSource
import PageModel
import Testing

extension PDFSourceTests {
    /// What kind of page it is, and which way up.
    @Suite struct PageTests {
        @Test(arguments: [
            (1, Page.TextKind.scanned, "a picture and nothing else"),
            (2, .scanned, "with a text layer that is not seen"),
            (3, .scanned, "with a page number printed over it"),
            (4, .blank, "nothing"),
            (5, .scanned, "letters drawn as shapes"),
            (6, .digital, "text with a logo"),
            (7, .digital, "text on a picture"),
        ])
        func kind(number: Int, kind: Page.TextKind, what: String) throws {
            let page = try Fixture.page(number, of: "scans")
            #expect(page.textKind == kind, "\(what)")
        }

        @Test func scansHaveTheirPicture() throws {
            for number in 1...3 {
                let page = try Fixture.page(number, of: "scans")
                let picture = try #require(page.images.boundingBox())
                #expect(picture.area > 0.98 * page.box.area)
            }
            #expect(try Fixture.page(2, of: "scans").text == "")
            #expect(try Fixture.page(3, of: "scans").text == "-3-")
        }

        @Test(arguments: [(1, 0), (2, 90), (3, 180), (4, 270), (5, 0)])
        func rotation(number: Int, angle: Int) throws {
            let page = try Fixture.page(number, of: "rotated")
            #expect(page.rotation == angle)
            #expect(page.text == "Turned12.50")
            let size = angle % 180 == 0 ? (300.0, 400.0) : (400, 300)
            let shown = page.asDisplayed(page.box)
            #expect((shown.width, shown.height) == size)
            // what lies on its side is turned to be read
            #expect(page.turn == (360 - angle) % 360)
            #expect(page.glyphs.allSatisfy { page.box.contains(x: $0.box.midX, y: $0.box.midY) })
        }

        /// Text and lines are where a reader sees them: turned with the page, and counted from
        /// the crop box.
        @Test func displayedCoordinates() throws {
            func place(_ number: Int) throws -> (text: Rect, lines: [[Int]]) {
                let page = try Fixture.page(number, of: "rotated")
                let text = try #require(page.glyphs.map(\.box).boundingBox())
                let lines = page.displayedRulings(.horizontal) + page.displayedRulings(.vertical)
                return (page.asDisplayed(text), lines)
            }
            let upright = try place(1)
            #expect(upright.lines == [[100, 50, 250], [60, 120, 200]])
            #expect(abs(upright.text.x0 - 40) < 1 && upright.text.y0 < 40 && upright.text.y1 > 39)
            // a quarter to the right: x becomes 400 - y, y becomes x
            let turned = try place(2)
            #expect(turned.lines == [[60, 200, 280], [300, 50, 250]])
            #expect(abs(turned.text.y0 - 40) < 1 && turned.text.x0 > 355 && turned.text.x1 < 372)
            let over = try place(3)
            #expect(over.lines == [[300, 50, 250], [240, 200, 280]])
            let left = try place(4)
            #expect(left.lines == [[240, 120, 200], [100, 50, 250]])
            // the crop box begins at 10, 20 and is as large as the others
            let cropped = try place(5)
            #expect(cropped.lines == [[120, 40, 240], [50, 140, 220]])
            #expect(abs(cropped.text.x0 - 30) < 1)
        }
    }
}
