internal import Dataset
internal import GRDB

extension DocumentRows {
    /// Adds all rows; `digest` tells whether the document.json they came from has changed since.
    func insert(into database: Database, digest: String) throws {
        for table in DatasetTables.all {
            let places = table.columns.map { _ in "?" }.joined(separator: ", ")
            let statement = try database.cachedStatement(
                sql: "INSERT INTO \(table.name) VALUES (\(places))")
            for row in rows(of: table) {
                try statement.execute(arguments: StatementArguments(row.map(\.inDatabase)))
            }
        }
        let found = try addToSearch(database)
        try database.execute(
            sql: "INSERT INTO built VALUES (?, ?, ?, ?)",
            arguments: [document, digest, found.lowerBound, found.upperBound - 1])
    }

    /// Names and prose, no numbers; says which rows they are.
    private func addToSearch(_ database: Database) throws -> Range<Int64> {
        let last = "SELECT rowid FROM search ORDER BY rowid DESC LIMIT 1"
        let first = try Int64.fetchOne(database, sql: last) ?? 0
        let statement = try database.cachedStatement(
            sql: "INSERT INTO search VALUES (?, ?, ?, ?, ?)")
        let texts = try Row.fetchAll(
            database,
            sql: """
                SELECT text, page, 'cell' FROM cells WHERE document = ? AND kind = 'text'
                UNION ALL SELECT text, page, 'paragraph' FROM paragraphs WHERE document = ?
                """, arguments: [document, document])
        for row in texts {
            let text: String = row[0]
            try statement.execute(arguments: [
                DocumentRows.characters(text), text, document, row[1] as Int, row[2] as String,
            ])
        }
        return first + 1..<first + Int64(texts.count) + 1
    }

    /// Chinese characters apart, so that each is a word of its own to the search: there are no
    /// spaces, and words of two characters must be found (SQLite's trigrams need three).
    private static func characters(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isChinese = (0x3400...0x9FFF).contains(scalar.value)
            if isChinese { result.append(" ") }
            result.append(scalar)
            if isChinese { result.append(" ") }
        }
        return String(result)
    }
}

extension DatasetValue {
    fileprivate var inDatabase: (any DatabaseValueConvertible)? {
        switch self {
        case .null: nil
        case .text(let text): text
        case .integer(let number): number
        case .real(let number): number
        case .flag(let flag): flag
        }
    }
}
