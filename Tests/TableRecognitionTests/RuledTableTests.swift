import JuesuanTestSupport
import PageModel
import Testing

@testable import TableRecognition

/// Tables with rulings, from page values alone.
@Suite struct RuledTableTests {
    static let accounts: [[String]] = [
        ["项目", "<", "本年支出", "<"],
        ["科目编码", "科目名称", "基本支出", "项目支出"],
        ["201", "一般公共服务支出", "1,503.52", "603.14"],
        ["20106", "财政事务及其他很长的\n名称", "1,503.52", ""],
        ["合计", "<", "3,007.04", "603.14"],
    ]

    private func page(_ rulings: SyntheticTable.Rulings) -> Page {
        var page = Page.blank(1)
        page.writeCentred("支出决算表", y: 80, fontSize: 16)
        page.write("部门：某市财政局　2024年度", x: 50, y: 105)
        page.write("单位：万元", x: 400, y: 105)
        var table = SyntheticTable(
            columns: [70, 130, 90, 90], rows: Self.accounts, rulings: rulings)
        table.headerRows = 2
        table.draw(on: &page)
        return page
    }

    @Test(arguments: [.full, .segments, .doubled, .dashed, .openSides] as [SyntheticTable.Rulings])
    func everyStyleOfRulingGivesTheSameTable(rulings: SyntheticTable.Rulings) throws {
        let table = try #require(TableRecognizer.recognise([page(rulings)]).tables.first)
        #expect(
            table.dump == """
                支出决算表 pages 1
                # 项目 |  | 本年支出 | 
                # 科目编码 | 科目名称 | 基本支出 | 项目支出
                  201 | 一般公共服务支出 | 1,503.52 | 603.14
                  20106 | 财政事务及其他很长的名称 | 1,503.52 | 
                  合计 |  | 3,007.04 | 603.14
                """)
        #expect(table.lattice == .ruled)
    }

    @Test func captionIsReadFromTheLinesAround() throws {
        var page = page(.full)
        page.write("公开03表", x: 500, y: 60)
        page.write("注：本表反映本年度支出。", x: 50, y: 240)
        page.write("– 12 –", x: 290, y: 815)
        let recognition = TableRecognizer.recognise([page])
        let table = try #require(recognition.tables.first)
        #expect(table.code == "公开03表")
        #expect(table.unit == "万元")
        #expect(table.organisation == "某市财政局")
        #expect(table.year == 2024)
        #expect(table.note == "注：本表反映本年度支出。")
        #expect(recognition.remaining[0].furniture.map(\.text) == ["– 12 –"])
        #expect(recognition.remaining[0].lines.isEmpty)
    }

    @Test func kindsComeFromTheHeader() throws {
        let table = try #require(TableRecognizer.recognise([page(.full)]).tables.first)
        let body = table.cells.filter { $0.row == 2 }
        #expect(body.map(\.kind) == [.code, .text, .amount, .amount])
        #expect(table.cells.first { $0.row == 3 && $0.column == 3 }?.kind == .empty)
    }

    @Test func ruledEmptyRowsAreKept() throws {
        var page = Page.blank(1)
        let rows = [["项目", "金额"]] + [[String]](repeating: ["", ""], count: 8)
        SyntheticTable(columns: [200, 100], rows: rows).draw(on: &page)
        let table = try #require(TableRecognizer.recognise([page]).tables.first)
        #expect(table.rowCount == 9)
        #expect(table.headerRowCount == 1)
    }

    @Test func twoTablesOnOnePageStayTwo() {
        var page = Page.blank(1)
        page.writeCentred("收入决算表", y: 60, fontSize: 14)
        let rows = [["项目", "金额"], ["收入", "1.00"]]
        let bottom = SyntheticTable(columns: [200, 100], rows: rows).draw(on: &page, y: 90)
        page.writeCentred("支出决算表", y: bottom + 30, fontSize: 14)
        SyntheticTable(columns: [200, 100], rows: rows).draw(on: &page, y: bottom + 60)
        let tables = TableRecognizer.recognise([page]).tables
        #expect(tables.map(\.title) == ["收入决算表", "支出决算表"])
    }

    @Test func underlinesAndFramesAreNoTables() {
        var page = Page.blank(1)
        page.write("本年支出合计 2,940.05 万元。", x: 50, y: 100)
        page.rulings = [
            Ruling(.horizontal, at: 112, from: 110, to: 160),
            Ruling(.horizontal, at: 300, from: 50, to: 500),
            Ruling(.horizontal, at: 400, from: 50, to: 500),
            Ruling(.vertical, at: 50, from: 300, to: 400),
            Ruling(.vertical, at: 500, from: 300, to: 400),
        ]
        #expect(TableRecognizer.recognise([page]).tables.isEmpty)
    }

    /// Rows that no ruling parts: verticals and the header's lines alone.
    @Test func stackedNumbersInOneBandAreRows() throws {
        var page = Page.blank(1)
        let rows = [
            ["科目编码", "名称", "金额"], ["201", "服务", "1.00"], ["202", "外交", "2.00"],
            ["203", "国防", "3.00"],
        ]
        SyntheticTable(columns: [80, 120, 90], rows: rows).draw(on: &page)
        let heights = Set(page.rulings.filter { $0.axis == .horizontal }.map(\.position)).sorted()
        page.rulings.removeAll { $0.axis == .horizontal && heights[2...3].contains($0.position) }
        let table = try #require(TableRecognizer.recognise([page]).tables.first)
        #expect(
            table.bodyRows == [
                ["201", "服务", "1.00"], ["202", "外交", "2.00"], ["203", "国防", "3.00"],
            ])
        #expect(table.lattice == .partial)
    }

    /// Characters taller than their row belong where their centre lies.
    @Test func tallCharactersStayInTheirRow() throws {
        var page = Page.blank(1)
        SyntheticTable(columns: [100, 90], rows: [["项目", "金额"], ["甲", "1.00"], ["乙", "2.00"]])
            .draw(on: &page)
        for index in page.glyphs.indices {
            page.glyphs[index].box.y0 -= 6
            page.glyphs[index].box.y1 += 6
        }
        let table = try #require(TableRecognizer.recognise([page]).tables.first)
        #expect(table.bodyRows == [["甲", "1.00"], ["乙", "2.00"]])
    }
}
