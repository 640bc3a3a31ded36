internal import FinalAccounts
internal import PageModel
internal import TableRecognition
internal import TextRepair

/// Writes a ``DocumentRecord`` as `document.json`: format "juesuan-document/2".
///
/// The order and the names of the fields are frozen: readers depend on them. What is unknown of
/// a document, page or table is null; `amount`, `status` and `checks` stand only in cells that
/// hold a number, with `amount` null where it cannot be read as one.
public enum DocumentJSON {
    /// The whole file, with a line end at its end.
    public static func bytes(of document: DocumentRecord) -> [UInt8] {
        let cells = document.tables.reduce(0) { $0 + $1.cells.count }
        var json = JSONWriter(reservingCapacity: 4096 + cells * 256)
        write(document, to: &json)
        return json.bytes
    }

    /// The same, a block at a time.
    static func write(_ document: DocumentRecord, to json: inout JSONWriter) {
        json.object(.lines) { json in
            json.field("format", DocumentRecord.format)
            json.key("source")
            write(document.source, to: &json)
            json.field("organisation", document.organisation)
            json.field("scope", document.scope?.rawValue)
            json.field("year", document.year)
            json.field("kind", document.kind)
            json.list("pages", document.pages, write)
            json.list("tables", document.tables, write)
            let accounts = AccountsJSON(document)
            json.list("records", document.accounts.records, accounts.write)
            json.list("paragraphs", document.paragraphs, write)
            let checks = document.accounts.checks
            json.list("checks", checks.indices) {
                accounts.write(checks[$0], number: $0, to: &$1)
            }
            json.list("findings", document.accounts.findings, accounts.write)
            json.list("leftovers", document.leftovers, write)
            json.list("warnings", document.warnings, write)
        }
        json.end()
    }

    private static func write(_ source: SourceRecord, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("file", source.file)
            json.field("sha256", source.sha256)
            json.field("bytes", source.bytes)
            json.field("pages", source.pages)
            json.field("producer", source.producer)
            json.field("extractor", source.extractor)
        }
    }

    private static func write(_ page: PageRecord, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("page", page.page)
            json.key("width")
            json.value(tenths: page.width)
            json.key("height")
            json.value(tenths: page.height)
            json.field("rotation", page.rotation)
            json.field("text", page.text.rawValue)
            json.field("glyphs", page.glyphs)
            json.list("furniture", page.furniture, layout: .inline) { $1.value($0) }
        }
    }

    private static func write(_ field: TableRecord.Field, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("id", field.id)
            json.field("label", field.label)
            json.field("text", field.text)
            json.key("cell")
            json.array(.inline) { json in
                json.value(field.row)
                json.value(field.column)
            }
        }
    }

    private static func write(_ table: TableRecord, to json: inout JSONWriter) {
        json.object(.lines) { json in
            json.field("id", table.id)
            json.field("title", table.title)
            json.field("code", table.code)
            json.field("catalogue", table.catalogue)
            json.field("certainty", table.certainty)
            json.field("identity", table.isCertain.map { $0 ? "certain" : "likely" })
            json.field("unit", table.unit)
            json.field("unitFrom", table.unitSource?.rawValue)
            json.field("organisation", table.organisation)
            json.field("year", table.year)
            json.list("pages", table.pages, layout: .inline) { $1.value($0) }
            json.field("lattice", table.lattice.rawValue)
            json.list("header", table.header, write)
            json.list("rows", table.rows, write)
            json.list("cells", table.cells, write)
            json.list("fields", table.fields, layout: .inline, write)
            json.field("note", table.note)
        }
    }

    private static func write(_ row: [String], to json: inout JSONWriter) {
        json.array(.inline) { json in
            for text in row { json.value(text) }
        }
    }

    private static func write(_ cell: CellRecord, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("row", cell.row)
            json.field("column", cell.column)
            json.field("rowSpan", cell.rowSpan)
            json.field("columnSpan", cell.columnSpan)
            json.field("page", cell.page)
            json.box(cell.box)
            json.field("kind", cell.kind.rawValue)
            json.field("raw", cell.raw)
            json.field("text", cell.text)
            if cell.doubt != nil { json.field("doubt", cell.doubt) }
            if !cell.edits.isEmpty { json.list("edits", cell.edits, layout: .inline, write) }
            guard cell.amount != nil || cell.status != nil else { return }
            json.field("amount", cell.amount)
            json.field("status", (cell.status ?? .plausible).rawValue)
            if let certainty = cell.certainty {
                json.key("certainty")
                json.value(thousandths: certainty)
            }
            json.list("checks", cell.checks, layout: .inline) { $1.value($0) }
        }
    }

    private static func write(_ paragraph: ParagraphRecord, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("page", paragraph.page)
            json.field("text", paragraph.text)
            json.list("edits", paragraph.edits, layout: .inline, write)
        }
    }

    private static func write(_ edit: EditRecord, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("rule", edit.rule)
            json.field("at", edit.at)
            json.field("before", edit.before)
            json.field("after", edit.after)
        }
    }

    private static func write(_ leftover: LeftoverRecord, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("page", leftover.page)
            json.box(leftover.box)
            json.field("text", leftover.text)
        }
    }

    private static func write(_ warning: WarningRecord, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("page", warning.page)
            json.field("code", warning.code)
            json.field("message", warning.message)
        }
    }
}

extension JSONWriter {
    /// A member that is an array; one element a line, where nothing else is said.
    package mutating func list<Elements: Sequence>(
        _ name: StaticString, _ elements: Elements, layout: Layout = .lines,
        _ write: (Elements.Element, inout JSONWriter) -> Void
    ) {
        key(name)
        array(layout) { json in
            for element in elements { write(element, &json) }
        }
    }

    fileprivate mutating func box(_ box: Rect?) {
        key("box")
        guard let box else { return null() }
        array(.inline) { json in
            json.value(tenths: box.x0)
            json.value(tenths: box.y0)
            json.value(tenths: box.x1)
            json.value(tenths: box.y1)
        }
    }
}
