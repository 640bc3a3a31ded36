import FinalAccounts
import TableRecognition

extension ReportTable {
    /// A table from texts: numbers with a decimal point are amounts.
    static func small(
        _ title: String?, unit: String? = "万元", header: [[String]], rows: [[String]]
    ) -> ReportTable {
        let grid = header + rows
        var cells: [Cell] = []
        for (row, texts) in grid.enumerated() {
            for (column, text) in texts.enumerated() {
                let isAmount =
                    text.contains(".") && text.allSatisfy { $0.isNumber || "-.".contains($0) }
                let kind: TableCell.Kind =
                    row < header.count
                    ? .header : text.isEmpty ? .empty : isAmount ? .amount : .text
                cells.append(
                    Cell(
                        row: row, column: column, kind: kind, text: text,
                        amount: isAmount && row >= header.count ? text : nil))
            }
        }
        return ReportTable(
            id: "t01", title: title, unit: unit, header: header, rowCount: grid.count,
            columnCount: header.first?.count ?? rows[0].count, cells: cells)
    }

    static let expenditureHeader = [
        ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]
    ]

    /// 支出决算表 with one class.
    static func expenditure(
        _ title: String? = "支出决算表", leaf: String = "2.50", header: [[String]] = expenditureHeader
    ) -> ReportTable {
        small(
            title, header: header,
            rows: [
                ["", "合计", "10.00", "6.00", "4.00", "", "", ""],
                ["206", "科学技术支出", "10.00", "6.00", "4.00", "", "", ""],
                ["20601", "科学技术管理事务", "10.00", "6.00", "4.00", "", "", ""],
                ["2060101", "行政运行", "7.50", "6.00", "1.50", "", "", ""],
                ["2060199", "其他科学技术管理事务支出", "2.50", "", leaf, "", "", ""],
            ])
    }
}
