import FinalAccounts
import Testing

/// What sentences say of their own figures, without any table.
@Suite struct ProseSentenceTests {
    private func report(_ texts: [String], plan: Bool = false) -> AccountsReport {
        let cover = plan ? "某某市某某局2024年部门预算" : "某某市某某局2024年度部门决算"
        return AccountsChecker.standard.report(
            [], paragraphs: ([cover] + texts).map { ReportParagraph(text: $0) })
    }

    private func messages(_ text: String, plan: Bool = false) -> [String] {
        report([text], plan: plan).findings.map(\.message)
    }

    // MARK: What is wrong

    @Test(arguments: [
        (
            "机关运行经费47.82万元，比2023年减少15.11万元，下降25.01%。",
            "a fall of 15.11 to 47.82 is one of 24.01%, not 25.01%"
        ),
        (
            "项目支出4,335.3万元。与上年相比减少了1237.7万元，减少13.22%。",
            "a fall of 1237.7 to 4335.3 is one of 22.21%, not 13.22%"
        ),
        (
            "行政运行（项）。年初预算为8.00万元，支出决算为6.00万元，完成年初预算的57.00%。",
            "6.00 is 75.00% of 8.00, not 57.00%"
        ),
        (
            "行政运行（项）。年初预算为0.00万元，支出决算为6.00万元，完成年初预算的170.00%。",
            "the text has a plan of nothing and a share of it"
        ),
        ("支出合计10.00万元，其中：修缮项目4.00万元，占47.00%。", "4.00 is 40.00% of 10.00, not 47.00%"),
        (
            "政府采购支出总额43.58万元，其中：政府采购货物支出28.19万元、政府采购工程支出0.00万元、政府采购服务支出25.38万元。",
            "28.19 + 0.00 + 25.38 make 53.57, not 43.58"
        ),
        (
            "机关运行经费10.00万元，比上年增加2.00万元，下降25.00%。",
            "the text has a rise in money and a fall in per cent"
        ),
        (
            "行政运行（项）。年初预算为5.00万元，支出决算为6.00万元，决算数与预算数持平。",
            "the text says that 6.00 is no other than 5.00"
        ),
    ])
    func oneSentence(text: String, message: String) {
        #expect(messages(text) == [message])
    }

    @Test(arguments: [
        (
            "1、公共安全支出（204类）司法（06款）行政运行（01项）1434.89万元。2023年当年预算执行数为1690.69万元，2024年预算安排1434.89万元，比2023年预算执行数减少1.10%。",
            "from 1690.69 to 1434.89 is a fall of 15.13%, not 1.10%"
        ),
        (
            "2.“住房保障支出（类）住房改革支出（款）购房补贴（项）”170.03万元，2023年执行数为241.76万元，2024年预算安排170.03万元，比2023年执行数增加29.67%。",
            "from 241.76 to 170.03 is a fall of 29.67%, not a rise of 29.67%"
        ),
        (
            "3.“住房保障支出-住房改革支出-住房公积金”科目350.35万元，主要用于住房公积金。2024年预算安排352.67万元。",
            "the text has both 352.67 and 350.35 for the same"
        ),
        (
            "4.行政运行（2060101）10.00万元，2023年执行数为8.00万元，2024年预算安排10.00万元，比2023年执行数增加3.00万元。",
            "from 8.00 to 10.00 is 2.00 more, not 3.00 more"
        ),
        (
            "5.行政运行（2060101）10.00万元，2023年执行数为8.00万元，2024年预算安排10.00万元，与2023年执行数持平。",
            "the text says that 10.00 is no other than 8.00"
        ),
    ])
    func onePlan(text: String, message: String) {
        #expect(messages(text, plan: true) == [message])
    }

    @Test func theSameOnceMore() throws {
        let report = report([
            "某某市某某局2024年度本年收入合计10.00万元。", "财政拨款收入10.00万元，占本年收入合计的100%。",
            "某某市某某局2024年度本年收入合计10.50万元。",
        ])
        #expect(
            report.findings.map(\.message) == ["the text has both 10.50 and 10.00 for the same"])
    }

    /// Without tables nothing tells the units apart that a text reports on.
    @Test func severalUnitsInOneText() {
        let units = (1...4).map { "第\($0)中学2024年度本年收入合计1\($0).00万元。" }
        #expect(report(units).findings.map(\.message) == [])
    }

    @Test func partsInParagraphsOfTheirOwn() {
        let found = report(
            [
                "某某局2024年度财政拨款基本支出预算80.00万元，其中：", "（一）人员经费60.00万元。主要包括：基本工资。",
                "（二）公用经费30.00万元。主要包括：办公费。", "某某局2024年度财政拨款支出预算100.00万元。",
            ], plan: true
        ).findings.map(\.message)
        #expect(found == ["60.00 + 30.00 make 90.00, not 80.00"])
    }

    // MARK: No false alarm

    @Test(arguments: [
        // parts of parts, and of what stands before the list
        "收入合计100.00万元，其中：财政拨款收入80.00万元，占80.00%，其中一般公共预算60.00万元，占75.00%；事业收入20.00万元，占20.00%。",
        "专项预算100万元，执行40万元，其中：甲10万元，占10%，乙30万元，占30%。",
        "项目支出40万元，主要用于：甲项目10万元，占30%；乙项目30万元，占75%。",
        // two plans
        "行政运行（项）年初预算100万元，调整预算120万元，支出决算90万元，完成年初预算的90%，完成调整预算的75%。",
        "行政运行（项）年初预算100万元，调整预算80万元，支出决算90万元。决算数小于年初预算数的主要原因是节约。",
        "一般公共预算支出50万元，比年初预算增加5万元，增长11.11%。",
        "年初预算5万元，支出决算4万元，决算数和预算数不一致的原因是节约；决算数与预算数基本持平。",
        "行政运行（项）。年初预算为5.00万元，支出决算为6.00万元，决算数与上年持平。",
        // other years
        "2024年三公经费支出5万元，2023年为6万元，减少1万元，下降16.67%。",
        "2022年、2023年、2024年分别支出10万元、12万元、15万元，年均增长22.47%。",
        "三公经费支出决算90万元，较上年决算数80万元增加10万元，增长12.5%。",
        "单位预留机动经费10万元，比上年增加9万元（上年仅安排1万元），增长9倍。",
        // rounded and cut off
        "支出合计3.00万元，其中：甲1.00万元，占33.3%；乙2.00万元，占66.6%。",
        "支出合计1.2亿元，其中：基本支出8000万元，占66.67%。",
        // not all parts
        "政府采购支出总额100万元，其中：政府采购货物支出60万元、政府采购服务支出30万元。",
        "支出合计约1400万元。2024年度支出合计1399.34万元。",
    ])
    func nothingIsSaidOf(text: String) {
        #expect(messages(text) == [])
    }

    @Test(arguments: [
        "2.“教育支出（类）普通教育（款）初中教育（项）”100万元，其中：2024年预算安排80万元，上年结转20万元。",
        "3.“教育支出（类）普通教育（款）高中教育（项）”120万元，2023年预算数为90万元，执行数为100万元，2024年预算安排120万元，比2023年预算增加33.33%。",
        "4.行政运行（2060101）25.00万元，2023年执行数为0.00万元，2024年预算安排25.00万元，比2023年执行数增加100.00%。",
        "财政拨款收入100万元，比2023年预算增加10万元。财政拨款支出预算100万元，比2023年执行数增加12万元。",
    ])
    func nothingIsSaidOfPlans(text: String) {
        #expect(messages(text, plan: true) == [])
    }
}
