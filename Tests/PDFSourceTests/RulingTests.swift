import PDFSource
import PageModel
import Testing

extension PDFSourceTests {
    /// Which drawings are rulings.
    ///
    /// Coordinates count from the top: what the fixtures draw at y stands at 400 - y.
    @Suite struct RulingTests {
        @Test func strokes() throws {
            let page = try Fixture.page(1, of: "rulings")
            // plain, without width, thick, dashed; then the upper and lower side of a box
            #expect(
                page.rulings(.horizontal).map(\.rounded) == [
                    [100, 50, 250], [120, 50, 250], [140, 50, 250], [160, 50, 250],
                    [350, 100, 160], [380, 100, 160],
                ])
            // red; then the sides of the box. No diagonal, no bar of 9 points.
            #expect(
                page.rulings(.vertical).map(\.rounded) == [
                    [60, 80, 200], [100, 350, 380], [160, 350, 380],
                ])
            #expect(abs(page.rulings(.horizontal)[2].thickness - 2) < 0.01)
        }

        @Test func filledBoxes() throws {
            let page = try Fixture.page(2, of: "rulings")
            // not the white ones, not the background, not the transparent, not the covered
            #expect(page.rulings(.horizontal).map(\.rounded) == [[100, 50, 250]])
            #expect(page.rulings(.vertical).map(\.rounded) == [[60, 80, 200]])
            #expect(abs(page.rulings(.horizontal)[0].position - 99.75) < 0.05)
            #expect(abs(page.rulings(.vertical)[0].position - 60.3) < 0.05)
        }

        /// Bold letters whose outlines another program drew as paths; cells around them are cells.
        @Test func outlinesOfLettersAreNone() throws {
            let page = try Fixture.page(2, of: "letters")
            #expect(page.text == "HHH")
            #expect(
                page.rulings(.horizontal).map(\.rounded) == [
                    [70, 150, 190], [82, 238, 259], [102, 238, 259], [110, 150, 190],
                ])
            #expect(
                page.rulings(.vertical).map(\.rounded) == [
                    [150, 70, 110], [190, 70, 110], [238, 82, 102], [259, 82, 102],
                ])
        }

        @Test func stretchedPictures() throws {
            let page = try Fixture.page(3, of: "rulings")
            // a black pixel and a stencil; the white pixel is none
            #expect(
                page.rulings(.horizontal).map(\.rounded) == [[100, 50, 250], [140, 50, 250]])
            #expect(page.rulings(.vertical).map(\.rounded) == [[60, 80, 200]])
            let picture = try #require(page.images.first)
            #expect(page.images.count == 1)
            #expect(abs(picture.x0 - 100) < 0.5 && abs(picture.x1 - 180) < 0.5)
            #expect(abs(picture.y0 - 290) < 0.5 && abs(picture.y1 - 350) < 0.5)
        }

        @Test func clipped() throws {
            let page = try Fixture.page(4, of: "rulings")
            let ruling = try #require(page.rulings.first)
            #expect(page.rulings.count == 1)
            // a line is kept a point beyond the clip, where it may run along its very edge
            #expect(abs(ruling.start - 50) <= 1 && abs(ruling.end - 150) <= 1)
        }

        /// As browsers print dotted borders.
        @Test func dots() throws {
            let lines = try Fixture.page(5, of: "rulings")
            #expect(lines.rulings(.horizontal).map(\.rounded) == [[100, 50, 249]])
            #expect(lines.rulings(.vertical).map(\.rounded) == [[61, 121, 200]])
            #expect(try Fixture.page(6, of: "rulings").rulings.isEmpty)
        }

        @Test func patternsAreNotOfThePage() throws {
            let page = try Fixture.page(1, of: "pattern")
            #expect(page.rulings.map(\.rounded) == [[250, 50, 250]])
        }

        @Test func softMasks() throws {
            let page = try Fixture.page(1, of: "soft-mask")
            #expect(page.rulings.map(\.rounded) == [[350, 50, 250]])
            #expect(page.text == "Textofthepage")
        }

        @Test func colourProfiles() throws {
            let page = try Fixture.page(1, of: "colour-profile")
            #expect(page.rulings.map(\.rounded) == [[100, 50, 250]])
        }
    }
}
