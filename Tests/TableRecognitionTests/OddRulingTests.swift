import JuesuanTestSupport
import PageModel
import Testing

@testable import TableRecognition

/// Lattices that producers draw oddly, and text that does not keep to them.
@Suite struct OddRulingTests {
    private func recognise(_ page: Page) throws -> Table {
        try #require(TableRecognizer.recognise([page]).tables.first)
    }

    private func page(_ columns: [Double], _ rows: [[String]]) -> Page {
        var page = Page.blank(1)
        SyntheticTable(columns: columns, rows: rows).draw(on: &page)
        return page
    }

    /// The header's boundary stands a little beside the body's: one boundary, drawn crooked.
    @Test func aCrookedBoundaryIsOne() throws {
        var page = Page.blank(1)
        let bottom = SyntheticTable(columns: [115, 185, 90], rows: [["科目编码", "科目名称", "金额"]])
            .draw(on: &page)
        var body = SyntheticTable(
            columns: [95, 205, 90],
            rows: [
                ["合计", "<", "24,169.74"], ["204", "公共安全支出", "16,593.12"],
                ["20404", "检察", "7,576.62"],
            ])
        body.headerRows = 0
        body.draw(on: &page, y: bottom)
        let table = try recognise(page)
        #expect(table.columnCount == 3)
        #expect(table.cells.prefix(3).map { $0.lines.joined() } == ["科目编码", "科目名称", "金额"])
        #expect(table.bodyRows.last == ["20404", "检察", "7,576.62"])
    }

    /// Staggered cells of different rows far apart are columns of their own.
    @Test func staggeredCellsStayApart() throws {
        let rows = [["甲", "<", "乙"], ["丙", "丁", "<"]]
        let table = try recognise(page([80, 80, 80], rows))
        #expect(table.columnCount == 3)
    }

    @Test func aFrameAroundATableIsNoPartOfIt() throws {
        var page = page([100, 90], [["项目", "金额"], ["甲", "1.00"], ["乙", "2.00"]])
        let box = page.rulings.map {
            $0.axis == .horizontal
                ? Rect(x0: $0.start, y0: $0.position, x1: $0.end, y1: $0.position)
                : Rect(x0: $0.position, y0: $0.start, x1: $0.position, y1: $0.end)
        }.boundingBox()?.insetBy(-2.5)
        let frame = try #require(box)
        for x in [frame.x0, frame.x1] {
            page.rulings.append(Ruling(.vertical, at: x, from: frame.y0, to: frame.y1))
        }
        for y in [frame.y0, frame.y1] {
            page.rulings.append(Ruling(.horizontal, at: y, from: frame.x0, to: frame.x1))
        }
        let table = try recognise(page)
        #expect(table.columnCount == 2)
        #expect(table.bodyRows == [["甲", "1.00"], ["乙", "2.00"]])
    }

    /// An amount too long for its column is still one number, in its column.
    @Test func overflowingAmountsAreNotCut() throws {
        let rows = [
            ["编码", "合计", "基本支出"], ["201", "12,241,846.39", "2,801,465.11"],
            ["202", "1.00", "2.00"],
        ]
        let table = try recognise(page([40, 52, 52], rows))
        #expect(table.bodyRows == Array(rows.dropFirst()))
    }

    /// An amount on two lines of a narrow cell is one row's.
    @Test func wrappedAmountsAreNoRows() throws {
        let rows = [
            ["编码", "合计", "基本支出"], ["201", "12,241,\n846.39", "2,801,\n465.11"],
            ["202", "15,147,\n780.50", "580.00"],
        ]
        let table = try recognise(page([40, 60, 60], rows))
        #expect(
            table.bodyRows == [
                ["201", "12,241,846.39", "2,801,465.11"], ["202", "15,147,780.50", "580.00"],
            ])
    }

    @Test func aHeaderRuledAloneHeadsTheRowsBelow() throws {
        var page = Page.blank(1)
        page.writeCentred("支出决算表", y: 80, fontSize: 16)
        let rows = [
            ["科目编码", "科目名称", "金额"], ["201", "一般公共服务支出", "3.00"], ["202", "外交支出", "2.00"],
            ["203", "国防支出", "1.00"],
        ]
        SyntheticTable(columns: [80, 160, 90], rows: rows).draw(on: &page)
        let header = page.rulings.filter { $0.axis == .horizontal }.map(\.position).sorted()[5]
        page.rulings = page.rulings.compactMap { ruling in
            if ruling.axis == .horizontal { return ruling.position <= header + 1 ? ruling : nil }
            return ruling.start < header - 1 ? ruling : nil
        }
        let tables = TableRecognizer.recognise([page]).tables
        #expect(tables.count == 1)
        #expect(tables.first?.bodyRows == Array(rows.dropFirst()))
        #expect(tables.first?.headerRowCount == 1)
    }

    /// Boxes and lines of an organisation chart enclose odd shapes, no cells.
    @Test func aChartIsNoTable() {
        var page = Page.blank(1)
        func box(_ x: Double, _ y: Double, _ text: String) {
            for dy in [0.0, 24] {
                page.rulings.append(Ruling(.horizontal, at: y + dy, from: x, to: x + 60))
            }
            for dx in [0.0, 60] {
                page.rulings.append(Ruling(.vertical, at: x + dx, from: y, to: y + 24))
            }
            page.write(text, x: x + 6, y: y + 7)
        }
        box(260, 100, "某某局")
        page.rulings.append(Ruling(.vertical, at: 290, from: 124, to: 150))
        page.rulings.append(Ruling(.horizontal, at: 150, from: 90, to: 490))
        for (index, name) in ["办公室", "财务股", "建设股", "防汛办", "工程队"].enumerated() {
            let x = 60 + Double(index) * 100
            page.rulings.append(Ruling(.vertical, at: x + 30, from: 150, to: 180))
            box(x, 180, name)
        }
        #expect(TableRecognizer.recognise([page]).tables.isEmpty)
    }

    @Test(arguments: ["续表", "续表1", "（续）", "接上页"])
    func aMarkOfContinuationJoins(mark: String) {
        let header = ["科目编码", "科目名称", "金额"]
        var first = Page.blank(1)
        first.writeCentred("支出决算表", y: 80, fontSize: 16)
        SyntheticTable(columns: [80, 160, 90], rows: [header, ["201", "甲", "1.00"]]).draw(
            on: &first)
        var second = Page.blank(2)
        second.write(mark, x: 480, y: 90)
        SyntheticTable(columns: [80, 160, 90], rows: [header, ["202", "乙", "2.00"]]).draw(
            on: &second)
        let tables = TableRecognizer.recognise([first, second]).tables
        #expect(tables.map(\.pages) == [[1, 2]])
        #expect(tables.first?.bodyRows == [["201", "甲", "1.00"], ["202", "乙", "2.00"]])
    }

    /// A label beside rows of both pages spans a narrow column that is bare on the second.
    @Test func aLabelOverThePageBreakKeepsItsColumn() {
        var first = Page.blank(1)
        SyntheticTable(
            columns: [60, 160, 90],
            rows: [["一级指标", "三级指标", "得分"], ["产出指标", "指标1", "1.00"], ["^", "指标2", "2.00"]]
        ).draw(on: &first)
        var second = Page.blank(2)
        var rest = SyntheticTable(
            columns: [60, 160, 90], rows: [["", "指标3", "3.00"], ["^", "指标4", "4.00"]])
        rest.headerRows = 0
        rest.draw(on: &second, y: 60)
        let tables = TableRecognizer.recognise([first, second]).tables
        #expect(tables.count == 1)
        #expect(tables.first?.bodyRows.map { $0[2] } == ["1.00", "2.00", "3.00", "4.00"])
    }
}
