import Dataset
import FinalAccounts
import PageModel
import TableRecognition
import Testing

@testable import juesuan

@Suite struct SummaryTests {
    private var document: DocumentRecord {
        let cells = [1, 2].map { row in
            CellRecord(
                row: row, column: 1, rowSpan: 1, columnSpan: 1, page: 7,
                box: Rect(x0: 0, y0: 0, x1: 1, y1: 1), kind: .amount, raw: "1", text: "1",
                amount: "1", status: row == 1 ? .suspect : .plausible)
        }
        let table = TableRecord(
            id: "t01", title: "收入支出决算总表", code: "公开01表", unit: "万元", organisation: nil,
            year: nil, pages: [7, 8], lattice: .ruled, header: [["项目", "金额"]],
            rows: [["一", "1"], ["二", "1"]], cells: cells, note: nil)
        return DocumentRecord(
            source: SourceRecord(
                file: "a.pdf", sha256: "", bytes: 1, pages: 9, producer: nil, extractor: ""),
            pages: (1...9).map { PageRecord(Page(number: $0, width: 1, height: 1)) },
            tables: [table, table],
            warnings: [3, 4, 5, 9].map {
                WarningRecord(page: $0, code: "scanned-page", message: "needs OCR")
            })
    }

    @Test func saysWhatWasFoundAndWhatNeedsALook() {
        #expect(
            Summary.lines(of: document, file: "in/a.pdf", folder: "output/a") == [
                "in/a.pdf → output/a/  (9 pages, 2 tables)",
                "  t01  收入支出决算总表  公开01表  p. 7-8  2 × 2  look: 1 suspect number",
                "  t01  收入支出决算总表  公开01表  p. 7-8  2 × 2  look: 1 suspect number",
                "  look: p. 3-5,9 scanned-page: needs OCR",
            ])
    }
}
