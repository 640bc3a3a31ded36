import Dataset
import PageModel
import TableRecognition

/// Documents made in code.
enum SmallDocument {
    static func document(_ tables: [TableRecord]) -> DocumentRecord {
        DocumentRecord(
            source: SourceRecord(
                file: "报告.pdf", sha256: "0123", bytes: 1, pages: 1, producer: nil,
                extractor: "juesuan 0.1.0"),
            tables: tables)
    }

    /// A table of texts below a header, with a cell for each.
    static func table(_ title: String?, header: [[String]] = [["项目"]], rows: [[String]])
        -> TableRecord
    {
        var table = TableRecord(
            id: "t01", title: title, code: nil, unit: nil, organisation: nil, year: nil, pages: [1],
            lattice: .ruled, header: header, rows: rows, cells: [], note: nil)
        for (row, texts) in (header + rows).enumerated() {
            for (column, text) in texts.enumerated() {
                table.cells.append(
                    cell(row, column, text, kind: row < header.count ? .header : .text))
            }
        }
        return table
    }

    static func cell(
        _ row: Int, _ column: Int, _ text: String, kind: TableCell.Kind = .text,
        amount: String? = nil, status: CellRecord.Status? = nil
    ) -> CellRecord {
        CellRecord(
            row: row, column: column, rowSpan: 1, columnSpan: 1, page: 1, box: nil, kind: kind,
            raw: text, text: text, amount: amount, status: status)
    }
}
