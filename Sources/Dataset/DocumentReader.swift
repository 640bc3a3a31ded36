internal import FinalAccounts
internal import PageModel
internal import TableRecognition
internal import TextRepair

/// Reads `document.json` back: facts, pages, tables, prose and what was noticed; records, checks and
/// findings are made anew by a check.
public enum DocumentReader {
    /// Nil where the bytes are no document of ours.
    public static func document(_ bytes: [UInt8]) -> DocumentRecord? {
        guard let json = JSONValue(bytes), json["format"]?.string == DocumentRecord.format,
            let source = json["source"]
        else { return nil }
        var document = DocumentRecord(
            source: SourceRecord(
                file: source["file"]?.string ?? "", sha256: source["sha256"]?.string ?? "",
                bytes: source["bytes"]?.int ?? 0, pages: source["pages"]?.int ?? 0,
                producer: source["producer"]?.string, extractor: source["extractor"]?.string ?? ""),
            organisation: json["organisation"]?.string,
            scope: json["scope"]?.string.flatMap(ReportScope.init), year: json["year"]?.int,
            kind: json["kind"]?.string ?? "unknown")
        document.pages = (json["pages"]?.array ?? []).map(page)
        for json in json["tables"]?.array ?? [] {
            guard let table = table(json) else { return nil }
            document.tables.append(table)
        }
        document.paragraphs = (json["paragraphs"]?.array ?? []).map(paragraph)
        document.leftovers = (json["leftovers"]?.array ?? []).compactMap(leftover)
        document.warnings = (json["warnings"]?.array ?? []).map { warning in
            WarningRecord(
                page: warning["page"]?.int, code: warning["code"]?.string ?? "",
                message: warning["message"]?.string ?? "")
        }
        return document
    }

    private static func page(_ json: JSONValue) -> PageRecord {
        var page = PageRecord(
            Page(
                number: json["page"]?.int ?? 0, width: json["width"]?.double ?? 0,
                height: json["height"]?.double ?? 0, rotation: json["rotation"]?.int ?? 0,
                textKind: Page.TextKind(rawValue: json["text"]?.string ?? "") ?? .digital))
        page.glyphs = json["glyphs"]?.int ?? 0
        page.furniture = (json["furniture"]?.array ?? []).compactMap(\.string)
        return page
    }

    /// Nil where a cell is where no table has one.
    private static func table(_ json: JSONValue) -> TableRecord? {
        var table = TableRecord(
            id: json["id"]?.string ?? "", title: json["title"]?.string, code: json["code"]?.string,
            unit: json["unit"]?.string, organisation: json["organisation"]?.string,
            year: json["year"]?.int, pages: (json["pages"]?.array ?? []).compactMap(\.int),
            lattice: Table.Lattice(rawValue: json["lattice"]?.string ?? "") ?? .ruled,
            header: grid(json["header"]), rows: grid(json["rows"]), cells: [],
            note: json["note"]?.string)
        table.cells = (json["cells"]?.array ?? []).map(cell)
        return areInPlace(table) ? table : nil
    }

    /// Whether each cell stands in the table's own rows and columns.
    private static func areInPlace(_ table: TableRecord) -> Bool {
        let (rows, width) = (table.header + table.rows, TableCSV.columnCount(of: table))
        return table.cells.allSatisfy { cell in
            rows.indices.contains(cell.row) && rows[cell.row].indices.contains(cell.column)
                && cell.rowSpan >= 1 && cell.rowSpan <= rows.count - cell.row
                && cell.columnSpan >= 1 && cell.columnSpan <= width - cell.column
        }
    }

    private static func paragraph(_ json: JSONValue) -> ParagraphRecord {
        ParagraphRecord(
            page: json["page"]?.int ?? 0, text: json["text"]?.string ?? "",
            edits: edits(json["edits"]))
    }

    private static func edits(_ json: JSONValue?) -> [EditRecord] {
        (json?.array ?? []).map { edit in
            EditRecord(
                rule: edit["rule"]?.string ?? "", at: edit["at"]?.int ?? 0,
                before: edit["before"]?.string ?? "", after: edit["after"]?.string ?? "")
        }
    }

    private static func leftover(_ json: JSONValue) -> LeftoverRecord? {
        guard let box = box(json["box"]) else { return nil }
        return LeftoverRecord(
            page: json["page"]?.int ?? 0, box: box, text: json["text"]?.string ?? "")
    }

    private static func box(_ json: JSONValue?) -> Rect? {
        let box = (json?.array ?? []).compactMap(\.double)
        guard box.count == 4 else { return nil }
        return Rect(x0: box[0], y0: box[1], x1: box[2], y1: box[3])
    }

    private static func grid(_ json: JSONValue?) -> [[String]] {
        (json?.array ?? []).map { ($0.array ?? []).map { $0.string ?? "" } }
    }

    private static func cell(_ json: JSONValue) -> CellRecord {
        var cell = CellRecord(
            row: json["row"]?.int ?? 0, column: json["column"]?.int ?? 0,
            rowSpan: json["rowSpan"]?.int ?? 1, columnSpan: json["columnSpan"]?.int ?? 1,
            page: json["page"]?.int ?? 0,
            box: box(json["box"]),
            kind: TableCell.Kind(rawValue: json["kind"]?.string ?? "") ?? .text,
            raw: json["raw"]?.string ?? "", text: json["text"]?.string ?? "",
            amount: json["amount"]?.string,
            status: json["status"]?.string.flatMap(AmountStatus.init(rawValue:)))
        cell.checks = (json["checks"]?.array ?? []).compactMap(\.string)
        cell.edits = edits(json["edits"])
        cell.doubt = json["doubt"]?.string
        cell.certainty = json["certainty"]?.double
        return cell
    }
}
