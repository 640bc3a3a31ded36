import TerminalText
import Testing

@Suite struct TextTableTests {
    private let table = TextTable(
        header: [["收入", "收入", "支出", "支出"], ["项目", "金额", "项目", "金额"]],
        rows: [
            ["一、财政拨款收入", "1,358.64", "一、一般公共服务支出", "0.00"],
            ["本年收入合计", "1,358.64", "", ""],
        ])

    @Test func spanningHeadersStandOverTheirColumns() {
        #expect(
            table.lines() == [
                "           收入             │            支出",
                "项目             │     金额 │ 项目                 │ 金额",
                "─────────────────┼──────────┼──────────────────────┼─────",
                "一、财政拨款收入 │ 1,358.64 │ 一、一般公共服务支出 │ 0.00",
                "本年收入合计     │ 1,358.64 │                      │",
            ])
    }

    @Test func whatTheLevelAboveSaysIsNotRepeated() {
        let table = TextTable(
            header: [["项目", "合计"], ["科目", "合计"]], rows: [["教育", "1.00"]])
        #expect(
            table.lines() == ["项目 │ 合计", "科目 │", "─────┼─────", "教育 │ 1.00"])
    }

    @Test func wordsAreWrappedAndNumbersAreNot() {
        #expect(
            table.lines(width: 44) == [
                "         收入          │        支出",
                "项目        │     金额 │ 项目        │ 金额",
                "────────────┼──────────┼─────────────┼─────",
                "一、财政拨  │ 1,358.64 │ 一、一般公  │ 0.00",
                "款收入      │          │ 共服务支出  │",
                "本年收入合  │ 1,358.64 │             │",
                "计          │          │             │",
            ])
    }

    @Test(arguments: [20, 24, 40, 60, 100])
    func noLineIsWiderThanTheTerminal(width: Int) {
        #expect(table.lines(width: width).allSatisfy { $0.displayWidth <= width })
    }

    @Test func wideTablesComeInBandsWithTheirLabels() {
        let rows = ["教育", "科技"].map { [$0] + (1...9).map { "\($0),000.00" } }
        let header = [["科目"] + (1...9).map { "第\($0)项" }]
        let lines = TextTable(header: header, rows: rows).lines(width: 40)
        #expect(lines.allSatisfy { $0.displayWidth <= 40 })
        #expect(lines.filter { $0.hasPrefix("[columns 1, ") }.count == 3)
        #expect(lines.filter { $0.hasPrefix("教育") }.count == 3)
        for number in 1...9 { #expect(lines.contains { $0.contains("\(number),000.00") }) }
    }

    @Test func raggedAndEmptyTables() {
        #expect(TextTable(header: [], rows: []).lines() == [])
        #expect(TextTable(header: [], rows: [["a"], ["b", "c"]]).lines() == ["a │", "b │ c"])
        #expect(TextTable(header: [["x", "y"]], rows: []).lines() == ["x │ y", "──┼──"])
    }
}
