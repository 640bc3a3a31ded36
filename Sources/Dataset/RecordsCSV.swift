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
        ("unit", "string"), ("unit_from", "string"), ("yuan", "number"), ("page", "integer"),
        ("x0", "number"),
        ("y0", "number"), ("x1", "number"), ("y1", "number"), ("status", "string"),
        ("reservation", "string"),
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
            for (number, text) in head.enumerated() { csv.field(text, isFirst: number == 0) }
            write(record, to: &csv)
            writeProvenance(document.tables[current], place, to: &csv)
            csv.field(record.status.rawValue)
            csv.field(record.evidence.reservation?.rawValue ?? "")
            csv.endRow()
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

    private static func write(_ record: AccountRecord, to csv: inout CSVWriter) {
        csv.field(record.block)
        csv.field(text(record.line))
        csv.field(record.row ?? "")
        csv.field(record.code ?? "")
        csv.field(text(record.level))
        csv.field(record.parent ?? "")
        csv.field(record.item ?? "")
        csv.field(record.name ?? "")
        csv.field(record.measure)
        csv.field(record.amount)
        csv.field(record.unit ?? "")
        csv.field(record.unitSource?.rawValue ?? "")
        csv.field(record.yuan ?? "")
    }

    private static func text(_ number: Int?) -> String { number.map { String($0) } ?? "" }

    private static func writeProvenance(
        _ table: TableRecord, _ place: Int, to csv: inout CSVWriter
    ) {
        guard place >= 0 else {
            for _ in 0..<5 { csv.field("") }
            return
        }
        csv.field(String(table.cells[place].page))
        guard let box = table.cells[place].box else {
            for _ in 0..<4 { csv.field("") }
            return
        }
        for number in [box.x0, box.y0, box.x1, box.y1] { csv.field(tenths(number)) }
    }

    private static func tenths(_ number: Double) -> String {
        let tenths = Int(clamping: (number * 10).rounded())
        return (tenths < 0 ? "-" : "") + String(abs(tenths) / 10) + "." + String(abs(tenths) % 10)
    }
}
