import PageModel
import Testing

@testable import TableRecognition

/// Figures that stand over two columns of a form without rulings.
@Suite struct ColumnAxesTests {
    private func token(_ text: String, x0: Double) -> Token {
        let glyphs = text.unicodeScalars.enumerated().map { offset, scalar in
            let x = x0 + 5 * Double(offset)
            return Glyph(scalar: scalar, box: Rect(x0: x, y0: 100, x1: x + 5, y1: 110))
        }
        return Token(glyphs, line: 0)
    }

    private func centred(_ text: String, on x: Double) -> Token {
        token(text, x0: x - 2.5 * Double(text.unicodeScalars.count))
    }

    private func flush(_ text: String, to x: Double) -> Token {
        token(text, x0: x - 5 * Double(text.unicodeScalars.count))
    }

    private func axes(_ place: (String, Double) -> Token) -> ColumnAxes {
        let figures = ["10", "5", "25", "100", "5", "10"]
        let tokens = figures.flatMap { figure in
            [(token: place(figure, 400), column: 1), (token: place(figure, 432), column: 2)]
        }
        return ColumnAxes(tokens + [(token: centred("得分", on: 300), column: 0)], columns: 3)
    }

    @Test func midwayIsOverBoth() {
        let axes = axes(centred)
        #expect(axes.pair(under: centred("10", on: 416).box, 1) == 1..<3)
        #expect(axes.pair(under: centred("10", on: 417).box, 2) == 1..<3)
    }

    @Test func onItsAxisIsOneColumn() {
        let axes = axes(centred)
        for x in [396.0, 400, 405, 410] {
            #expect(axes.pair(under: centred("10", on: x).box, 1) == nil)
        }
    }

    @Test func wideFiguresAndColumnsOfWordsAreLeftAlone() {
        let axes = axes(centred)
        #expect(axes.pair(under: centred("1,234,567", on: 416).box, 1) == nil)
        #expect(axes.pair(under: centred("10", on: 350).box, 0) == nil)
    }

    @Test func figuresOnTheirRightEdgesHaveNoAxis() {
        let axes = axes(flush)
        #expect(axes.pair(under: centred("10", on: 410).box, 1) == nil)
    }
}
