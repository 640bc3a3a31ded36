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

/// Where one column ends and the next begins, and where tables do, without rulings around.
@Suite struct UnruledEvidenceTests {
    private func captioned(_ draw: (inout Page) -> Void) throws -> Table {
        var page = Page.blank(1)
        page.writeCentred("支出决算表", y: 60, fontSize: 16)
        page.write("单位：元", x: 480, y: 90)
        draw(&page)
        return try #require(TableRecognizer.recognise([page]).tables.first)
    }

    /// No number has two points: the second belongs to the next column.
    @Test func amountsThatTouchAreTwo() throws {
        let table = try captioned { page in
            for (x, label) in [(100.0, "科目名称"), (212, "合计"), (262, "基本支出")] {
                page.write(label, x: x, y: 120)
            }
            let amounts = ["2013320.19", "226670.94", "848591.76", "2187571.04"]
            for (row, amount) in amounts.enumerated() {
                let y = 140 + Double(row) * 16
                let width = Double(amount.count) * 4.5
                page.write("行政运行", x: 100, y: y)
                page.write(amount, x: 250 - width, y: y)
                page.write(amount, x: 295 - width, y: y)
            }
        }
        #expect(table.bodyRows.map { $0[1] } == table.bodyRows.map { $0[2] })
        #expect(table.bodyRows.first?[1] == "2013320.19")
    }

    /// Codes begin at one place in all lines, right behind the decimals of the column before.
    @Test func codesThatTouchAmountsAreTheirOwn() throws {
        let table = try captioned { page in
            for (x, label) in [
                (60.0, "科目名称"), (164, "金额"), (202, "编码"), (250, "科目名称"), (380, "金额"),
            ] {
                page.write(label, x: x, y: 120)
            }
            for row in 0..<4 {
                let y = 140 + Double(row) * 16
                page.write("基本工资", x: 60, y: y)
                page.write("940,744.3\(row)", x: 200 - 45, y: y)
                page.write("3020\(row)", x: 200, y: y)
                page.write("办公费用", x: 250, y: y)
                page.write("257.4\(row)", x: 380, y: y)
            }
        }
        #expect(table.columnCount == 5)
        #expect(table.bodyRows.last == ["基本工资", "940,744.33", "30203", "办公费用", "257.43"])
    }

    /// Code and name are one column where the distance between them is one whatever the code's length.
    @Test func codesWithTheirNames() throws {
        let table = try captioned { page in
            for (x, label) in [(60.0, "科目编码及名称"), (300, "合计"), (380, "基本支出")] {
                page.write(label, x: x, y: 120)
            }
            let rows = ["201 一般公共服务支出", "20106 财政事务", "2010601 行政运行", "2010602 一般行政管理"]
            for (row, text) in rows.enumerated() {
                let y = 140 + Double(row) * 16
                page.write(text, x: 60, y: y)
                page.write("106.66", x: 293, y: y)
                page.write("503.52", x: 389, y: y)
            }
        }
        #expect(table.columnCount == 3)
        #expect(table.bodyRows.first?[0] == "201 一般公共服务支出")
    }

    /// Between rulings of one extent all lines are the table's, whatever they look like.
    @Test func rulingsOfOneExtentHoldATable() throws {
        var page = Page.blank(1)
        let rows = [
            ["项目", "金额"], ["一、上级补助", "5.00"], ["二、附属单位上缴", ""], ["三、其他", "7.25"],
        ]
        let bottom = SyntheticTable(columns: [200, 120], rows: rows).draw(on: &page)
        page.rulings.removeAll { $0.axis == .vertical }
        page.write("以上数据来自决算报表，未经审计。", x: 50, y: bottom + 12)
        let table = try #require(TableRecognizer.recognise([page]).tables.first)
        #expect(table.bodyRows == Array(rows.dropFirst()))
    }

    /// A table without title, unit or rulings, whose rows count themselves.
    @Test func rowsThatCountThemselves() throws {
        var page = Page.blank(1)
        page.write("从决算单位构成看，本部门决算包括以下单位的决算。", x: 60, y: 100)
        let rows = [["序号", "单位名称", "备注"], ["1", "某局（本级）", ""], ["2", "某局服务中心", "下属单位"]]
        var drawn = SyntheticTable(columns: [60, 240, 120], rows: rows, rulings: .none)
        drawn.headerRows = rows.count
        drawn.draw(on: &page, y: 130)
        let table = try #require(TableRecognizer.recognise([page]).tables.first)
        #expect(table.bodyRows == Array(rows.dropFirst()))
        #expect(table.cells.allSatisfy { !$0.lines.joined().contains("从决算") })
    }

    /// Rows at the same height of three pages are no running headers.
    @Test func rowsInTheMarginStayInTheirTables() {
        let pages = (1...3).map { number in
            var page = Page.blank(number)
            let rows = [
                ["编码", "名称", "合计", "基本", "项目"], ["221", "住房保障支出", "23.1\(number)", "0.00", "1.00"],
            ]
            SyntheticTable(
                columns: [60, 140, 80, 80, 80],
                rows: rows + [["222", "粮油", "1.00", "1.00", "0.00"]], rulings: .none
            )
            .draw(on: &page, y: 740)
            page.writeCentred("收入决算表", y: 700, fontSize: 16)
            page.write("单位：万元", x: 400, y: 724)
            return page
        }
        let tables = TableRecognizer.recognise(pages).tables
        #expect(tables.flatMap(\.bodyRows).count { $0.first == "221" } == 3)
    }

    /// Rules at the bottom of each cell only: the first of full width is the header's foot, and what
    /// stands over it is the table's.
    @Test func aHeaderStandsOverTheFirstRule() throws {
        var page = Page.blank(1)
        page.write("支出决算表", x: 180, y: 80)
        page.write("项目", x: 110, y: 120)
        page.rulings.append(Ruling(.horizontal, at: 136, from: 50, to: 230))
        page.write("科目编码", x: 54, y: 142)
        page.write("科目名称", x: 150, y: 142)
        page.write("本年支出合计", x: 240, y: 131)
        page.write("基本支出", x: 330, y: 131)
        let rows = [
            ("201", "一般公共服务支出", "300.00", "100.00"), ("205", "教育支出", "40.00", "30.00"),
            ("206", "科学技术支出", "160.00", "70.00"), ("208", "社会保障支出", "20.00", "10.00"),
        ]
        page.rulings.append(Ruling(.horizontal, at: 158, from: 50, to: 400))
        for (index, row) in rows.enumerated() {
            let y = 164 + Double(index) * 22
            page.write(row.0, x: 54, y: y)
            page.write(row.1, x: 130, y: y)
            page.write(row.2, x: 270, y: y)
            page.write(row.3, x: 340, y: y)
            page.rulings.append(Ruling(.horizontal, at: y + 16, from: 50, to: 400))
        }
        let tables = TableRecognizer.recognise([page]).tables
        let table = try #require(tables.first)
        #expect(tables.count == 1)
        #expect(table.cells.contains { $0.kind == .header && $0.lines.joined() == "科目编码" })
        #expect(table.cells.contains { $0.kind == .header && $0.lines.joined() == "基本支出" })
        #expect(table.bodyRows.count == rows.count)
    }
}
