internal import Dataset
internal import GRDB

/// A document's rows, from its document.json.
struct DocumentRows {
    let id: String
    private let json: JSONValue

    /// Nil for what is no document of ours.
    init?(_ json: JSONValue) {
        guard let id = json["source"]?["sha256"]?.string, json["tables"]?.array != nil else {
            return nil
        }
        self.id = id
        self.json = json
    }

    func insert(into database: Database, folder: String, digest: String) throws {
        try insertDocument(database, folder, digest)
        for table in json["tables"]?.array ?? [] { try insert(table, database) }
        try insertRecords(database)
        try insertChecks(database)
        try insertFindings(database)
        try insertParagraphs(database)
    }

    private func insertDocument(
        _ database: Database, _ folder: String, _ digest: String
    ) throws {
        let source = json["source"]
        try database.execute(
            sql: "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                id, folder, source?["file"]?.string ?? "", source?["bytes"]?.int ?? 0,
                source?["pages"]?.int ?? 0, json["organisation"]?.string, json["year"]?.int,
                json["kind"]?.string ?? "unknown", source?["producer"]?.string,
                source?["extractor"]?.string ?? "", digest,
            ])
    }

    private func insert(_ table: JSONValue, _ database: Database) throws {
        let name = table["id"]?.string ?? ""
        let pages = (table["pages"]?.array ?? []).compactMap(\.int)
        try database.execute(
            sql: "INSERT INTO tables VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                id, name, table["title"]?.string, table["code"]?.string,
                table["catalogue"]?.string, table["certainty"]?.int, table["unit"]?.string,
                table["organisation"]?.string, table["year"]?.int, pages.first, pages.last,
                table["lattice"]?.string ?? "", table["header"]?.array?.count ?? 0,
                table["rows"]?.array?.count ?? 0, table["note"]?.string,
            ])
        let statement = try database.cachedStatement(
            sql: "INSERT INTO cells VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let search = try searchStatement(database)
        for cell in table["cells"]?.array ?? [] {
            let box = (cell["box"]?.array ?? []).map(\.double)
            let corner = { box.indices.contains($0) ? box[$0] : nil }
            let text = cell["text"]?.string ?? ""
            try statement.execute(arguments: [
                id, name, cell["row"]?.int, cell["column"]?.int, cell["rowSpan"]?.int,
                cell["columnSpan"]?.int, cell["page"]?.int, corner(0), corner(1), corner(2),
                corner(3), cell["kind"]?.string, cell["raw"]?.string, text,
                cell["amount"]?.string, cell["status"]?.string,
            ])
            if cell["kind"]?.string == "text" {
                try search.execute(arguments: [
                    DocumentRows.characters(text), text, id, cell["page"]?.int, "cell",
                ])
            }
        }
    }

    private func searchStatement(_ database: Database) throws -> Statement {
        try database.cachedStatement(
            sql: "INSERT INTO search VALUES (?, ?, ?, ?, ?)")
    }

    /// Chinese characters apart, so that each is a word of its own to the search: there are no
    /// spaces, and words of two characters must be found (SQLite's trigrams need three).
    static func characters(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isChinese = (0x3400...0x9FFF).contains(scalar.value)
            if isChinese { result.append(" ") }
            result.append(scalar)
            if isChinese { result.append(" ") }
        }
        return String(result)
    }

    private func insertRecords(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        for record in json["records"]?.array ?? [] {
            let cell = (record["cell"]?.array ?? []).compactMap(\.int)
            guard cell.count == 2 else { continue }
            let yuan = record["yuan"]?.string
            try statement.execute(arguments: [
                id, record["table"]?.string, cell[0], cell[1], record["block"]?.string,
                record["line"]?.int, record["row"]?.string, record["code"]?.string,
                record["level"]?.int, record["parent"]?.string, record["item"]?.string,
                record["name"]?.string, record["measure"]?.string, record["amount"]?.string,
                record["unit"]?.string, yuan, yuan.flatMap(DocumentRows.fen),
                record["status"]?.string,
            ])
        }
    }

    /// In 1/100 元, exactly; nil where it is finer.
    static func fen(_ yuan: String) -> Int? {
        let parts = yuan.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count > 1 ? String(parts[1]) : ""
        let shown = decimals.prefix(2) + String(repeating: "0", count: max(0, 2 - decimals.count))
        guard parts.count <= 2, decimals.dropFirst(2).allSatisfy({ $0 == "0" }) else { return nil }
        return Int(parts[0] + shown)
    }

    private func insertChecks(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO checks VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        let cells = try database.cachedStatement(
            sql: "INSERT INTO check_cells VALUES (?, ?, ?, ?, ?, ?)")
        for check in json["checks"]?.array ?? [] {
            let name = check["id"]?.string
            var isOfficial = false
            if case .bool(let flag)? = check["official"] { isOfficial = flag }
            try statement.execute(arguments: [
                id, name, check["relation"]?.string, isOfficial, check["result"]?.string,
                check["difference"]?.string, check["tolerance"]?.string, check["reason"]?.string,
            ])
            for (place, cell) in (check["cells"]?.array ?? []).enumerated() {
                let parts = cell.array ?? []
                guard parts.count == 3 else { continue }
                try cells.execute(arguments: [
                    id, name, place, parts[0].string, parts[1].int, parts[2].int,
                ])
            }
        }
    }

    private func insertFindings(_ database: Database) throws {
        for (number, finding) in (json["findings"]?.array ?? []).enumerated() {
            try database.execute(
                sql: "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, number, finding["code"]?.string, finding["severity"]?.string,
                    finding["table"]?.string, finding["page"]?.int, finding["row"]?.string,
                    finding["column"]?.string, finding["printed"]?.string,
                    finding["mend"]?.string, finding["message"]?.string,
                ])
        }
    }

    private func insertParagraphs(_ database: Database) throws {
        let search = try searchStatement(database)
        for (number, paragraph) in (json["paragraphs"]?.array ?? []).enumerated() {
            let text = paragraph["text"]?.string ?? ""
            try database.execute(
                sql: "INSERT INTO paragraphs VALUES (?, ?, ?, ?)",
                arguments: [id, number, paragraph["page"]?.int ?? 0, text])
            try search.execute(arguments: [
                DocumentRows.characters(text), text, id, paragraph["page"]?.int, "paragraph",
            ])
        }
    }
}
