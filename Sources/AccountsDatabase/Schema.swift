internal import Dataset

/// The dataset's tables, indexes and views; docs/dataset.md explains them.
enum Schema {
    /// Counts changes that readers must know of; another version's file is built anew.
    static let version = 6

    /// What makes the tables, from their one definition.
    static var tables: String {
        let people = [SampleStore.schema, CorrectionLog.schema, DocumentNeeds.schema]
        return (DatasetTables.all.map(create) + [own, DocumentSearch.schema] + people).joined(
            separator: "\n")
    }

    /// What a document's rows came from, and the search, in which a document's rows stand together:
    /// full-text tables have no other index that would find them.
    private static let own = """
        CREATE TABLE built (
          document TEXT PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
          digest TEXT NOT NULL, stamp TEXT NOT NULL,
          search_first INTEGER NOT NULL, search_end INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX records_by_code ON records (code, measure);
        CREATE INDEX records_by_measure ON records (measure, row_id);
        CREATE INDEX checks_by_result ON checks (result, relation);
        CREATE VIRTUAL TABLE search USING fts5 (
          characters, text UNINDEXED, document UNINDEXED, page UNINDEXED, kind UNINDEXED
        );
        """

    private static func create(_ table: DatasetTable) -> String {
        let columns = table.columns.map { column in
            "\"\(column.name)\" \(type(of: column))" + (column.isRequired ? " NOT NULL" : "")
        }
        let references = table.references.map { reference in
            "FOREIGN KEY (\(list(reference.columns))) REFERENCES \(reference.table) ON DELETE CASCADE"
        }
        let parts = columns + ["PRIMARY KEY (\(list(table.key)))"] + references
        return "CREATE TABLE \(table.name) (\n  \(parts.joined(separator: ",\n  "))\n) "
            + "STRICT, WITHOUT ROWID;"
    }

    private static func list(_ columns: [String]) -> String {
        columns.map { "\"\($0)\"" }.joined(separator: ", ")
    }

    private static func type(of column: DatasetTable.Column) -> String {
        switch column.kind {
        // SQLite's numbers are floating point: exact decimals are text
        case .text, .decimal: "TEXT"
        case .integer, .flag: "INTEGER"
        case .real: "REAL"
        }
    }

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
          FROM documents d JOIN records r USING (document)
          GROUP BY d.document
          HAVING year_income IS NOT NULL OR year_expenditure IS NOT NULL;
        CREATE VIEW three_public AS
          SELECT d.document, d.organisation, d.year, d.kind,
            max(fen) FILTER (WHERE measure = 'budget-total') / 100.0 AS budget_total,
            max(fen) FILTER (WHERE measure = 'budget-overseas') / 100.0 AS budget_overseas,
            max(fen) FILTER (WHERE measure = 'budget-vehicles') / 100.0 AS budget_vehicles,
            max(fen) FILTER (WHERE measure = 'budget-vehicle-purchase') / 100.0 AS budget_vehicle_purchase,
            max(fen) FILTER (WHERE measure = 'budget-vehicle-running') / 100.0 AS budget_vehicle_running,
            max(fen) FILTER (WHERE measure = 'budget-reception') / 100.0 AS budget_reception,
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
          SELECT d.document, d.organisation, d.year, d.kind, r.code, r.level, max(r.name) AS name,
            max(fen) FILTER (WHERE measure = 'total') / 100.0 AS total,
            max(fen) FILTER (WHERE measure = 'basic-expenditure') / 100.0 AS basic_expenditure,
            max(fen) FILTER (WHERE measure = 'project-expenditure') / 100.0 AS project_expenditure
          FROM documents d
          JOIN records r ON r.document = d.document AND r.catalogue = 'expenditure' AND r.code IS NOT NULL
          GROUP BY d.document, r.code;
        """
}
