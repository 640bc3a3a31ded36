public import PageModel
public import TableRecognition
public import TextRepair

/// A table of a report as the catalogue looks at it: its words and its numbers, where they stand.
public struct ReportTable: Sendable {
    public struct Cell: Sendable {
        /// From the first header row, 0.
        @Small public var row: Int
        @Small public var column: Int
        @Small public var rowSpan: Int
        @Small public var columnSpan: Int
        public var kind: TableCell.Kind
        /// What the page's text says is not what the page shows.
        public var isDoubtful: Bool
        /// Repaired.
        public var text: String
        /// A plain decimal; nil for what is no number.
        public var amount: String?
        /// Other numbers that OCR may have meant; empty for text that the page itself has.
        public var readings: [ScannedNumber.Reading] = []

        public init(
            row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, kind: TableCell.Kind,
            text: String, amount: String? = nil, isDoubtful: Bool = false
        ) {
            self.row = row
            self.column = column
            self.rowSpan = rowSpan
            self.columnSpan = columnSpan
            self.kind = kind
            self.text = text
            self.amount = amount
            self.isDoubtful = isDoubtful
        }
    }

    public var id: String
    public var title: String?
    public var code: String?
    public var unit: String?
    public var note: String?
    public var organisation: String?
    public var year: Int?
    /// The header grid, a spanning cell's text in every place that it covers.
    public var header: [[String]]
    public var rowCount: Int
    public var columnCount: Int
    public var cells: [Cell]
    /// Whether rulings, or tabs, tell its rows and columns; where they are guessed by gaps, a row or figure may be
    /// lost that the page has.
    public var isRuled = true

    public init(
        id: String, title: String?, code: String? = nil, unit: String?, note: String? = nil,
        organisation: String? = nil, year: Int? = nil, header: [[String]], rowCount: Int,
        columnCount: Int, cells: [Cell]
    ) {
        self.id = id
        self.title = title
        self.code = code
        self.unit = unit
        self.note = note
        self.organisation = organisation
        self.year = year
        self.header = header
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.cells = cells
    }
}

/// Where a cell stands: which table, which row and column of its grid, header included.
public struct CellPlace: Sendable, Hashable {
    /// The table's place among the report's tables.
    @Small public var table: Int
    @Small public var row: Int
    @Small public var column: Int

    public init(table: Int, row: Int, column: Int) {
        self.table = table
        self.row = row
        self.column = column
    }
}
