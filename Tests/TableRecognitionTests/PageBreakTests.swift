import JuesuanTestSupport
import PageModel
import Testing

@testable import TableRecognition

/// Tables that go on over pages.
@Suite struct PageBreakTests {
    private let columns = [60.0, 60, 60, 120, 90]
    private let header = ["类", "款", "项", "科目名称", "合计"]

    private func first(_ rows: [[String]]) -> Page {
        var page = Page.blank(1)
        page.writeCentred("支出决算表", y: 80, fontSize: 16)
        page.write("单位：万元", x: 380, y: 105)
        SyntheticTable(columns: columns, rows: [header] + rows).draw(on: &page)
        return page
    }

    private func next(_ number: Int, _ rows: [[String]], columns: [Double]? = nil) -> Page {
        var page = Page.blank(number)
        var table = SyntheticTable(columns: columns ?? self.columns, rows: rows)
        table.headerRows = 0
        table.draw(on: &page, y: 60)
        return page
    }

    private let rowA = ["201", "", "", "一般公共服务支出", "2,106.66"]
    private let rowB = ["201", "06", "", "财政事务", "2,106.66"]

    @Test func withoutTheHeaderAgain() {
        let tables = TableRecognizer.recognise([first([rowA]), next(2, [rowB])]).tables
        #expect(tables.map(\.pages) == [[1, 2]])
        #expect(tables[0].bodyRows == [rowA, rowB])
    }

    @Test func withTheHeaderAgain() {
        let tables = TableRecognizer.recognise([first([rowA]), next(2, [header, rowB])]).tables
        #expect(tables.map(\.bodyRows) == [[rowA, rowB]])
    }

    /// The last page holds only the total, ruled into fewer columns.
    @Test func withMergedCodeColumns() {
        let last = next(2, [["合计", "2,106.66"]], columns: [300, 90])
        let tables = TableRecognizer.recognise([first([rowA, rowB]), last]).tables
        #expect(tables.map(\.bodyRows) == [[rowA, rowB, ["合计", "", "", "", "2,106.66"]]])
    }

    @Test func aRowCutInTwoIsWholeAgain() {
        let upper = ["208", "05", "05", "机关事业单位基本养", "160.75"]
        let lower = ["", "", "", "老保险缴费支出", ""]
        let tables = TableRecognizer.recognise([
            first([rowA, rowB, upper]), next(2, [lower, rowB]),
        ]).tables
        #expect(tables.count == 1)
        #expect(tables[0].bodyRows[2] == ["208", "05", "05", "机关事业单位基本养老保险缴费支出", "160.75"])
        #expect(tables[0].bodyRows.count == 4)
    }

    /// A page that holds just an empty strip: the rest of the row that the break cut.
    @Test func anEmptyStripBelongsToTheRowBefore() {
        let strip = next(2, [["", "", "", "", ""]])
        let tables = TableRecognizer.recognise([first([rowA, rowB]), strip]).tables
        #expect(tables.map(\.bodyRows) == [[rowA, rowB]])
        #expect(tables[0].pages == [1, 2])
    }

    @Test func emptyRowsOfAnUnusedFormGoOn() {
        let empty = ["", "", "", "", ""]
        let tables = TableRecognizer.recognise([first([empty, empty]), next(2, [empty, empty])])
            .tables
        #expect(tables.map(\.bodyRows.count) == [4])
    }

    @Test func aTitleBeginsAnotherTable() {
        var page = Page.blank(2)
        page.writeCentred("收入决算表", y: 80, fontSize: 16)
        SyntheticTable(columns: columns, rows: [header, rowB]).draw(on: &page)
        let tables = TableRecognizer.recognise([first([rowA]), page]).tables
        #expect(tables.map(\.title) == ["支出决算表", "收入决算表"])
    }

    @Test func theSameTitleAndHeaderAgainGoOn() {
        let again = first([rowB])
        var page = again
        page.number = 2
        let tables = TableRecognizer.recognise([first([rowA]), page]).tables
        #expect(tables.map(\.pages) == [[1, 2]])
    }

    @Test func proseBetweenEndsATable() {
        var page = next(2, [rowB])
        page.write("第三部分　情况说明", x: 50, y: 30, fontSize: 12)
        let tables = TableRecognizer.recognise([first([rowA]), page]).tables
        #expect(tables.count == 2)
    }

    @Test func aNoteOnTheNextPageIsTheTablesNote() {
        var page = Page.blank(2)
        page.write("注：本表反映支出情况。", x: 50, y: 60)
        let tables = TableRecognizer.recognise([first([rowA]), page]).tables
        #expect(tables.map(\.note) == ["注：本表反映支出情况。"])
        #expect(tables.map(\.pages) == [[1]])
    }
}
