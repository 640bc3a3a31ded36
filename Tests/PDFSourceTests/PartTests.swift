import CDrawingTap
import PageModel
import Testing

@testable import PDFSource

extension PDFSourceTests {
    /// The parts that need no PDF.
    @Suite struct PartTests {
        private func glyph(_ scalar: Unicode.Scalar, _ x: Double, _ y: Double) -> Glyph {
            Glyph(scalar: scalar, box: Rect(x0: x, y0: y, x1: x + 10, y1: y + 12))
        }

        private let page = Rect(x0: 0, y0: 0, x1: 300, y1: 400)

        // MARK: Double prints

        @Test func secondPrintsAreFoundAcrossSquares() {
            for x in stride(from: 20.0, to: 40, by: 0.7) {
                let twice = [glyph("合", x, 50), glyph("合", x + 0.5, 50.3)]
                #expect(DoublePrints.removed(from: twice, on: page) == [twice[0]])
            }
        }

        @Test func neighboursAreNoSecondPrints() {
            var all = [(20, 50), (25, 50), (20, 62)].map { glyph("8", $0, $1) }
            all.append(glyph("9", 20, 50))
            #expect(DoublePrints.removed(from: all, on: page) == all)
        }

        // MARK: Places

        private func origin(_ x: Double, _ y: Double, _ character: Unicode.Scalar) -> tap_origin {
            tap_origin(x: x, y: y, character: character.value, slanted: 0, direction: 0)
        }

        @Test func paintedPlaces() {
            let places = PaintedPlaces([origin(20, 60, "合"), origin(200, 300, "\u{2F2F}")])
            #expect(places.shows(glyph("合", 20, 50)))
            #expect(!places.shows(glyph("合", 60, 50)))
            #expect(!places.shows(glyph("合", 20, 80)))
            // what is painted here is another character, or a radical that stands for it
            #expect(places.shows(glyph("计", 20, 50)))
            #expect(places.distanceToSame(glyph("计", 20, 50)) == .infinity)
            #expect(places.distanceToSame(glyph("合", 20, 50)) < 1)
            #expect(places.distanceToSame(glyph("工", 200, 290)) < 1)
            #expect(!PaintedPlaces([]).shows(glyph("合", 20, 50)))
        }

        @Test func placesFarOff() {
            let places = PaintedPlaces([origin(-1e9, 5, "a"), origin(1e9, 1e9, "b")])
            #expect(!places.shows(glyph("a", 20, 50)))
        }

        // MARK: Shapes

        @Test func shapesOfDigits() {
            let right: [(Unicode.Scalar, Int)] = [("0", 2), ("1", 1), ("6", 2), ("8", 3), ("9", 2)]
            #expect(!TextTrust.digitsLie(right.map { (character: $0, outlines: $1) }))
            let shifted: [(Unicode.Scalar, Int)] = [
                ("1", 2), ("2", 1), ("7", 2), ("9", 3), ("0", 2),
            ]
            #expect(TextTrust.digitsLie(shifted.map { (character: $0, outlines: $1) }))
            // too few to judge
            #expect(!TextTrust.digitsLie([(character: "1", outlines: 2)]))
        }
    }
}
