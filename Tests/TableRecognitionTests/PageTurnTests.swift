import JuesuanTestSupport
import PageModel
import Testing

@testable import TableRecognition

/// Pages that are turned so that their text stands upright.
@Suite struct PageTurnTests {
    private let size = (width: 595.0, height: 842.0)

    @Test(arguments: [90, 180, 270])
    func turningThereAndBackChangesNothing(angle: Int) {
        let box = Rect(x0: 10, y0: 20, x1: 110, y1: 45)
        let there = box.turned(by: angle, within: size)
        let turned = angle == 180 ? size : (width: size.height, height: size.width)
        #expect(there.turned(by: 360 - angle, within: turned) == box)
    }

    /// A quarter clockwise takes the top-left corner to the top right.
    @Test func clockwise() {
        let corner = Rect(x0: 0, y0: 0, x1: 10, y1: 20)
        #expect(corner.turned(by: 90, within: size) == Rect(x0: 822, y0: 0, x1: 842, y1: 10))
    }

    @Test(arguments: [90, 180, 270])
    func aPageKnowsWhereItsBoxesWere(angle: Int) throws {
        var page = Page.blank(1)
        SyntheticTable(columns: [100, 90], rows: [["项目", "金额"], ["甲", "1.00"]]).draw(on: &page)
        let turned = page.turned(by: angle)
        #expect(turned.turn == angle)
        for (before, after) in zip(page.glyphs, turned.glyphs) {
            let back = turned.asDisplayed(after.box)
            #expect(abs(back.x0 - before.box.x0) < 1e-9 && abs(back.y1 - before.box.y1) < 1e-9)
        }
        let upright = turned.turned(by: 360 - angle)
        #expect(TableRecognizer.recognise([upright]).tables.first?.bodyRows == [["甲", "1.00"]])
    }
}
