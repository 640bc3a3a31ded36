internal import GRDB

/// Which documents a list shows.
public struct DocumentQuery: Sendable, Hashable {
    public enum State: String, Sendable, CaseIterable {
        /// Something is in doubt.
        case open
        /// People said something of it, and nothing is in doubt.
        case reviewed
        /// Nothing was ever in doubt.
        case clear
    }

    /// Words in the names and the prose, in the unit's or the file's name.
    public var search = ""
    /// A part of the unit's name.
    public var unit = ""
    public var year: Int?
    /// The catalogue's id of an official table.
    public var table: String?
    /// A finding's code.
    public var finding: String?
    public var state: State?
    public var offset = 0
    public var limit = 50

    public init() {}
}

/// A document in a list.
public struct DocumentLine: Sendable, Hashable {
    public var document: String
    public var folder: String
    public var file: String
    public var organisation: String?
    public var year: Int?
    public var kind: String
    public var pages: Int
    public var tables: Int
    public var proved: Int
    public var plausible: Int
    public var suspect: Int
    public var corrected: Int
    public var confirmed: Int
    public var failures: Int
    public var warnings: Int
    public var corrections: Int
    public var misfits: Int
}

/// What lists can be narrowed to, with the number of documents.
public struct DocumentFacets: Sendable {
    public var years: [(value: Int, count: Int)] = []
    public var tables: [(value: String, count: Int)] = []
    public var findings: [(value: String, count: Int)] = []
}

extension AccountsDatabase {
    /// The documents that need a person most come first; `total` counts all that the query finds.
    public func documents(
        _ query: DocumentQuery
    ) throws -> (total: Int, lines: [DocumentLine]) {
        try queue.read { database in
            let filter = Filter(query)
            let from = "FROM needs n JOIN documents d USING (document) \(filter.sql)"
            let total =
                try Int.fetchOne(
                    database, sql: "SELECT count(*) \(from)",
                    arguments: StatementArguments(filter.arguments)) ?? 0
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT d.*, n.* \(from)
                    ORDER BY n.open DESC, n.warnings DESC, n.document LIMIT ? OFFSET ?
                    """,
                arguments: StatementArguments(filter.arguments + [query.limit, query.offset]))
            return (total, rows.map(DocumentLine.init))
        }
    }

    public func facets() throws -> DocumentFacets {
        try queue.read { database in
            func counts<Value: DatabaseValueConvertible>(_ sql: String) throws -> [(Value, Int)] {
                try Row.fetchAll(database, sql: sql).map { ($0[0], $0[1]) }
            }
            var facets = DocumentFacets()
            facets.years = try counts(
                "SELECT year, count(*) FROM documents WHERE year IS NOT NULL GROUP BY 1 ORDER BY 1 DESC"
            )
            facets.tables = try counts(
                """
                SELECT catalogue, count(DISTINCT document) FROM tables
                WHERE catalogue IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1
                """)
            facets.findings = try counts(
                "SELECT code, count(DISTINCT document) FROM findings GROUP BY 1 ORDER BY 2 DESC, 1")
            return facets
        }
    }

    /// The conditions of a query.
    private struct Filter {
        var arguments: [(any DatabaseValueConvertible)?] = []
        private var conditions: [String] = []

        var sql: String {
            conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        }

        init(_ query: DocumentQuery) {
            if !query.unit.isEmpty {
                add("instr(d.organisation, ?) > 0", [query.unit])
            }
            if let year = query.year { add("d.year = ?", [year]) }
            if let table = query.table {
                add(
                    "EXISTS (SELECT 1 FROM tables t WHERE t.catalogue = ? AND t.document = d.document)",
                    [table])
            }
            if let finding = query.finding {
                add(
                    "EXISTS (SELECT 1 FROM findings f WHERE f.code = ? AND f.document = d.document)",
                    [finding])
            }
            switch query.state {
            case .open: add("n.open > 0", [])
            case .reviewed: add("n.open = 0 AND n.corrections > 0", [])
            case .clear: add("n.open = 0 AND n.corrections = 0", [])
            case nil: break
            }
            if !query.search.isEmpty { addSearch(query.search) }
        }

        private mutating func add(
            _ condition: String, _ values: [(any DatabaseValueConvertible)?]
        ) {
            conditions.append(condition)
            arguments += values
        }

        private mutating func addSearch(_ text: String) {
            let names = "instr(d.file, ?) > 0 OR instr(d.organisation, ?) > 0"
            guard let words = SearchText.query(text) else {
                return add("(\(names))", [text, text])
            }
            add("(\(names) OR \(DocumentSearch.condition))", [text, text, words])
        }
    }
}

extension DocumentLine {
    fileprivate init(_ row: Row) {
        self.init(
            document: row["document"], folder: row["folder"], file: row["file"],
            organisation: row["organisation"], year: row["year"], kind: row["kind"],
            pages: row["pages"], tables: row["tables"], proved: row["proved"],
            plausible: row["plausible"], suspect: row["suspect"], corrected: row["corrected"],
            confirmed: row["confirmed"], failures: row["failures"], warnings: row["warnings"],
            corrections: row["corrections"], misfits: row["misfits"])
    }
}
