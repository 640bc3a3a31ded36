import FinalAccounts
import Testing

/// What a person should look at in the prose, whatever the figures.
@Suite struct ProseNoteTests {
    private func findings(
        _ texts: [String], tables: [ReportTable] = []
    ) -> [AccountFinding] {
        let cover = ["某某市某某局2024年度部门决算"]
        return AccountsChecker.standard.report(
            tables, paragraphs: (cover + texts).map { ReportParagraph(text: $0) }
        ).findings
    }

    // MARK: Years

    @Test func aYearComparedWithItself() throws {
        let found = findings([
            "2024年度支出合计10.00万元，与2024年度相比，支出合计增加2.00万元。", "2024年度本单位没有政府性基金。",
        ])
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.code == .year && finding.printed == "2024年度" && finding.mend == "2023年度")
    }

    @Test func aHeadingOfAnotherYear() throws {
        let found = findings([
            "第三部分2023年度部门决算情况说明", "2024年度支出合计10.00万元，比2023年度增加2.00万元。",
            "2024年度本单位没有政府性基金。",
        ])
        #expect(found.map(\.code) == [.year])
        #expect(found.first?.mend == "2024年度")
    }

    @Test(arguments: [
        "2024年度支出合计10.00万元，比2024年年初预算增加2.00万元。",
        "2024年度支出合计10.00万元，比2024年预算数增加2.00万元。",
        "2024年度支出合计10.00万元，与2023年度相比增加2.00万元。",
        "2025年度预算安排10.00万元，比2024年度增加2.00万元。",
        "《2023年度部门决算情况说明》见附件。",
        "截至2024年12月31日，较2024年初增加2辆。",
    ])
    func yearsThatAreMeant(text: String) {
        #expect(
            findings([text, "2024年度收入合计12.00万元。", "2024年度没有政府性基金。"]).map(\.message) == [])
    }

    // MARK: Placeholders

    @Test func aFormNotFilledIn() throws {
        let finding = try #require(findings(["上海市XX局主要职能", "政府采购金额为×× 万元。"]).first)
        #expect(finding.code == .placeholder && finding.printed == "XX局")
        #expect(findings(["上海市XX局主要职能", "政府采购金额为×× 万元。"]).count == 2)
    }

    @Test func aBlankFormIsSaidOnce() {
        let lines = (1...9).map { "（\($0)）支出XX万元。" }
        #expect(findings(lines).count == 1)
    }

    @Test(arguments: ["位于X101、X102、XX103街坊。", "型号为XXL。", "张XX办理的案件。", "面积为3×4×5米。"])
    func noPlaceholder(text: String) {
        #expect(findings([text]).map(\.message) == [])
    }

    // MARK: The contents list

    private static let names = ["收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表"]

    private func tables(_ names: [String]) -> [ReportTable] {
        names.map { ReportTable.small($0, header: [["项目", "决算数"]], rows: [["合计", "8.00"]]) }
            + [ReportTable.expenditure()]
    }

    @Test func aTableThatIsNotThere() throws {
        let list = ["目录", "第二部分2024年度部门决算表"] + ProseNoteTests.names.map { "一、\($0)……5" }
        let all = tables(ProseNoteTests.names)
        #expect(!findings(list, tables: all).contains { $0.code == .missingTable })
        let fewer = tables(ProseNoteTests.names.filter { $0 != "收入决算表" })
        let missing = findings(list, tables: fewer).filter { $0.code == .missingTable }
        #expect(missing.map(\.printed) == ["一、收入决算表……5"])
        // its place may hold no more than a line of text
        let said = findings(list + ["主要职能。", "收入决算表", "本表无数据"], tables: fewer)
        #expect(!said.contains { $0.code == .missingTable })
    }
}
