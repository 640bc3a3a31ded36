import FinalAccounts
import TableRecognition
import Testing

/// What a failing relation may accuse of, and what not.
@Suite struct AccusationTests {
    private func findings(_ table: ReportTable) -> [String] {
        AccountsChecker.standard.report([table]).findings.map(\.message)
    }

    private func summary(_ rows: [[String]]) -> ReportTable {
        .small(
            "收入支出决算总表", header: [["收入", "收入", "支出", "支出"], ["项目", "决算数", "项目", "决算数"]],
            rows: rows)
    }

    /// 其中 is a part of the row above it, no further term of the sum.
    @Test func aPartIsNoTerm() {
        let table = summary([
            ["一、财政拨款收入", "100.00", "一、一般公共服务支出", "105.00"],
            ["其中：政府性基金预算财政拨款", "20.00", "", ""],
            ["二、事业收入", "5.00", "", ""],
            ["本年收入合计", "105.00", "本年支出合计", "105.00"],
            ["总计", "105.00", "总计", "105.00"],
        ])
        #expect(findings(table) == [])
    }

    /// A row that nobody knows may be a term: its sum accuses nobody.
    @Test func unknownRowsMayBelongToTheSum() {
        let table = summary([
            ["一、一般公共预算财政拨款收入", "100.00", "一、一般公共服务支出", "108.00"],
            ["二、云上收入", "8.00", "", ""],
            ["本年收入合计", "108.00", "本年支出合计", "108.00"],
            ["总计", "108.00", "总计", "108.00"],
        ])
        #expect(findings(table) == [])
    }

    /// With known rows alone the same figures are an error.
    @Test func knownRowsAccuse() {
        let table = summary([
            ["一、一般公共预算财政拨款收入", "100.00", "一、一般公共服务支出", "108.00"],
            ["本年收入合计", "108.00", "本年支出合计", "108.00"],
            ["总计", "108.00", "总计", "108.00"],
        ])
        #expect(findings(table) != [])
    }

    /// 二、外 | 交支出: the label of a row that a page's end has cut.
    @Test func aCutLabelIsWhole() {
        let table = summary([
            ["一、一般公共预算财政拨款收入", "100.00", "一、一般公共服务支出", "60.00"],
            ["", "", "二、外", "40.00"],
            ["", "", "交支出", ""],
            ["本年收入合计", "100.00", "本年支出合计", "100.00"],
            ["总计", "100.00", "总计", "100.00"],
        ])
        let report = AccountsChecker.standard.report([table])
        #expect(report.findings.map(\.message) == [])
        #expect(report.records.first { $0.amount == "40.00" }?.code == "202")
    }

    /// 10 among figures with two decimals is a whole number: it may be off by half of one.
    @Test func roundingIsThatOfTheFigureItself() {
        let rows = [
            ["", "合计", "10", "6.34", "4.00", "", "", ""],
            ["201", "一般公共服务支出", "10.34", "6.34", "4.00", "", "", ""],
        ]
        var table = ReportTable.small(
            "支出决算表", header: ReportTable.expenditureHeader, rows: rows)
        for index in table.cells.indices where table.cells[index].text == "10" {
            table.cells[index].kind = .amount
            table.cells[index].amount = "10"
        }
        #expect(findings(table) == [])
    }

    /// A relation is written as people write it, in the finding's own words and in Chinese.
    @Test func theRelationIsSaid() {
        let finding = AccountsChecker.standard.report([.expenditure(leaf: "2.60")]).findings.first
        #expect(finding?.formula?.contains("≠") == true)
        #expect(finding?.chinese.hasPrefix("勾稽不符：") == true)
    }
}
