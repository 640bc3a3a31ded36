/// A document's rows in the tables of the dataset, from its document.json.
public struct DocumentRows: Sendable {
    /// SHA-256 of the file.
    public let document: String
    private let folder: String
    private let json: JSONValue

    /// Nil where the bytes are no document of ours; `folder` is where they were found.
    public init?(_ bytes: [UInt8], folder: String) {
        guard let json = JSONValue(bytes), json["tables"]?.array != nil,
            let document = json["source"]?["sha256"]?.string
        else { return nil }
        self.document = document
        self.folder = folder
        self.json = json
    }

    /// Rows of one of ``DatasetTables``, values in the order of its columns.
    public func rows(of table: DatasetTable) -> [[DatasetValue]] {
        switch table.name {
        case DatasetTables.documents.name: [documentRow]
        case DatasetTables.tables.name: members("tables").map(tableRow)
        case DatasetTables.cells.name: members("tables").flatMap(cellRows)
        case DatasetTables.records.name: recordRows
        case DatasetTables.checks.name: members("checks").map(checkRow)
        case DatasetTables.checkCells.name: members("checks").flatMap(checkCellRows)
        case DatasetTables.findings.name: members("findings").enumerated().map(findingRow)
        case DatasetTables.paragraphs.name: members("paragraphs").enumerated().map(paragraphRow)
        default: []
        }
    }

    private var id: DatasetValue { .text(document) }

    private func members(_ key: String) -> [JSONValue] { json[key]?.array ?? [] }

    private var documentRow: [DatasetValue] {
        let source = json["source"]
        return [
            id, .text(folder), .text(source?["file"]?.string ?? ""),
            .integer(source?["bytes"]?.int ?? 0), .integer(source?["pages"]?.int ?? 0),
            .of(json["organisation"]), .of(json["scope"]), .of(json["year"]),
            .text(json["kind"]?.string ?? "unknown"), .of(source?["producer"]),
            .text(source?["extractor"]?.string ?? ""),
        ]
    }

    private func tableRow(_ table: JSONValue) -> [DatasetValue] {
        let pages = (table["pages"]?.array ?? []).compactMap(\.int)
        return [
            id, .of(table["id"]), .of(table["title"]), .of(table["code"]), .of(table["catalogue"]),
            .of(table["certainty"]), .of(table["identity"]), .of(table["unit"]),
            .of(table["unitFrom"]), .of(table["organisation"]),
            .of(table["year"]), .integer(pages.first ?? 0), .integer(pages.last ?? 0),
            .of(table["lattice"]), .integer(table["header"]?.array?.count ?? 0),
            .integer(table["rows"]?.array?.count ?? 0), .of(table["note"]),
        ]
    }

    private func cellRows(_ table: JSONValue) -> [[DatasetValue]] {
        (table["cells"]?.array ?? []).map { cell in
            let box = (cell["box"]?.array ?? []).map { $0.double.map(DatasetValue.real) ?? .null }
            return [
                id, .of(table["id"]), .of(cell["row"]), .of(cell["column"]), .of(cell["rowSpan"]),
                .of(cell["columnSpan"]), .of(cell["page"]),
            ] + (box.count == 4 ? box : [.null, .null, .null, .null]) + [
                .of(cell["kind"]), .text(cell["raw"]?.string ?? ""),
                .text(cell["text"]?.string ?? ""), .of(cell["amount"]), .of(cell["status"]),
            ]
        }
    }

    // MARK: Records

    private var recordRows: [[DatasetValue]] {
        let tables = Dictionary(
            members("tables").map { ($0["id"]?.string ?? "", TablePlaces($0)) },
            uniquingKeysWith: { first, _ in first })
        return members("records").compactMap { record in
            let cell = (record["cell"]?.array ?? []).compactMap(\.int)
            guard cell.count == 2, let name = record["table"]?.string, let table = tables[name]
            else { return nil }
            return row(of: record, at: cell, in: table, name)
        }
    }

    private func row(
        of record: JSONValue, at cell: [Int], in table: TablePlaces, _ name: String
    ) -> [DatasetValue] {
        let fen = record["yuan"]?.string.flatMap(DocumentRows.fen)
        let place = table.place(row: cell[0], column: cell[1])
        return [
            id, .text(name), .integer(cell[0]), .integer(cell[1]),
            .of(table.organisation, or: json["organisation"]), .of(table.year, or: json["year"]),
            .of(table.catalogue), .of(record["block"]), .of(record["line"]), .of(record["row"]),
            .of(record["code"]), .of(record["level"]), .of(record["parent"]), .of(record["item"]),
            .of(record["name"]), .of(record["measure"]), .text(place.printed),
            .of(record["amount"]), .of(record["unit"]), .of(record["unitFrom"]),
            .of(record["yuan"]),
            fen.map(DatasetValue.integer) ?? .null,
            .integer(place.page), .of(record["status"]), .of(record["reservation"]),
        ]
    }

    /// In 1/100 元, exactly; nil where it is finer.
    static func fen(_ yuan: String) -> Int? {
        let parts = yuan.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count > 1 ? String(parts[1]) : ""
        let shown = decimals.prefix(2) + String(repeating: "0", count: max(0, 2 - decimals.count))
        guard parts.count <= 2, decimals.dropFirst(2).allSatisfy({ $0 == "0" }) else { return nil }
        return Int(parts[0] + shown)
    }

    // MARK: Checks

    private func checkRow(_ check: JSONValue) -> [DatasetValue] {
        [
            id, .of(check["id"]), .of(check["relation"]), .of(check["official"]),
            .of(check["result"]), .of(check["difference"]), .of(check["tolerance"]),
            .of(check["reason"]),
        ]
    }

    private func checkCellRows(_ check: JSONValue) -> [[DatasetValue]] {
        (check["cells"]?.array ?? []).enumerated().compactMap { place, cell in
            guard let parts = cell.array, parts.count == 3 else { return nil }
            return [id, .of(check["id"]), .integer(place)] + parts.map { .of($0) }
        }
    }

    private func findingRow(_ number: Int, _ finding: JSONValue) -> [DatasetValue] {
        [
            id, .integer(number), .of(finding["code"]), .of(finding["severity"]),
            .of(finding["table"]), .of(finding["page"]), .of(finding["row"]),
            .of(finding["column"]), .of(finding["printed"]), .of(finding["mend"]),
            .of(finding["message"]), .of(finding["formula"]), .of(finding["chinese"]),
        ]
    }

    private func paragraphRow(_ number: Int, _ paragraph: JSONValue) -> [DatasetValue] {
        [
            id, .integer(number), .integer(paragraph["page"]?.int ?? 0),
            .text(paragraph["text"]?.string ?? ""),
        ]
    }
}

/// What a table says of its records.
private struct TablePlaces {
    let organisation: JSONValue?
    let year: JSONValue?
    let catalogue: JSONValue?
    private let first: Int
    /// Of cells with numbers.
    private var places: [Int: (page: Int, printed: String)] = [:]

    init(_ table: JSONValue) {
        organisation = table["organisation"]
        year = table["year"]
        catalogue = table["catalogue"]
        first = table["pages"]?.array?.first?.int ?? 0
        for cell in table["cells"]?.array ?? [] {
            guard cell["amount"]?.string != nil, let row = cell["row"]?.int,
                let column = cell["column"]?.int
            else { continue }
            places[row << 16 | column] = (
                cell["page"]?.int ?? first, cell["raw"]?.string ?? ""
            )
        }
    }

    func place(row: Int, column: Int) -> (page: Int, printed: String) {
        places[row << 16 | column] ?? (first, "")
    }
}

extension DatasetValue {
    /// Texts without a letter are no value: CSV cannot tell them from none.
    fileprivate static func of(_ json: JSONValue?) -> DatasetValue {
        switch json {
        case .string(let text): text.isEmpty ? .null : .text(text)
        case .number(let text): Int(text).map(DatasetValue.integer) ?? .null
        case .bool(let flag): .flag(flag)
        default: .null
        }
    }

    fileprivate static func of(_ json: JSONValue?, or other: JSONValue?) -> DatasetValue {
        let value = of(json)
        return value == .null ? of(other) : value
    }
}
