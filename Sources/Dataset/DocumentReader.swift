internal import FinalAccounts
internal import PageModel
internal import TableRecognition

/// Reads `document.json` back, as far as a check needs it: facts, pages, tables and prose.
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
            organisation: json["organisation"]?.string, year: json["year"]?.int,
            kind: json["kind"]?.string ?? "unknown")
        document.pages = (json["pages"]?.array ?? []).map(page)
        document.tables = (json["tables"]?.array ?? []).map(table)
        document.paragraphs = (json["paragraphs"]?.array ?? []).map(paragraph)
        return document
    }

    private static func page(_ json: JSONValue) -> PageRecord {
        PageRecord(
            Page(
                number: json["page"]?.int ?? 0, width: json["width"]?.double ?? 0,
                height: json["height"]?.double ?? 0, rotation: json["rotation"]?.int ?? 0,
                textKind: Page.TextKind(rawValue: json["text"]?.string ?? "") ?? .digital))
    }

    private static func table(_ json: JSONValue) -> TableRecord {
        var table = TableRecord(
            id: json["id"]?.string ?? "", title: json["title"]?.string, code: json["code"]?.string,
            unit: json["unit"]?.string, organisation: json["organisation"]?.string,
            year: json["year"]?.int, pages: (json["pages"]?.array ?? []).compactMap(\.int),
            lattice: Table.Lattice(rawValue: json["lattice"]?.string ?? "") ?? .ruled,
            header: grid(json["header"]), rows: grid(json["rows"]), cells: [],
            note: json["note"]?.string)
        table.cells = (json["cells"]?.array ?? []).map(cell)
        return table
    }

    private static func paragraph(_ json: JSONValue) -> ParagraphRecord {
        ParagraphRecord(page: json["page"]?.int ?? 0, text: json["text"]?.string ?? "")
    }

    private static func grid(_ json: JSONValue?) -> [[String]] {
        (json?.array ?? []).map { ($0.array ?? []).map { $0.string ?? "" } }
    }

    private static func cell(_ json: JSONValue) -> CellRecord {
        let box = (json["box"]?.array ?? []).compactMap(\.double)
        var cell = CellRecord(
            row: json["row"]?.int ?? 0, column: json["column"]?.int ?? 0,
            rowSpan: json["rowSpan"]?.int ?? 1, columnSpan: json["columnSpan"]?.int ?? 1,
            page: json["page"]?.int ?? 0,
            box: box.count == 4
                ? Rect(x0: box[0], y0: box[1], x1: box[2], y1: box[3])
                : nil,
            kind: TableCell.Kind(rawValue: json["kind"]?.string ?? "") ?? .text,
            raw: json["raw"]?.string ?? "", text: json["text"]?.string ?? "",
            amount: json["amount"]?.string,
            status: json["status"]?.string.flatMap(AmountStatus.init(rawValue:)))
        cell.doubt = json["doubt"]?.string
        cell.certainty = json["certainty"]?.double
        return cell
    }
}
