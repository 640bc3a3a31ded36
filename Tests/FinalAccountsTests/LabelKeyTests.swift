import Testing

@testable import FinalAccounts

@Suite struct LabelKeyTests {
    @Test(arguments: [
        ("因 公 出 国（境）费", "因公出国费"), ("“三公”经费", "三公经费"), ("项目资金（万元）", "项目资金"),
        ("维修(护)费", "维修费"), ("科目名称：", "科目名称"), ("执行率%", "执行率%"), ("部⻔", "部门"),
    ])
    func dropsWhatPrintersVary(text: String, key: String) {
        #expect(LabelKey.key(text) == key)
    }

    @Test(arguments: [
        ("一、一般公共预算财政拨款收入", "一般公共预算财政拨款收入", false), ("二十六、抗疫", "抗疫", false),
        ("1.一般公共预算", "一般公共预算", false), ("（一）基本支出", "基本支出", false),
        ("其中：教育收费", "教育收费", true), ("一般公共服务支出", "一般公共服务支出", false), ("1.5倍", "15倍", false),
    ])
    func dropsOrdinals(text: String, key: String, isPart: Bool) {
        let item = LabelKey.item(text)
        #expect(item.key == key)
        #expect(item.isPart == isPart)
    }

    @Test func titlesWithoutTheirYear() {
        #expect(LabelKey.title("2024年部门收入预算总表") == "部门收入预算总表")
        #expect(LabelKey.title("2024年度收入决算表") == "收入决算表")
    }

    @Test func ordinals() {
        #expect(LabelKey.ordinal("二十一、国有资本经营预算支出") == 21)
        #expect(LabelKey.ordinal("十、节能环保支出") == 10)
        #expect(LabelKey.ordinal("一般公共服务支出") == nil)
    }
}
