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

    /// 005 is no subject's code, and as a number would be 5.
    @Test func codesDoNotBeginWithZero() {
        let table = ReportTable.small(
            "支出决算表", header: ReportTable.expenditureHeader,
            rows: [
                ["", "合计", "10.00", "6.00", "4.00", "", "", ""],
                ["206", "科学技术支出", "10.00", "6.00", "4.00", "", "", ""],
                ["20601", "科学技术管理事务", "10.00", "6.00", "4.00", "", "", ""],
                ["005", "基础设施建设", "10.00", "6.00", "4.00", "", "", ""],
            ])
        #expect(Set(report(table).records.compactMap(\.code)) == ["206", "20601"])
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

    // MARK: Numbers that are none

    /// The table with one of its amounts printed as something else.
    private func slipped(_ text: String) -> ReportTable {
        var table = ReportTable.expenditure()
        let index = table.cells.firstIndex { $0.row == 4 && $0.column == 2 }
        if let index {
            table.cells[index].text = text
            table.cells[index].amount = nil
            table.cells[index].kind = .text
        }
        return table
    }

    @Test(arguments: ["7.S0", "7,50", "7．5O", "7.5〇"])
    func aSlipIsMendedWhereItIsProved(text: String) throws {
        let report = report(slipped(text))
        let record = try #require(
            report.records.first { $0.code == "2060101" && $0.measure == "total" })
        #expect(record.amount == "7.50" && record.status == .proved && record.mended == "7.50")
        #expect(report.findings.isEmpty)
    }

    /// Another number than the sums want, or none at all.
    @Test(arguments: ["1.S0", "7.X0", "S.SS", "七万"])
    func aSlipThatNothingProvesStays(text: String) {
        let report = report(slipped(text))
        #expect(!report.records.contains { $0.code == "2060101" && $0.measure == "total" })
    }

    // MARK: Names

    /// 其他科学技术管理事务支出 in two tables, damaged in one.
    private func named(_ name: String) -> ReportTable {
        .small(
            "一般公共预算财政拨款支出决算表", header: [["科目编码", "科目名称", "合计", "基本支出", "项目支出"]],
            rows: [
                ["", "合计", "2.00", "", "2.00"], ["206", "科学技术支出", "2.00", "", "2.00"],
                ["2060199", name, "2.00", "", "2.00"],
            ])
    }

    @Test func aDamagedNameIsNamedWithTheOneThatOtherTablesHave() throws {
        let report = report(.expenditure(), named("其他科学技术管理事支出"))
        let finding = try #require(report.findings.first { $0.code == .name })
        #expect(finding.printed == "其他科学技术管理事支出")
        #expect(finding.mend == "其他科学技术管理事务支出")
        #expect(!finding.isFailure)
        let names = Set(report.records.filter { $0.code == "2060199" }.map(\.name))
        #expect(names == ["其他科学技术管理事务支出"])
    }

    @Test(arguments: ["其他科学技术管理事务支出", "其他科学技术管理事务", "其他科学技术 管理事务支出"])
    func namesThatSayTheSameAreNoFinding(name: String) {
        #expect(report(.expenditure(), named(name)).findings.filter { $0.code == .name }.isEmpty)
    }

    // MARK: Tables without figures

    private func funds(_ rows: [[String]], note: String?) -> ReportTable {
        var table = ReportTable.small(
            "政府性基金预算财政拨款收入支出决算表",
            header: [["科目编码", "科目名称", "年初结转和结余", "本年收入", "合计", "基本支出", "项目支出", "年末结转和结余"]],
            rows: rows)
        table.note = note
        return table
    }

    @Test(arguments: [
        ("说明：本单位没有政府性基金收入，故本表无数据。", 0), (nil, 1), ("注：本表反映本年度收支情况。", 1),
    ])
    func anEmptyTableSaysSo(note: String?, count: Int) {
        let report = report(
            .expenditure(), funds([["", "合计", "", "", "", "", "", ""]], note: note))
        #expect(report.findings.count == count)
        #expect(report.findings.allSatisfy { !$0.isFailure && $0.message.contains("no figures") })
    }

    @Test func aTableWithFiguresDoesNotSayThatItIsEmpty() {
        let row = ["", "合计", "1.00", "2.00", "3.00", "1.00", "2.00", ""]
        #expect(report(.expenditure(), funds([row], note: nil)).findings.isEmpty)
        #expect(report(.expenditure(), funds([row], note: "本表无数据")).findings.count == 1)
    }

    // MARK: Forms

    @Test func formsAgreeWithTheSummary() throws {
        func form(_ score: String) -> ReportTable {
            var form = ReportTable.small(
                "项目自评表", header: [],
                rows: [
                    ["项目名称", "科普 活动", "", "", "", ""],
                    ["主管部门", "某局", "", "实施单位", "某所", ""],
                    ["项目资金", "年初预算数", "全年预算数", "全年执行数", "分值", "得分"],
                    ["年度资金总额", "16.00", "16.00", "4.00", "10.0", "2.5"],
                    ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
                    ["产出", "场次", "9.0", "9.0", "90.0", "90.0"],
                    ["总分", "", "", "", "100.0", score],
                ])
            for index in form.cells.indices where form.cells[index].text.isEmpty {
                form.cells[index].kind = .empty
            }
            return form
        }
        let summary = ReportTable.small(
            "项目单位自评汇总表", header: [["单位名称", "项目名称", "项目类型", "全年预算数", "全年执行数", "自评得分"]],
            rows: [["某所", "科普活动", "一般", "16.00", "4.00", "92.5"]])
        let right = report(summary, form("92.5"))
        #expect(right.fields.map(\.id) == ["project", "department", "unit"])
        #expect(right.fields.map(\.text) == ["科普 活动", "某局", "某所"])
        #expect(right.findings.map(\.message) == [])
        #expect(
            right.checks.contains { $0.relation.hasSuffix("summary-score") && $0.result == .holds })
        let wrong = try #require(report(summary, form("95.5")).findings.first)
        #expect(wrong.printed == "95.5" && wrong.mend == "92.5")
    }
}
