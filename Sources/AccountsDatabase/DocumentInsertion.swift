internal import Dataset
internal import GRDB

extension DocumentRows {
    /// Adds all rows; gives the places of the document's texts in the search.
    func insert(into database: Database) throws -> Range<Int64> {
        for table in DatasetTables.all {
            let places = table.columns.map { _ in "?" }.joined(separator: ", ")
            let statement = try database.cachedStatement(
                sql: "INSERT INTO \(table.name) VALUES (\(places))")
            for row in rows(of: table) {
                try statement.execute(arguments: StatementArguments(row.map(\.inDatabase)))
            }
        }
        return try addToSearch(database)
    }

    /// Names and prose; no numbers.
    ///
    /// They stand together, so that they are found again without a look at all others.
    private func addToSearch(_ database: Database) throws -> Range<Int64> {
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
                SearchText.apart(text), text, document, row[1] as Int, row[2] as String,
            ])
        }
        let end = database.lastInsertedRowID + 1
        return texts.isEmpty ? 0..<0 : end - Int64(texts.count)..<end
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
