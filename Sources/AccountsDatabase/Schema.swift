/// The dataset's tables, indexes and views; docs/dataset.md explains them.
enum Schema {
    /// Counts changes that readers must know of; another version's file is built anew.
    static let version = 1

    static let tables = """
        CREATE TABLE documents (
          document TEXT PRIMARY KEY, folder TEXT NOT NULL, file TEXT NOT NULL, bytes INTEGER NOT NULL,
          pages INTEGER NOT NULL, organisation TEXT, year INTEGER, kind TEXT NOT NULL, producer TEXT,
          extractor TEXT NOT NULL, digest TEXT NOT NULL
        ) STRICT;
        CREATE TABLE tables (
          document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, id TEXT NOT NULL,
          title TEXT, code TEXT, catalogue TEXT, certainty INTEGER, unit TEXT, organisation TEXT,
          year INTEGER, first_page INTEGER, last_page INTEGER, lattice TEXT NOT NULL,
          header_rows INTEGER NOT NULL, body_rows INTEGER NOT NULL, note TEXT,
          PRIMARY KEY (document, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cells (
          document TEXT NOT NULL, table_id TEXT NOT NULL, row INTEGER NOT NULL,
          "column" INTEGER NOT NULL, row_span INTEGER NOT NULL, column_span INTEGER NOT NULL,
          page INTEGER NOT NULL, x0 REAL, y0 REAL, x1 REAL, y1 REAL, kind TEXT NOT NULL,
          raw TEXT NOT NULL, text TEXT NOT NULL, amount TEXT, status TEXT,
          PRIMARY KEY (document, table_id, row, "column"),
          FOREIGN KEY (document, table_id) REFERENCES tables ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE records (
          document TEXT NOT NULL, table_id TEXT NOT NULL, row INTEGER NOT NULL,
          "column" INTEGER NOT NULL, block TEXT NOT NULL, line INTEGER, row_id TEXT, code TEXT,
          level INTEGER, parent TEXT, item TEXT, name TEXT, measure TEXT NOT NULL,
          amount TEXT NOT NULL, unit TEXT, yuan TEXT, fen INTEGER, status TEXT NOT NULL,
          PRIMARY KEY (document, table_id, row, "column"),
          FOREIGN KEY (document, table_id, row, "column") REFERENCES cells ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX records_by_code ON records (code, measure);
        CREATE INDEX records_by_measure ON records (measure, row_id);
        CREATE TABLE checks (
          document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, id TEXT NOT NULL,
          relation TEXT NOT NULL, official INTEGER NOT NULL, result TEXT NOT NULL,
          difference TEXT NOT NULL, tolerance TEXT NOT NULL, reason TEXT,
          PRIMARY KEY (document, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX checks_by_result ON checks (result, relation);
        CREATE TABLE check_cells (
          document TEXT NOT NULL, check_id TEXT NOT NULL, place INTEGER NOT NULL,
          table_id TEXT NOT NULL, row INTEGER NOT NULL, "column" INTEGER NOT NULL,
          PRIMARY KEY (document, check_id, place),
          FOREIGN KEY (document, check_id) REFERENCES checks ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE findings (
          document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL,
          code TEXT NOT NULL, severity TEXT NOT NULL, table_id TEXT, page INTEGER, row TEXT NOT NULL,
          "column" TEXT NOT NULL, printed TEXT, mend TEXT, message TEXT NOT NULL,
          PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE paragraphs (
          document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL,
          page INTEGER NOT NULL, text TEXT NOT NULL,
          PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;
        CREATE VIRTUAL TABLE search USING fts5 (
          characters, text UNINDEXED, document UNINDEXED, page UNINDEXED, kind UNINDEXED
        );
        """

    static let views = """
        CREATE VIEW unit_years AS
          SELECT d.document, d.organisation, d.year, d.kind,
            max(fen) FILTER (WHERE catalogue = 'income-expenditure-summary' AND row_id = 'year-income' AND measure = 'final') / 100.0 AS year_income,
            max(fen) FILTER (WHERE catalogue = 'income-expenditure-summary' AND row_id = 'year-expenditure' AND measure = 'final') / 100.0 AS year_expenditure,
            max(fen) FILTER (WHERE catalogue = 'income-expenditure-summary' AND row_id = 'opening-balance' AND measure = 'final') / 100.0 AS opening_balance,
            max(fen) FILTER (WHERE catalogue = 'income-expenditure-summary' AND row_id = 'closing-balance' AND measure = 'final') / 100.0 AS closing_balance,
            max(fen) FILTER (WHERE catalogue = 'fiscal-summary' AND row_id = 'year-income' AND measure = 'final') / 100.0 AS fiscal_grant,
            max(fen) FILTER (WHERE catalogue = 'expenditure' AND row_id = 'total' AND measure = 'basic-expenditure') / 100.0 AS basic_expenditure,
            max(fen) FILTER (WHERE catalogue = 'expenditure' AND row_id = 'total' AND measure = 'project-expenditure') / 100.0 AS project_expenditure
          FROM documents d
          LEFT JOIN tables t ON t.document = d.document
          LEFT JOIN records r ON r.document = t.document AND r.table_id = t.id
          GROUP BY d.document;
        CREATE VIEW three_public AS
          SELECT d.document, d.organisation, d.year,
            max(fen) FILTER (WHERE measure = 'budget-total') / 100.0 AS budget_total,
            max(fen) FILTER (WHERE measure = 'final-total') / 100.0 AS final_total,
            max(fen) FILTER (WHERE measure = 'final-overseas') / 100.0 AS final_overseas,
            max(fen) FILTER (WHERE measure = 'final-vehicles') / 100.0 AS final_vehicles,
            max(fen) FILTER (WHERE measure = 'final-vehicle-purchase') / 100.0 AS final_vehicle_purchase,
            max(fen) FILTER (WHERE measure = 'final-vehicle-running') / 100.0 AS final_vehicle_running,
            max(fen) FILTER (WHERE measure = 'final-reception') / 100.0 AS final_reception
          FROM documents d
          JOIN tables t ON t.document = d.document AND t.catalogue = 'three-public'
          LEFT JOIN records r ON r.document = t.document AND r.table_id = t.id
          GROUP BY d.document;
        CREATE VIEW expenditure_by_code AS
          SELECT d.document, d.organisation, d.year, r.code, r.level, max(r.name) AS name,
            max(fen) FILTER (WHERE measure = 'total') / 100.0 AS total,
            max(fen) FILTER (WHERE measure = 'basic-expenditure') / 100.0 AS basic_expenditure,
            max(fen) FILTER (WHERE measure = 'project-expenditure') / 100.0 AS project_expenditure
          FROM documents d
          JOIN tables t ON t.document = d.document AND t.catalogue = 'expenditure'
          JOIN records r ON r.document = t.document AND r.table_id = t.id AND r.code IS NOT NULL
          GROUP BY d.document, r.code;
        """
}
