import Testing
import TextRepair

/// What each rule mends, and what it leaves alone.
@Suite struct RuleTests {
    /// The text after the repair, with the rules that made it.
    private func repair(_ text: String) -> (text: String, rules: Set<String>) {
        let repaired = TextRepair.repaired(text)
        return (repaired.text, Set(repaired.edits.map(\.rule)))
    }

    @Test(arguments: [
        // rule, as found, as it should be
        ("compatibility-form", "⼯资福利⽀出", "工资福利支出"),
        ("compatibility-form", "公务⽤⻋购置", "公务用车购置"),
        ("compatibility-form", "\u{F9EA}退休", "離退休"),
        ("full-width", "２０２４年度", "2024年度"),
        ("full-width", "占９３．３４％", "占93.34%"),
        ("full-width", "ＧＤＰ占比", "GDP占比"),
        ("latex", "未完成年初目标\\leq 20%", "未完成年初目标≤20%"),
        ("latex", "目标 $\\leq 5\\%$ 以内", "目标 ≤5% 以内"),
        ("latex", "不低于\\geq 90\\%", "不低于≥90%"),
        ("number-space", "补助（2023. 10-2024. 3）", "补助（2023.10-2024.3）"),
        ("number-space", "合计1, 358. 64万元", "合计1,358.64万元"),
        ("number-space", "支出754. 75万元", "支出754.75万元"),
        ("number-space", "执行率76.44 %", "执行率76.44%"),
        ("number-space", "补助(2023.10-20 24.3)", "补助(2023.10-2024.3)"),
        ("minus", "（－25.74万元）", "（-25.74万元）"),
        ("minus", "−3.00%", "-3.00%"),
        ("mixed-brackets", "（一)总体情况", "（一）总体情况"),
        ("mixed-brackets", "(类）支出", "（类）支出"),
        ("mixed-quotes", "“三公\"经费", "“三公”经费"),
        ("mixed-quotes", "”三公“经费", "“三公”经费"),
        ("doubled-punctuation", "按规定收回。。", "按规定收回。"),
        ("doubled-punctuation", "其中，，基本支出", "其中，基本支出"),
    ])
    func mends(rule: String, found: String, right: String) {
        let (text, rules) = repair(found)
        #expect(text == right)
        #expect(rules.contains(rule))
    }

    @Test(arguments: [
        "1. 2024年整体绩效目标", "2. 15个项目", "目标：1. 20个", "比例1 : 3", "1 358", "表 1, 表 2",
        "2023—2024年", "预算数－决算数", "———", "（一）(二)", "\"三公\"经费", "等等。。。", "……", "C:\\path",
        "$5", "a \\ b", "第1、2、3项", "（见附表）(1)", "10-20次", "1-2个",
        "一般公共预算财政拨款“三公”经费支出1,358.64万元，占63.53%。",
    ])
    func leavesAlone(text: String) {
        #expect(TextRepair.repaired(text) == RepairedText(text))
    }

    @Test func editsSayWhatAndWhereAndCanBeTakenBack() {
        let raw = "（一)⼯资２０.. 5万元。。"
        let repaired = TextRepair.repaired(raw)
        #expect(repaired.text == "（一）工资20.. 5万元。")
        #expect(repaired.original == raw)
        #expect(
            repaired.edits.contains(
                TextEdit(rule: "compatibility-form", at: 3, before: "⼯", after: "工")))
    }
}
