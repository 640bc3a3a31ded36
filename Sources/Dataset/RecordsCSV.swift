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
        var places: [Int] = []
        var width = 0
        var head: [String] = []
        for record in document.accounts.records {
            if record.cell.table != current {
                current = record.cell.table
                let table = document.tables[current]
                width = TableCSV.columnCount(of: table)
                places = grid(table, width)
                head = [
                    String(document.source.sha256.prefix(12)),
                    table.organisation ?? document.organisation ?? "",
                    text(table.year ?? document.year), table.id, table.catalogue ?? "",
                ]
            }
            let place = places[record.cell.row * width + record.cell.column]
            csv.row(
                head + row(record) + provenance(document.tables[current], place) + [
                    record.status.rawValue
                ])
        }
        return csv.bytes
    }

    /// The cells by their places in the grid; -1 where none begins.
    private static func grid(_ table: TableRecord, _ width: Int) -> [Int] {
        var grid = [Int](repeating: -1, count: (table.header.count + table.rows.count) * width)
        for (number, cell) in table.cells.enumerated() where cell.amount != nil {
            grid[cell.row * width + cell.column] = number
        }
        return grid
    }

    private static func row(_ record: AccountRecord) -> [String] {
        [
            record.block, text(record.line), record.row ?? "", record.code ?? "",
            text(record.level),
            record.parent ?? "", record.item ?? "", record.name ?? "", record.measure,
            record.amount,
            record.unit ?? "", record.yuan ?? "",
        ]
    }

    private static func text(_ number: Int?) -> String { number.map { String($0) } ?? "" }

    private static func provenance(_ table: TableRecord, _ place: Int) -> [String] {
        guard place >= 0 else { return ["", "", "", "", ""] }
        let box = table.cells[place].box
        return [
            String(table.cells[place].page), tenths(box.x0), tenths(box.y0), tenths(box.x1),
            tenths(box.y1),
        ]
    }

    private static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return (tenths < 0 ? "-" : "") + String(abs(tenths) / 10) + "." + String(abs(tenths) % 10)
    }
}
