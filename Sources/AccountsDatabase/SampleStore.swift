internal import GRDB
public import Sampling

/// Samples that were drawn, and what was found.
enum SampleStore {
    static let schema = """
        CREATE TABLE samples (
          number INTEGER PRIMARY KEY AUTOINCREMENT, seed INTEGER NOT NULL, error_rate REAL NOT NULL,
          confidence REAL NOT NULL, allowed_errors INTEGER NOT NULL, time TEXT NOT NULL
        ) STRICT;
        CREATE TABLE sample_strata (
          sample INTEGER NOT NULL REFERENCES samples, stratum INTEGER NOT NULL, catalogue TEXT,
          status TEXT NOT NULL, population INTEGER NOT NULL, drawn INTEGER NOT NULL,
          PRIMARY KEY (sample, stratum)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sample_cells (
          sample INTEGER NOT NULL, place INTEGER NOT NULL, stratum INTEGER NOT NULL,
          document TEXT NOT NULL, table_id TEXT NOT NULL, "row" INTEGER NOT NULL,
          "column" INTEGER NOT NULL, page INTEGER NOT NULL, text TEXT NOT NULL,
          PRIMARY KEY (sample, place),
          FOREIGN KEY (sample, stratum) REFERENCES sample_strata
        ) STRICT, WITHOUT ROWID;
        """

    /// What was found of each drawn cell, by the last word that stands: 0 right, 1 wrong, 2 unreadable.
    ///
    /// NULL where nobody looked. What changed the table's rows and columns since may have moved a cell:
    /// the reviewer's word counts by the place where it was drawn.
    static let verdicts = """
        SELECT s.sample, s.place, s.stratum, (
          SELECT CASE c.kind WHEN 'confirm' THEN 0 WHEN 'correct' THEN 1 ELSE 2 END
          FROM corrections c
          WHERE c.sample = s.sample AND c.document = s.document AND c.table_id = s.table_id
            AND c."row" = s."row" AND c."column" = s."column"
            AND c.kind IN ('confirm', 'correct', 'unreadable')
            AND NOT EXISTS (SELECT 1 FROM corrections u WHERE u.undoes = c.number)
          ORDER BY c.number DESC LIMIT 1
        ) AS verdict
        FROM sample_cells s WHERE s.sample = ?
        """
}

/// A number that was drawn.
public struct SampleCell: Sendable, Hashable {
    public enum Verdict: Int, Sendable {
        case right, wrong, unreadable
    }

    /// Its place in the sample, from 0.
    public var place: Int
    public var document: String
    public var table: String
    public var row: Int
    public var column: Int
    public var page: Int
    /// What was extracted.
    public var text: String
    /// Nil where nobody looked at it yet.
    public var verdict: Verdict?
}

extension AccountsDatabase {
    /// Draws a sample of the numbers and keeps it.
    ///
    /// Gives its number, nil where there is no number to draw; `time` is RFC 3339.
    public func draw(_ design: SampleDesign, time: String) throws -> Int? {
        try queue.write { database in
            let strata = try AccountsDatabase.strata(database)
            guard !strata.isEmpty else { return nil }
            try database.execute(
                sql: """
                    INSERT INTO samples (seed, error_rate, confidence, allowed_errors, time)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Int64(bitPattern: design.seed), design.errorRate, design.confidence,
                    design.allowedErrors, time,
                ])
            let sample = Int(database.lastInsertedRowID)
            let drawn = design.draw(from: strata.map(\.population))
            for (number, stratum) in strata.enumerated() {
                try database.execute(
                    sql: "INSERT INTO sample_strata VALUES (?, ?, ?, ?, ?, ?)",
                    arguments: [
                        sample, number, stratum.table, stratum.status, stratum.population,
                        drawn[number].count,
                    ])
            }
            try AccountsDatabase.fill(sample, strata, drawn, database)
            return sample
        }
    }

    /// Numbers by official table and status, the tables in a fixed order.
    private static func strata(_ database: Database) throws -> [SampleOutcome.Stratum] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT t.catalogue, c.status, count(*)
                FROM cells c JOIN tables t ON t.document = c.document AND t.id = c.table_id
                WHERE c.amount IS NOT NULL AND c.status IS NOT NULL
                GROUP BY 1, 2 ORDER BY 1, 2
                """
        ).map {
            SampleOutcome.Stratum(table: $0[0], status: $0[1], population: $0[2], drawn: 0)
        }
    }

    /// One pass over all numbers: those whose turn in their stratum was drawn are kept.
    private static func fill(
        _ sample: Int, _ strata: [SampleOutcome.Stratum], _ drawn: [[Int]], _ database: Database
    ) throws {
        var numbers: [String: Int] = [:]
        for (number, stratum) in strata.enumerated() {
            numbers["\(stratum.table ?? "")\n\(stratum.status)"] = number
        }
        var passed = [Int](repeating: 0, count: strata.count)
        var next = [Int](repeating: 0, count: strata.count)
        var place = 0
        let insertion = try database.makeStatement(
            sql: "INSERT INTO sample_cells VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let cells = try Row.fetchCursor(
            database,
            sql: """
                SELECT t.catalogue, c.status, c.document, c.table_id, c."row", c."column", c.page,
                  c.text
                FROM cells c JOIN tables t ON t.document = c.document AND t.id = c.table_id
                WHERE c.amount IS NOT NULL AND c.status IS NOT NULL
                ORDER BY c.document, c.table_id, c."row", c."column"
                """)
        while let row = try cells.next() {
            let catalogue: String? = row[0]
            let status: String = row[1]
            guard let stratum = numbers["\(catalogue ?? "")\n\(status)"] else { continue }
            defer { passed[stratum] += 1 }
            guard next[stratum] < drawn[stratum].count,
                drawn[stratum][next[stratum]] == passed[stratum]
            else { continue }
            next[stratum] += 1
            try insertion.execute(arguments: [
                sample, place, stratum, row[2] as String, row[3] as String, row[4] as Int,
                row[5] as Int, row[6] as Int, row[7] as String,
            ])
            place += 1
        }
    }

    /// The number of the last sample; nil where there is none.
    public func lastSample() throws -> Int? {
        try queue.read { try Int.fetchOne($0, sql: "SELECT max(number) FROM samples") }
    }

    /// The numbers of a sample, a document's together, with what was found.
    public func cells(ofSample sample: Int) throws -> [SampleCell] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT s.*, v.verdict FROM sample_cells s
                    JOIN (\(SampleStore.verdicts)) v USING (sample, place) ORDER BY s.place
                    """, arguments: [sample]
            ).map { row in
                SampleCell(
                    place: row["place"], document: row["document"], table: row["table_id"],
                    row: row["row"], column: row["column"], page: row["page"], text: row["text"],
                    verdict: (row["verdict"] as Int?).flatMap(SampleCell.Verdict.init))
            }
        }
    }

    /// What looking at a sample showed so far; nil where there is no such sample.
    public func outcome(ofSample sample: Int) throws -> SampleOutcome? {
        try queue.read { database in
            guard
                let row = try Row.fetchOne(
                    database, sql: "SELECT * FROM samples WHERE number = ?", arguments: [sample])
            else { return nil }
            let design = SampleDesign(
                errorRate: row["error_rate"], confidence: row["confidence"],
                allowedErrors: row["allowed_errors"],
                seed: UInt64(bitPattern: row["seed"] as Int64))
            let strata = try Row.fetchAll(
                database,
                sql: """
                    SELECT t.catalogue, t.status, t.population, t.drawn,
                      count(v.verdict), count(*) FILTER (WHERE v.verdict = 1),
                      count(*) FILTER (WHERE v.verdict = 2)
                    FROM sample_strata t
                    LEFT JOIN (\(SampleStore.verdicts)) v USING (sample, stratum)
                    WHERE t.sample = ? GROUP BY t.stratum ORDER BY t.stratum
                    """, arguments: [sample, sample]
            ).map { row in
                var stratum = SampleOutcome.Stratum(
                    table: row[0], status: row[1], population: row[2], drawn: row[3])
                (stratum.seen, stratum.wrong, stratum.unreadable) = (row[4], row[5], row[6])
                return stratum
            }
            return SampleOutcome(design: design, strata: strata)
        }
    }
}
