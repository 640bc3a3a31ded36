import PageModel
import Testing

@testable import PDFSource

/// Fonts that claim no height, and text that is turned: both have boxes lower than they are wide.
@Suite struct TurnedTextTests {
    private func text(_ boxes: [(Unicode.Scalar, Rect)]) -> PageText {
        var text = PageText()
        let style = text.add(TextStyle(font: "Times", size: 10))
        text.glyphs = boxes.map { Glyph(scalar: $0.0, box: $0.1, style: style) }
        return text
    }

    /// 74.8 from top to bottom: raised, the point would come before the 4.
    @Test func turnedTextKeepsItsBoxes() {
        var turned = text([
            ("7", Rect(x0: 50, y0: 100, x1: 60, y1: 105)),
            ("4", Rect(x0: 50, y0: 105, x1: 60, y1: 110)),
            (".", Rect(x0: 50, y0: 110, x1: 60, y1: 112.5)),
            ("8", Rect(x0: 50, y0: 112.5, x1: 60, y1: 117.5)),
        ])
        let boxes = turned.glyphs.map(\.box)
        turned.raiseFlat()
        #expect(turned.glyphs.map(\.box) == boxes)
    }

    @Test func flatTextIsRaised() {
        var flat = text([
            ("7", Rect(x0: 50, y0: 100, x1: 56, y1: 103)),
            ("4", Rect(x0: 56, y0: 100, x1: 62, y1: 103)),
            (".", Rect(x0: 62, y0: 100, x1: 64.5, y1: 103)),
        ])
        flat.raiseFlat()
        #expect(flat.glyphs.allSatisfy { abs($0.box.height - 10) < 0.01 })
    }
}
