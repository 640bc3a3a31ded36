import Dataset
import PageModel
import TableRecognition
import Testing

/// CSV of a table in other ways than as printed.
@Suite struct CSVStyleTests {
    private func cell(_ row: Int, _ column: Int, _ text: String, amount: String?) -> CellRecord {
        CellRecord(
            row: row, column: column, rowSpan: 1, columnSpan: 1, page: 1, box: nil,
            kind: amount == nil ? .text : .amount, raw: text, text: text, amount: amount)
    }

    private func text(_ table: TableRecord, _ style: CSVStyle) -> String {
        String(decoding: TableCSV.bytes(of: table, style: style), as: UTF8.self)
    }

    @Test func amountsArePlainAndAllElseIsAsPrinted() {
        let table = SampleDocument.table(
            title: nil, header: [["项目", "金额", "比"]],
            rows: [["1,234 项", "1,234.50", "1,012.5%"], ["注", "△13.00", "1,2,3"]],
            cells: [
                cell(1, 0, "1,234 项", amount: nil), cell(1, 1, "1,234.50", amount: "1234.50"),
                cell(1, 2, "1,012.5%", amount: "1012.5"), cell(2, 1, "△13.00", amount: "-13.00"),
                cell(2, 2, "1,2,3", amount: nil),
            ])
        #expect(
            text(table, CSVStyle(plainNumbers: true))
                == "项目,金额,比\n\"1,234 项\",1234.50,\"1,012.5%\"\n注,-13.00,\"1,2,3\"\n")
        #expect(text(table, CSVStyle()).contains("\"1,234.50\""))
    }

    @Test(arguments: [
        // beside the word, below a cell that reaches down, as formulas, without the word
        ([["项目", "收入"], ["栏次", "1"]], "项目,收入"),
        (
            [["项目", "合计", "支出"], ["项目", "1", "2=3+4"], ["项目", "甲", "乙"]],
            "项目,合计 / 1 / 甲,支出 / 2=3+4 / 乙"
        ),
        ([["项目", "合计", "支出", "其他"], ["项目", "1", "2=3+4", "3"]], "项目,合计,支出,其他"),
        ([["栏次", "1", "2"]], "栏次,1,2"),
        ([["项目", "2023", "2024"], ["栏次", "一", "二"]], "项目 / 栏次,2023 / 一,2024 / 二"),
        (
            [["年度", "2022", "2023", "2024"], ["甲", "乙", "丙", "丁"]],
            "年度 / 甲,2022 / 乙,2023 / 丙,2024 / 丁"
        ),
    ])
    func theLineThatCountsTheColumns(header: [[String]], names: String) {
        let table = SampleDocument.table(title: nil, header: header, rows: [])
        #expect(text(table, CSVStyle(columnNumbers: false)) == names + "\n")
    }
}
