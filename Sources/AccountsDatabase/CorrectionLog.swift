internal import Dataset
internal import GRDB

/// The list of what people said of the tables; docs/review.md explains it.
///
/// It belongs to the files, by their SHA-256, and not to the documents of this dataset: these come and
/// go, corrections stay.
enum CorrectionLog {
    static let schema = """
        CREATE TABLE corrections (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          document TEXT NOT NULL, table_id TEXT NOT NULL, table_title TEXT,
          kind TEXT NOT NULL CHECK (kind IN (\(kinds))),
          "row" INTEGER NOT NULL, "column" INTEGER NOT NULL, last INTEGER,
          before TEXT NOT NULL, after TEXT NOT NULL,
          reviewer TEXT NOT NULL, time TEXT NOT NULL, note TEXT NOT NULL,
          undoes INTEGER REFERENCES corrections, sample INTEGER REFERENCES samples
        ) STRICT;
        CREATE INDEX corrections_by_document ON corrections (document, table_id);
        CREATE INDEX corrections_by_sample ON corrections (sample) WHERE sample IS NOT NULL;
        CREATE TRIGGER corrections_are_not_changed BEFORE UPDATE ON corrections
          BEGIN SELECT RAISE (ABORT, 'corrections are only added'); END;
        CREATE TRIGGER corrections_are_not_deleted BEFORE DELETE ON corrections
          BEGIN SELECT RAISE (ABORT, 'corrections are only added'); END;
        """

    private static var kinds: String {
        Correction.Kind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }

    /// A file's entries, in their order.
    static func entries(of document: String, _ database: Database) throws -> [Correction] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM corrections WHERE document = ? ORDER BY number",
            arguments: [document]
        ).compactMap(correction)
    }

    static func append(_ correction: Correction, _ database: Database) throws -> Int {
        try database.execute(
            sql: """
                INSERT INTO corrections (document, table_id, table_title, kind, "row", "column", last,
                  before, after, reviewer, time, note, undoes, sample)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                correction.document, correction.table, correction.title, correction.kind.rawValue,
                correction.row, correction.column, correction.last, correction.before,
                correction.after, correction.reviewer, correction.time, correction.note,
                correction.undoes, correction.sample,
            ])
        return Int(database.lastInsertedRowID)
    }

    static func correction(_ row: Row) -> Correction? {
        guard let kind = Correction.Kind(rawValue: row["kind"]) else { return nil }
        var correction = Correction(
            document: row["document"], table: row["table_id"], title: row["table_title"],
            kind: kind, row: row["row"], column: row["column"], last: row["last"],
            reviewer: row["reviewer"], time: row["time"])
        correction.number = row["number"]
        correction.before = row["before"]
        correction.after = row["after"]
        correction.note = row["note"]
        correction.undoes = row["undoes"]
        correction.sample = row["sample"]
        return correction
    }
}
