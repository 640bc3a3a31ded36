internal import FinalAccounts

/// The tables of the dataset; docs/dataset.md explains them.
public enum DatasetTables {
    /// A table after those that it refers to.
    public static let all = [
        documents, tables, cells, records, checks, checkCells, findings, paragraphs,
    ]

    public static let documents = DatasetTable(
        "documents", "A report.", key: ["document"],
        [
            .text("document", "SHA-256 of the file, hexadecimal").required,
            .text("folder", "where extract wrote it, below its output folder").required,
            .text("file", "the file's name").required,
            .integer("bytes", "the file's size").required,
            .integer("pages", "pages of the file").required,
            .text("organisation", "the unit whose accounts these are"),
            .text(
                "scope", "whether it speaks for a department or for one unit",
                of: ReportScope.allCases.map(\.rawValue)),
            .integer("year", "the year of the accounts"),
            .text("kind", "which accounts", of: ["final-accounts", "budget", "unknown"]).required,
            .text("producer", "the program that made the file"),
            .text("extractor", "the program that read it, and its version").required,
        ])

    public static let tables = DatasetTable(
        "tables", "A table of a report.", key: ["document", "id"], references: [inDocument],
        [
            document,
            .text("id", "t01, t02 … in the order of the document").required,
            .text("title", "as printed"), .text("code", "such as 公开01表, as printed"),
            .text("catalogue", "the official table that it is, as in docs/catalogue.md"),
            .integer("certainty", "how well title and header fit that table", unit: "%"),
            .text(
                "identity", "whether its title says so, or it only looks like it",
                of: ["certain", "likely"]),
            .text("unit", "the unit of its amounts, as printed"),
            .text(
                "unit_from", "how the unit of its amounts is known",
                of: UnitSource.allCases.map(\.rawValue)),
            .text("organisation", "the unit (部门) printed over the table"),
            .integer("year", "the year of the table"),
            .integer("first_page", "from 1").required, .integer("last_page", "from 1").required,
            .text(
                "lattice", "what its cells were found by",
                of: ["ruled", "partial", "unruled", "tabs"]
            )
            .required,
            .integer("header_rows", "rows of its header").required,
            .integer("body_rows", "rows below the header").required,
            .text("note", "the note below it"),
        ])

    public static let cells = DatasetTable(
        "cells", "A cell of a table.", key: place, references: [inTable],
        [
            document, table, row, column,
            .integer("row_span", "rows that it covers").required,
            .integer("column_span", "columns that it covers").required,
            .integer("page", "from 1").required,
            .real("x0", "left edge", unit: "points"), .real("y0", "top edge", unit: "points"),
            .real("x1", "right edge", unit: "points"), .real("y1", "bottom edge", unit: "points"),
            .text(
                "kind", "what it holds",
                of: ["header", "text", "code", "line-number", "amount", "empty"]
            ).required,
            .text("raw", "as printed").required, .text("text", "repaired").required,
            .decimal("amount", "the number in it, in the table's unit"), status,
        ])

    public static let records = DatasetTable(
        "records", "A number of a table that the catalogue knows.", key: place,
        references: [inTable],
        [
            document, table, row, column,
            .text("organisation", "of the table, or of the report"),
            .integer("year", "of the table, or of the report"),
            .text("catalogue", "the official table").required,
            .text("block", "part of the table, such as income or expenditure").required,
            .integer("line", "行次"),
            .text("row_id", "the row's id where the catalogue names it, such as year-income"),
            .text("code", "功能分类科目 or 经济分类科目: 3, 5 or 7 digits"),
            .integer("level", "0 total, 1 类, 2 款, 3 项"),
            .text("parent", "the code above"), .text("item", "the row's label, as printed"),
            .text("name", "the row's label, as it should be"),
            .text("measure", "what the column measures, such as final or basic-expenditure")
                .required,
            .text("printed", "as printed, also where the amount was mended or corrected").required,
            .decimal("amount", "the number, without separators").required,
            .text("unit", "the unit of amount; none where it is not known"),
            .text("unit_from", "how it is known", of: UnitSource.allCases.map(\.rawValue)),
            .decimal("yuan", "the amount", unit: "元"),
            .integer("fen", "the amount as a whole number", unit: "1/100 元"),
            .integer("page", "where it stands, from 1").required,
            status.required,
            .text(
                "reservation", "why a number that a relation proves is not called proved",
                of: AmountEvidence.Reservation.allCases.map(\.rawValue)),
        ])

    public static let checks = DatasetTable(
        "checks", "A relation that was tried.", key: ["document", "id"], references: [inDocument],
        [
            document, .text("id", "c01, c02 …").required,
            .text("relation", "the catalogue's id of the relation").required,
            .flag("official", "whether a regulation asks for it").required,
            .text(
                "result", "what came of it",
                of: ["holds", "holds-rounding", "fails", "warns", "not-applicable"]
            ).required,
            .decimal("difference", "between both sides").required,
            .decimal("tolerance", "what rounding may make of it").required,
            .text("reason", "why it is not applicable"),
        ])

    public static let checkCells = DatasetTable(
        "check_cells", "A figure in a relation.", key: ["document", "check_id", "place"],
        references: [
            .init(columns: ["document", "check_id"], table: "checks", key: ["document", "id"])
        ],
        [
            document, .text("check_id", "the check").required,
            .integer("place", "its place in the relation, from 0").required,
            table, row, column,
        ])

    public static let findings = DatasetTable(
        "findings", "What a person should look at.", key: ["document", "number"],
        references: [inDocument],
        [
            document, .integer("number", "from 0").required,
            .text("code", "such as wrong-figure or shifted-row").required,
            .text("severity", "how bad it is", of: ["failure", "warning"]).required,
            .text("table_id", "the table, if it is in one"), .integer("page", "from 1"),
            .text("row", "the row's label"), .text("column", "the column's label"),
            .text("printed", "the figure, as printed"), .text("mend", "the figure that would fit"),
            .text("message", "in words").required,
            .text("formula", "the relation that fails, with its figures"),
            .text("chinese", "the message in Chinese").required,
        ])

    public static let paragraphs = DatasetTable(
        "paragraphs", "A paragraph of the prose.", key: ["document", "number"],
        references: [inDocument],
        [
            document, .integer("number", "from 0").required,
            .integer("page", "where it begins, from 1").required,
            .text("text", "repaired").required,
        ])

    private static let document =
        DatasetTable.Column.text("document", "the report: SHA-256 of its file").required
    private static let table = DatasetTable.Column.text("table_id", "the table").required
    private static let row =
        DatasetTable.Column.integer("row", "from 0, the header's rows counted").required
    private static let column = DatasetTable.Column.integer("column", "from 0").required
    private static let status = DatasetTable.Column.text(
        "status", "how far the number can be trusted", of: AmountStatus.allCases.map(\.rawValue))
    private static let place = ["document", "table_id", "row", "column"]
    private static let inDocument = DatasetTable.Reference(
        columns: ["document"], table: "documents", key: ["document"])
    private static let inTable = DatasetTable.Reference(
        columns: ["document", "table_id"], table: "tables", key: ["document", "id"])
}
