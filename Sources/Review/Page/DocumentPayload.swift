internal import AccountsDatabase
internal import Dataset
internal import FinalAccounts

/// What the pages in the browser show of a document: its document.json as it is after corrections, and
/// what people said.
struct DocumentPayload {
    let folder: String
    private(set) var document: DocumentRecord
    var log: [Correction] = []
    var misfits: [(correction: Correction, misfit: CorrectionMisfit)] = []

    init(folder: String, document: DocumentRecord) {
        self.folder = folder
        self.document = document
    }

    init(_ reviewed: ReviewedDocument) {
        folder = reviewed.folder
        document = reviewed.document
        log = reviewed.log
        misfits = reviewed.misfits
    }

    /// Without what the pages do not show: the numbers again as records, and the prose.
    var slim: DocumentPayload {
        var slim = self
        slim.document.accounts.records = []
        slim.document.paragraphs = slim.document.paragraphs.map {
            ParagraphRecord(page: $0.page, text: "")
        }
        slim.document.leftovers = []
        return slim
    }

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object(.inline) { json in
            json.field("folder", folder)
            json.list("log", log, layout: .inline) { CorrectionJSON.write($0, to: &$1) }
            json.list("misfits", misfits, layout: .inline) { misfit, json in
                json.object(.inline) { json in
                    json.field("number", misfit.correction.number)
                    json.field("reason", misfit.misfit.description)
                }
            }
        }
        // the document is written as its file is, and stands last
        return json.bytes.dropLast() + Array(", \"document\": ".utf8)
            + DocumentJSON.bytes(of: document) + Array("}".utf8)
    }
}

/// Corrections in JSON, as they are sent and taken.
enum CorrectionJSON {
    static func write(_ correction: Correction, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("number", correction.number)
            json.field("table", correction.table)
            json.field("kind", correction.kind.rawValue)
            json.field("row", correction.row)
            json.field("column", correction.column)
            json.field("last", correction.last)
            json.field("before", correction.before)
            json.field("after", correction.after)
            json.field("reviewer", correction.reviewer)
            json.field("time", correction.time)
            json.field("note", correction.note)
            json.field("undoes", correction.undoes)
            json.field("sample", correction.sample)
        }
    }

    /// Nil where it is none.
    static func read(
        _ json: JSONValue, document: String, reviewer: String, time: String
    ) -> Correction? {
        guard let kind = json["kind"]?.string.flatMap(Correction.Kind.init(rawValue:)),
            let table = json["table"]?.string, let row = json["row"]?.int,
            let column = json["column"]?.int, row >= 0, column >= 0
        else { return nil }
        var correction = Correction(
            document: document, table: table, kind: kind, row: row, column: column,
            last: json["last"]?.int, reviewer: reviewer, time: time)
        if kind == .correct {
            guard let after = json["after"]?.string, isText(after) else { return nil }
            correction.after = after
        }
        correction.note = json["note"]?.string ?? ""
        correction.undoes = json["undoes"]?.int
        correction.sample = json["sample"]?.int
        guard isText(correction.note), kind != .undo || correction.undoes != nil else { return nil }
        return correction
    }

    /// Short enough for a cell, and without characters that no page shows.
    static func isText(_ text: String) -> Bool {
        text.count <= Correction.longestText
            && !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
    }
}
