import FinalAccounts
import TableRecognition
import Testing

/// What the prose says of the tables' figures.
@Suite struct ProseTests {
    private static let table = {
        var table = ReportTable.expenditure()
        table.year = 2024
        return table
    }()
    private static let general = ReportTable.small(
        "一般公共预算财政拨款支出决算表",
        header: [["科目编码", "科目名称", "合计", "基本支出", "项目支出"]],
        rows: [
            ["", "合计", "8.00", "5.00", "3.00"],
            ["206", "科学技术支出", "8.00", "5.00", "3.00"],
            ["20601", "科学技术管理事务", "8.00", "5.00", "3.00"],
            ["2060101", "行政运行", "6.00", "5.00", "1.00"],
            ["2060199", "其他科学技术管理事务支出", "2.00", "", "2.00"],
        ])

    private func report(_ text: String) -> AccountsReport {
        AccountsChecker.standard.report(
            [ProseTests.table, ProseTests.general], paragraphs: [ReportParagraph(text: text)])
    }

    /// The relations of the prose that were tried, with what came out.
    private func results(_ text: String) -> [String] {
        report(text).checks.filter { $0.relation.hasPrefix("text/") }.map {
            "\($0.relation) \($0.result)"
        }
    }

    @Test(arguments: [
        // as the Ministry's template has it, and as others say it
        "2024年度支出合计10.00万元，其中：基本支出6.00万元，占60.00%；项目支出4.00万元，占40.00%。",
        "本年支出合计10万元。其中基本支出6万元，占60%；项目支出4万元，占40%。",
        "某某市科学技术局2024 年度支出合计 100,000 元，其中:基本支出 60,000 元，占 60.0%；项目支出 40,000 元，占40.0％。",
    ])
    func totalsAndShares(text: String) {
        #expect(
            results(text) == [
                "text/year-expenditure holds", "text/year-expenditure-basic holds",
                "text/share holds", "text/year-expenditure-project holds", "text/share holds",
                "text/sum holds",
            ])
    }

    @Test func itemsByTheirThreeNames() {
        let found = results(
            "1.科学技术支出（类）科学技术管理事务（款）行政运行（项）。主要用于：日常运转。年初预算为8.00万元，支出决算为6.00万元，"
                + "完成年初预算的75.00%。决算数小于预算数的主要原因：人员变动。")
        #expect(found == ["text/code holds", "text/completion holds", "text/wording holds"])
    }

    @Test func itemsByTheirCode() {
        let found = results("2.其他支出（2060199）。年初预算4.00万元，决算2.00万元，完成50.00%。")
        #expect(found == ["text/code holds", "text/completion holds"])
    }

    @Test(arguments: [
        "1、科学技术支出（206类）科学技术管理事务（01款）行政运行（01项）6.00万元。",
        "1、科学技术支出206（类）科学技术管理事务01（款）行政运行01（项）支出6.00万元。",
        "1、科学技术支出（206）类科学技术管理事务（01）款行政运行（01）项6.00万元。",
        "1.“科学技术支出-科学技术管理事务-行政运行”科目6.00万元，主要用于日常运转。",
        "1.科学技术管理事务行政运行（项）支出6.00万元。",
    ])
    func itemsInOtherWords(text: String) {
        #expect(results(text) == ["text/code holds"])
    }

    /// 收入总计 is said of what stands under that name, or of this year's.
    @Test func aNameWithTwoMeanings() {
        let summary = ReportTable.small(
            "收入支出决算总表", header: [["收入", "收入", "支出", "支出"], ["项目", "决算数", "项目", "决算数"]],
            rows: [
                ["一、一般公共预算财政拨款收入", "8.00", "一、一般公共服务支出", "9.00"],
                ["本年收入合计", "8.00", "本年支出合计", "9.00"],
                ["年初结转和结余", "2.00", "年末结转和结余", "1.00"],
                ["总计", "10.00", "总计", "10.00"],
            ])
        func found(_ text: String) -> [String] {
            AccountsChecker.standard.report(
                [summary], paragraphs: [ReportParagraph(text: text)]
            ).findings.map(\.message)
        }
        #expect(found("收入总计10.00万元，支出总计10.00万元。") == [])
        #expect(found("收入总计8.00万元，支出总计9.00万元。") == [])
        #expect(found("收入总计7.00万元。") == ["the text has 7.00, the table 10.00"])
    }

    @Test func classesUnderTheirHeading() {
        #expect(
            results("一般公共预算财政拨款支出8.00万元，主要用于以下方面：科学技术（类）支出8.00万元，占100.00%。")
                == ["text/general-budget holds", "text/class holds", "text/share holds"])
    }

    @Test func changesOverTheYearBefore() {
        #expect(
            results("一般公共预算财政拨款支出8.00万元。与上年度相比，一般公共预算财政拨款支出减少2.00万元，下降20.00%。")
                == ["text/general-budget holds", "text/change holds"])
    }

    // MARK: What is wrong

    @Test func aFigureThatIsNotTheTables() throws {
        let text = "2024年度支出合计10.00万元，其中：基本支出6.60万元；项目支出4.00万元。"
        let report = report(text)
        let finding = try #require(report.findings.first)
        #expect(report.findings.count == 1)
        #expect(finding.code == .wrongFigure && !finding.isFailure)
        #expect(finding.printed == "6.60" && finding.mend == "6.00")
        let place = try #require(finding.place.prose)
        let printed = Array(text.unicodeScalars)[place.range]
        #expect(String(String.UnicodeScalarView(printed)) == "6.60")
        // the tables' figures are none the worse
        #expect(report.records.allSatisfy { $0.status == .proved })
    }

    @Test func aPercentageThatIsNot() throws {
        let finding = try #require(report("支出合计10.00万元，其中：基本支出6.00万元，占66.00%。").findings.first)
        #expect(finding.printed == "66.00" && finding.mend == "60.00")
    }

    @Test func wordsThatContradictTheFigures() {
        #expect(
            results("科学技术支出（类）科学技术管理事务（款）行政运行（项）。年初预算为5.00万元，支出决算为6.00万元。决算数小于预算数的原因是人员变动。")
                == ["text/code holds", "text/wording warns"])
    }

    @Test func aFigureThatIsNotThere() throws {
        let finding = try #require(report("死亡抚恤（项）。年初预算为万元，支出决算为0.00万元。").findings.first)
        #expect(finding.code == .missingFigure && !finding.isFailure)
    }

    @Test func aShareIsMendedToThePlacesThatArePrinted() throws {
        let finding = try #require(report("支出合计10.00万元，其中：基本支出6.00万元，占66.0%。").findings.first)
        #expect(finding.printed == "66.0" && finding.mend == "60.0")
        #expect(finding.message == "6.00 is 60.0% of 10.00, not 66.0%")
    }

    // MARK: No false alarm

    @Test(arguments: [
        // another year's, another account's, another unit's
        "2023年度支出合计99.00万元。",
        "上年支出合计99.00万元。",
        "所属学校支出合计99.00万元。",
        "基本支出99.00万元。",
        "其中99.00万元为上年结转。",
        // plans and parts of what is known
        "支出合计预计为99.00万元。",
        "一般公共预算财政拨款支出，其中公务接待99.00万元，占12.00%。",
        // no rate of nothing
        "行政运行（2060101）。年初预算0.00万元，决算6.00万元，完成100.00%。",
        "单价100万元（含）以上设备0台（套），授予中小企业合同金额占政府采购支出总额的50.00%。",
        // a percentage that belongs to no figure before it
        "支出合计10.00万元，全部用于保障运转，占66.00%。",
    ])
    func nothingIsSaidOf(text: String) {
        #expect(report(text).findings.map(\.message) == [])
    }
}
