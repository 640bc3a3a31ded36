import JuesuanTestSupport
import PageModel
import Testing

@testable import TableRecognition

/// Tables without rulings, or with horizontal ones only.
@Suite struct UnruledTableTests {
    private func recognise(_ table: SyntheticTable, rules: [Double] = []) throws -> Table {
        var page = Page.blank(1, landscape: true)
        page.writeCentred("支出决算表", y: 60, fontSize: 16)
        page.write("单位：万元", x: 600, y: 90)
        table.draw(on: &page)
        for y in rules { page.rulings.append(Ruling(.horizontal, at: y, from: 50, to: 700)) }
        return try #require(TableRecognizer.recognise([page]).tables.first)
    }

    @Test func columnsFromCodesAndAmounts() throws {
        let rows = [
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["201", "一般公共服务支出", "2,106.66", "1,503.52", "603.14"],
            ["20106", "财政事务", "2,106.66", "1,503.52", "603.14"],
            ["2010601", "行政运行", "1,511.89", "1,503.52", "8.37"],
            ["208", "社会保障和就业支出", "326.72", "326.72", ""],
        ]
        let table = try recognise(
            SyntheticTable(columns: [80, 160, 90, 90, 90], rows: rows, rulings: .none))
        #expect(table.bodyRows == Array(rows.dropFirst()))
        #expect(table.headerRowCount == 1)
        #expect(table.lattice == .unruled)
    }

    /// Columns that are empty all the way down are known from the row that counts them.
    @Test func emptyColumnsFromTheCountRow() throws {
        let rows = [
            ["科目编码", "科目名称", "合计", "基本支出", "经营支出"],
            ["栏次", "<", "1", "2", "3"],
            ["201", "一般公共服务支出", "2,106.66", "1,503.52", ""],
            ["202", "外交支出", "1.00", "1.00", ""],
        ]
        var drawn = SyntheticTable(columns: [80, 160, 90, 90, 90], rows: rows, rulings: .none)
        drawn.headerRows = 2
        let table = try recognise(drawn)
        #expect(table.columnCount == 5)
        #expect(table.headerRowCount == 2)
        #expect(table.bodyRows == Array(rows.dropFirst(2)))
    }

    @Test func wrappedNamesStayWithTheirNumbers() throws {
        let rows = [
            ["科目编码", "科目名称", "合计"],
            ["201", "一般公共服务支出", "2,106.66"],
            ["2080505", "机关事业单位基本养老保\n险缴费支出", "160.75"],
            ["2080506", "机关事业单位职业年金缴\n费支出", "80.38"],
            ["210", "卫生健康支出", "60.99"],
        ]
        let table = try recognise(
            SyntheticTable(columns: [80, 104, 90], rows: rows, rulings: .none))
        #expect(table.bodyRows.map { $0[2] } == ["2,106.66", "160.75", "80.38", "60.99"])
        #expect(table.bodyRows[1][1] == "机关事业单位基本养老保险缴费支出")
        #expect(table.bodyRows[2][1] == "机关事业单位职业年金缴费支出")
    }

    @Test func labelsOverSeveralColumns() throws {
        let rows = [
            ["科目编码", "科目名称", "本年支出", "<", "<"],
            ["^", "^", "小计", "基本支出", "项目支出"],
            ["201", "一般公共服务支出", "2,106.66", "1,503.52", "603.14"],
            ["202", "外交支出", "1.00", "1.00", "0.00"],
        ]
        var drawn = SyntheticTable(columns: [80, 160, 90, 90, 90], rows: rows, rulings: .none)
        drawn.headerRows = 2
        let table = try recognise(drawn)
        let parent = try #require(table.cells.first { $0.lines == ["本年支出"] })
        #expect(parent.column == 2 && parent.columnSpan == 3 && parent.row == 0)
        #expect(table.cells.first { $0.lines == ["科目名称"] }?.rowSpan == 2)
    }

    /// A three-line table: the ruling under the header parts it from the body.
    @Test func threeLines() throws {
        let rows = [
            ["项目", "行次", "金额"], ["本年收入", "1", "10.00"], ["本年支出", "2", "8.00"], ["结余", "3", "2.00"],
        ]
        let table = try recognise(
            SyntheticTable(columns: [200, 80, 120], rows: rows, rulings: .none),
            rules: [119, 136, 190])
        #expect(table.bodyRows == Array(rows.dropFirst()))
        #expect(table.headerRowCount == 1)
    }

    @Test func proseIsNoTable() {
        var page = Page.blank(1)
        for line in 0..<20 {
            page.write(
                "本年度支出合计二千九百四十万元，比上年增加百分之三，主要是人员经费增加，其余持平。", x: 60, y: 80 + Double(line) * 20)
        }
        #expect(TableRecognizer.recognise([page]).tables.isEmpty)
    }

    @Test func aContentsPageIsNoTable() {
        var page = Page.blank(1)
        page.writeCentred("目　录", y: 60, fontSize: 18)
        for (line, title) in ["收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表"].enumerated() {
            page.write(
                "\(line + 1)、\(title)……………………\(line + 5)", x: 60, y: 100 + Double(line) * 24,
                fontSize: 12)
        }
        #expect(TableRecognizer.recognise([page]).tables.isEmpty)
    }
}
