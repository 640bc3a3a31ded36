import Dataset
import Testing

@Suite struct TableCSVTests {
    @Test func headerLevelsAreJoinedAndRepetitionsSaidOnce() {
        let table = SampleDocument.table(
            title: nil,
            header: [
                ["项目", "项目", "本年收入合计", "支出", "支出"],
                ["科目编码", "科目名称", "本年收入合计", "", "小计"],
                ["类", "科目名称", "本年收入合计", "项目", "支出"],
            ],
            rows: [["201", "一般公共服务", "1,000.00", "", "-"]])
        #expect(
            String(decoding: TableCSV.bytes(of: table), as: UTF8.self) == """
                项目 / 科目编码 / 类,项目 / 科目名称,本年收入合计,支出 / 项目,支出 / 小计 / 支出
                201,一般公共服务,"1,000.00",,-

                """)
    }

    @Test func tableWithoutHeaderHasBodyLinesOnly() {
        let table = SampleDocument.table(title: nil, header: [], rows: [["a", "b"], ["", ""]])
        #expect(String(decoding: TableCSV.bytes(of: table), as: UTF8.self) == "a,b\n,\n")
        #expect(TableCSV.columnCount(of: table) == 2)
    }
}
