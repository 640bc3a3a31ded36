import FinalAccounts
import Testing

/// What a printed title says of a table.
@Suite struct TitleTests {
    private func recognised(_ title: String, others: [String] = []) -> AccountsReport.Recognised? {
        let tables = [ReportTable.expenditure(title)] + others.map { ReportTable.expenditure($0) }
        return AccountsChecker.standard.report(tables).recognised.first { $0.table == 0 }
    }

    /// A year, a number, an organisation, a neutral word in front say nothing.
    @Test(arguments: [
        "支出决算表", "2024年度支出决算表", "表3 支出决算表", "附件3：支出决算表", "公开03表：支出决算表", "部门支出决算表",
        "云河市民政局支出决算表", "2024年度云河市民政局（本级）支出决算表", "云河大学2024年支出决算表", "支出决算表（单位）",
        "3.支出决算表", "高等学校支出决算表",
    ])
    func sameTable(title: String) {
        let found = recognised(title)
        #expect(found?.catalogue == "expenditure", "\(title)")
        #expect(found?.isCertain == true, "\(title)")
    }

    /// A qualifier makes it another table, which must not be taken for this one for sure.
    @Test(arguments: [
        "财政拨款支出决算表", "一般公共预算财政拨款支出决算表", "政府性基金支出决算表", "云河市民政局财政拨款支出决算表", "项目支出决算表",
        "三公经费支出决算表",
    ])
    func anotherTable(title: String) {
        let found = recognised(title)
        #expect(found.map { $0.catalogue == "expenditure" && $0.isCertain } != true, "\(title)")
    }

    /// A budget has no table of final accounts.
    @Test func kindComesFirst() {
        #expect(recognised("支出预算表")?.catalogue != "expenditure")
    }

    @Test(arguments: [
        ("一般公共预算财政拨款支出决算表", AccountKind.finalAccounts), ("三公经费支出预算表", .budget),
    ])
    func theLastWordTellsTheKind(title: String, kind: AccountKind) {
        #expect(AccountKind(title: title) == kind)
        #expect(AccountKind(title: "项目自评表") == nil)
    }

    /// A column more becomes a measure of its own and takes nothing from the table.
    @Test func furtherColumnsAreKept() {
        let table = ReportTable.small(
            "支出决算表", header: [["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "其中：人员经费"]],
            rows: [
                ["", "合计", "10.00", "6.00", "4.00", "5.00"],
                ["201", "一般公共服务支出", "10.00", "6.00", "4.00", "5.00"],
            ])
        let report = AccountsChecker.standard.report([table])
        #expect(report.recognised.first?.isCertain == true)
        let further = report.records.filter { $0.cell.column == 5 }
        #expect(further.map(\.measure) == Array(repeating: "unmapped:其中：人员经费", count: 2))
        #expect(further.map(\.yuan) == ["50000", "50000"])
        #expect(further.last?.code == "201")
        #expect(report.findings.map(\.message) == [])
    }
}
