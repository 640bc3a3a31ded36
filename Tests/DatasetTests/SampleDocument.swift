import Dataset
import FinalAccounts
import PageModel
import TableRecognition
import TextRepair

/// A small document with one of everything.
enum SampleDocument {
    static let digest = String(repeating: "0123456789abcdef", count: 4)

    static var document: DocumentRecord {
        var scan = page(2, .scanned)
        scan.furniture = ["– 2 –"]
        return DocumentRecord(
            source: SourceRecord(
                file: "报告.pdf", sha256: digest, bytes: 1234, pages: 2, producer: nil,
                extractor: "juesuan 0.1.0"),
            organisation: "三门峡市科学技术局（本级）", scope: .unit, year: 2024, kind: "final-accounts",
            pages: [page(1, .digital), scan], tables: [table],
            paragraphs: [
                ParagraphRecord(
                    page: 1, text: "措施",
                    edits: [EditRecord(rule: "page-break-overlap", at: 2, before: "施", after: "")])
            ],
            leftovers: [
                LeftoverRecord(page: 1, box: Rect(x0: 1, y0: 2, x1: 3.04, y1: 4.06), text: "密")
            ],
            warnings: [
                WarningRecord(page: 2, code: "scanned-page", message: "needs OCR"),
                WarningRecord(page: nil, code: "no-year", message: "no year was found"),
            ])
    }

    static func page(_ number: Int, _ kind: Page.TextKind) -> PageRecord {
        PageRecord(Page(number: number, width: 595.28, height: 841.89, textKind: kind))
    }

    static var table: TableRecord {
        let box = Rect(x0: 10, y0: 20.25, x1: 30, y1: 40)
        return table(
            title: "收入支出决算总表",
            header: [["收入", "收入"], ["项目", "金额"]], rows: [["一、财政拨款", "1,358.64"]],
            cells: [
                CellRecord(
                    row: 0, column: 0, rowSpan: 1, columnSpan: 2, page: 1, box: box,
                    kind: .header, raw: "收 入", text: "收入"),
                CellRecord(
                    row: 2, column: 1, rowSpan: 1, columnSpan: 1, page: 1, box: box,
                    kind: .amount, raw: "1,358.64", text: "1,358.64", amount: "1358.64",
                    status: .suspect, checks: ["c01"]),
            ])
    }

    static func table(
        id: String = "t01", title: String?, header: [[String]], rows: [[String]],
        cells: [CellRecord] = []
    ) -> TableRecord {
        TableRecord(
            id: id, title: title, code: "公开01表", unit: "万元", organisation: nil, year: nil,
            pages: [1], lattice: .ruled, header: header, rows: rows, cells: cells, note: nil)
    }
}
