internal import FinalAccounts
internal import PageModel

/// `records.csv`: one line a number, everything that is known of it beside it.
enum RecordsCSV {
    /// The columns, and what a Table Schema calls their types.
    static let fields: [(name: String, type: String)] = [
        ("document", "string"), ("organisation", "string"), ("year", "integer"),
        ("table", "string"), ("catalogue", "string"), ("block", "string"), ("line", "integer"),
        ("row", "string"), ("code", "string"), ("level", "integer"), ("parent", "string"),
        ("item", "string"), ("name", "string"), ("measure", "string"), ("amount", "number"),
        ("unit", "string"), ("yuan", "number"), ("page", "integer"), ("x0", "number"),
        ("y0", "number"), ("x1", "number"), ("y1", "number"), ("status", "string"),
    ]

    static func bytes(of document: DocumentRecord, byteOrderMark: Bool) -> [UInt8] {
        var csv = CSVWriter(byteOrderMark: byteOrderMark)
        csv.row(fields.map(\.name))
        var current = -1
        var cells: [Int: CellRecord] = [:]
        for record in document.accounts.records {
            let table = document.tables[record.cell.table]
            let width = 1000
            if record.cell.table != current {
                current = record.cell.table
                cells = [:]
                for cell in table.cells where cell.amount != nil {
                    cells[cell.row * width + cell.column] = cell
                }
            }
            let cell = cells[record.cell.row * width + record.cell.column]
            csv.row(
                [
                    String(document.source.sha256.prefix(12)),
                    table.organisation ?? document.organisation ?? "",
                    text(table.year ?? document.year), table.id, table.catalogue ?? "", record.block,
                    text(record.line), record.row ?? "", record.code ?? "", text(record.level),
                    record.parent ?? "", record.item ?? "", record.name ?? "", record.measure,
                    record.amount, record.unit ?? "", record.yuan ?? "", text(cell?.page),
                ] + box(cell) + [record.status.rawValue])
        }
        return csv.bytes
    }

    private static func text(_ number: Int?) -> String { number.map { String($0) } ?? "" }

    private static func box(_ cell: CellRecord?) -> [String] {
        guard let box = cell?.box else { return ["", "", "", ""] }
        return [box.x0, box.y0, box.x1, box.y1].map { number in
            let tenths = Int((number * 10).rounded())
            return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
        }
    }
}
