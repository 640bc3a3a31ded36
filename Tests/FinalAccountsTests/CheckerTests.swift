import FinalAccounts
import TableRecognition
import Testing

@Suite struct CheckerTests {
    private func report(_ tables: ReportTable...) -> AccountsReport {
        AccountsChecker.standard.report(tables)
    }

    @Test func recordsOfACodedTable() throws {
        let report = report(.expenditure())
        #expect(report.recognised.map(\.catalogue) == ["expenditure"])
        #expect(report.records.count == 14)
        let record = try #require(
            report.records.first { $0.code == "2060101" && $0.measure == "total" })
        #expect(record.level == 3)
        #expect(record.parent == "20601")
        #expect(record.name == "行政运行")
        #expect(record.yuan == "75000")
        #expect(record.unit == "万元")
        #expect(report.records.allSatisfy { $0.status == .proved })
        #expect(report.findings.isEmpty)
    }

    @Test(arguments: ["支出决算袤", "某某市科学技术局支出决算表", nil])
    func titleWithASlipOrNone(title: String?) {
        #expect(report(.expenditure(title)).recognised.map(\.catalogue) == ["expenditure"])
    }

    @Test func anotherTableIsNotTaken() {
        let table = ReportTable.small(
            "会议名单", header: [["序", "姓名", "得票"]],
            rows: [["甲", "张三", "10.00"], ["乙", "李四", "6.00"]])
        #expect(report(table).recognised.isEmpty)
    }

    @Test func codesInThreeColumnsAndInOneWithTheName() {
        let three = ReportTable.small(
            "支出决算表",
            header: [["类", "款", "项", "科目名称", "本年支出合计", "基本支出", "项目支出"]],
            rows: [
                ["合计", "", "", "", "4.00", "3.00", "1.00"],
                ["206", "", "", "科学技术支出", "4.00", "3.00", "1.00"],
                ["206", "1", "", "管理", "4.00", "3.00", "1.00"],
                ["206", "01", "99", "其他", "4.00", "3.00", "1.00"],
            ])
        #expect(Set(report(three).records.compactMap(\.code)) == ["206", "20601", "2060199"])
        let one = ReportTable.small(
            "支出决算表", header: [["功能分类科目编码及名称", "本年支出合计", "基本支出", "项目支出"]],
            rows: [["合计", "4.00", "3.00", "1.00"], ["206科学技术支出", "4.00", "3.00", "1.00"]])
        #expect(
            report(one).records.filter { $0.code == "206" }.map(\.name)
                == Array(repeating: "科学技术支出", count: 3))
    }

    @Test func wrongFigureIsNamedWithItsMend() throws {
        let report = report(.expenditure(leaf: "7.50"))
        let finding = try #require(report.findings.first)
        #expect(finding.code == .wrongFigure)
        #expect(finding.cell == CellPlace(table: 0, row: 5, column: 4))
        #expect(finding.printed == "7.50")
        #expect(finding.mend == "2.50")
        #expect(report.records.filter { $0.status == .suspect }.map(\.amount) == ["7.50"])
    }

    @Test func roundingIsNoFailure() {
        let report = report(.expenditure(leaf: "2.51"))
        #expect(report.findings.isEmpty)
        #expect(report.checks.contains { $0.result == .holdsRounding })
    }

    @Test func zerosProveNothing() {
        let table = ReportTable.small(
            "支出决算表", header: [["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"]],
            rows: [["", "合计", "0.00", "0.00", "0.00"], ["206", "科学技术支出", "0.00", "0.00", "0.00"]])
        let report = report(table)
        #expect(report.records.allSatisfy { $0.status == .plausible })
        #expect(report.checks.allSatisfy { $0.result == .notApplicable && $0.reason != nil })
    }

    @Test func textThatIsNotWhatThePageShowsStaysSuspect() {
        var table = ReportTable.expenditure()
        for index in table.cells.indices { table.cells[index].isDoubtful = true }
        #expect(report(table).records.allSatisfy { $0.status == .suspect })
    }

    @Test func aMissingParentIsNamed() throws {
        var table = ReportTable.expenditure()
        table.cells.removeAll { $0.row == 3 }
        for index in table.cells.indices where table.cells[index].row > 3 {
            table.cells[index].row -= 1
        }
        table.rowCount -= 1
        table.cells += [
            ReportTable.Cell(row: 5, column: 0, kind: .code, text: "20602"),
            ReportTable.Cell(row: 5, column: 1, kind: .text, text: "基础研究"),
        ]
        table.rowCount += 1
        let finding = try #require(report(table).findings.first)
        #expect(finding.code == .missingRow)
        #expect(finding.message.contains("20601"))
    }

    @Test func unknownColumnsKeepTheirNumbers() {
        let table = ReportTable.expenditure(header: [
            ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "杂项"]
        ])
        let report = report(table)
        #expect(report.recognised.count == 1)
        #expect(report.records.count == 14)
    }
}
