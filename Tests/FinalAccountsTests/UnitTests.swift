import FinalAccounts
import Testing

/// Where the unit of a table's figures comes from.
@Suite struct UnitTests {
    /// 收入决算表 and 支出决算表 of one report, and what its text says of them.
    private func report(
        income: String?, expenditure: String?, factor: Int = 1, prose: [String] = []
    ) -> AccountsReport {
        func amount(_ hundredths: Int) -> String {
            let value = hundredths * factor
            return "\(value / 100)." + String(String(value % 100 + 100).suffix(2))
        }
        let header = [["项目", "决算数", "项目", "决算数"]]
        let summary = ReportTable.small(
            "收入支出决算总表", unit: income,
            header: [["收入", "收入", "支出", "支出"]] + header,
            rows: [
                ["一、一般公共预算财政拨款收入", amount(123_457), "一、一般公共服务支出", amount(123_457)],
                ["本年收入合计", amount(123_457), "本年支出合计", amount(123_457)],
                ["总计", amount(123_457), "总计", amount(123_457)],
            ])
        let spent = ReportTable.small(
            "支出决算表", unit: expenditure, header: ReportTable.expenditureHeader,
            rows: [
                ["", "合计", amount(123_457), amount(100_022), amount(23_435), "", "", ""],
                ["201", "一般公共服务支出", amount(123_457), amount(100_022), amount(23_435), "", "", ""],
            ])
        return AccountsChecker.standard.report(
            [summary, spent], paragraphs: prose.map { ReportParagraph(text: $0) })
    }

    private let text = [
        "2024年度收入总计1234.57万元，支出总计1234.57万元。",
        "本年支出合计1234.57万元，其中：基本支出1000.22万元，占81.02%；项目支出234.35万元，占18.98%。",
    ]

    private func sources(_ report: AccountsReport) -> [UnitSource] {
        report.recognised.sorted { $0.table < $1.table }.map(\.unitSource)
    }

    @Test func printedOnTheTable() {
        let found = report(income: "万元", expenditure: "万元")
        #expect(sources(found) == [.printed, .printed])
        #expect(found.records.first?.yuan == "12345700")
    }

    /// Nobody says what the figures are: no 元, and nothing proved, though all sums hold.
    @Test func unknownIsNotFilledIn() {
        let found = report(income: nil, expenditure: nil)
        #expect(sources(found) == [.unknown, .unknown])
        #expect(found.records.allSatisfy { $0.yuan == nil && $0.unit == nil })
        #expect(found.records.allSatisfy { $0.status != .proved })
        #expect(found.records.contains { $0.evidence.reservation == .unitUnknown })
    }

    @Test func theDocumentsOnlyUnitIsTaken() {
        #expect(sources(report(income: "万元", expenditure: nil)).first == .printed)
        #expect(sources(report(income: "万元", expenditure: nil)).last != .unknown)
    }

    /// 1,234.57万元 in the text and 12345700.00 in the table: the table is in 元.
    @Test func theTextDecides() {
        let found = report(income: nil, expenditure: nil, factor: 10_000, prose: text)
        #expect(sources(found).allSatisfy { $0 == .prose || $0 == .tables })
        #expect(found.records.first { $0.row == "income-total" }?.yuan == "12345700")
        #expect(found.findings.map(\.message) == [])
    }

    /// Labelled 元, but the text and the other table know better.
    @Test func aContradictedUnitIsAFindingAndProvesNothing() {
        let found = report(income: "万元", expenditure: "元", prose: text)
        #expect(sources(found) == [.printed, .contradicted])
        let finding = found.findings.first { $0.code == .unitContradicted }
        #expect(finding?.cell?.table == 1)
        #expect(finding?.mend == "万元")
        let own = found.records.filter { $0.cell.table == 1 }
        #expect(own.allSatisfy { $0.yuan == nil && $0.status != .proved })
        #expect(!found.findings.contains { $0.isFailure })
    }

    /// 财政拨款 and 一般公共预算 are one where there is no fund: that is asked first, and says enough of the units.
    @Test func whatARelationAsksFirstIsAWitness() {
        func basic(_ title: String, unit: String) -> ReportTable {
            ReportTable.small(
                title, unit: unit, header: [["科目编码", "科目名称", "预算数"]],
                rows: [
                    ["", "合计", "5598.17"], ["301", "工资福利支出", "5598.17"],
                    ["30101", "基本工资", "5098.06"], ["30102", "津贴补贴", "500.11"],
                ])
        }
        let found = AccountsChecker.standard.report([
            basic("财政拨款基本支出预算表", unit: "万元"), basic("一般公共预算基本支出预算表", unit: "元"),
        ])
        #expect(found.findings.contains { $0.code == .unitContradicted })
        #expect(found.records.allSatisfy { $0.status != .proved })
    }

    /// Size decides nothing: a small office's 元 are as good as a large one's 万元.
    @Test func sizeDecidesNothing() {
        #expect(
            sources(report(income: nil, expenditure: nil, factor: 1_000_000)) == [
                .unknown, .unknown,
            ])
    }

    @Test(arguments: ["决算数（元）", "决算数(元)"])
    func headingsPrintUnitsToo(heading: String) {
        let table = ReportTable.small(
            "支出决算表", unit: nil, header: [["科目编码", "科目名称", "本年支出合计（元）", "基本支出", "项目支出"]],
            rows: [
                ["", "合计", "10.00", "6.00", "4.00"], ["201", "一般公共服务支出", "10.00", "6.00", "4.00"],
            ])
        #expect(sources(AccountsChecker.standard.report([table])) == [.printed])
    }
}
