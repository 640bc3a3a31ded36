internal import Dataset
internal import GRDB

/// What a person has to do for a document, counted when its rows change: lists of ten thousand
/// documents have no time to count.
enum DocumentNeeds {
    static let schema = """
        CREATE TABLE needs (
          document TEXT PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
          proved INTEGER NOT NULL, plausible INTEGER NOT NULL, suspect INTEGER NOT NULL,
          corrected INTEGER NOT NULL, confirmed INTEGER NOT NULL,
          failures INTEGER NOT NULL, warnings INTEGER NOT NULL,
          corrections INTEGER NOT NULL, misfits INTEGER NOT NULL, tables INTEGER NOT NULL,
          open INTEGER GENERATED ALWAYS AS (suspect + failures + misfits + (tables = 0)) STORED
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX needs_by_open ON needs (open DESC, warnings DESC, document);
        CREATE INDEX findings_by_code ON findings (code, document);
        CREATE INDEX tables_by_catalogue ON tables (catalogue, document);
        """

    static func count(
        _ document: String, corrections: Int, misfits: Int, _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO needs SELECT :document,
                  count(*) FILTER (WHERE status = 'proved'),
                  count(*) FILTER (WHERE status = 'plausible'),
                  count(*) FILTER (WHERE status = 'suspect'),
                  count(*) FILTER (WHERE status = 'corrected'),
                  count(*) FILTER (WHERE status = 'confirmed'),
                  (SELECT count(*) FROM findings WHERE document = :document AND severity = 'failure'),
                  (SELECT count(*) FROM findings WHERE document = :document AND severity = 'warning'),
                  :corrections, :misfits,
                  (SELECT count(*) FROM tables WHERE document = :document)
                FROM cells WHERE document = :document AND status IS NOT NULL
                """,
            arguments: ["document": document, "corrections": corrections, "misfits": misfits])
    }
}
