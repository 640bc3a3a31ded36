public import FinalAccounts
public import PageModel
public import TableRecognition
public import TextRepair

/// What `document.json` holds: one document, its tables, its prose and everything noticed.
public struct DocumentRecord: Sendable {
    public static let format = "juesuan-document/2"

    public var source: SourceRecord
    public var organisation: String?
    /// Whether it speaks for a department or for one unit; nil where it does not say.
    public var scope: ReportScope?
    public var year: Int?
    /// "final-accounts" (决算), "budget" (预算) or "unknown".
    public var kind: String
    public var pages: [PageRecord]
    public var tables: [TableRecord]
    public var paragraphs: [ParagraphRecord]
    public var leftovers: [LeftoverRecord]
    public var warnings: [WarningRecord]
    /// What the catalogue says of the tables: see ``checkAccounts(with:)``.
    public var accounts = AccountsReport()

    public init(
        source: SourceRecord, organisation: String? = nil, scope: ReportScope? = nil,
        year: Int? = nil, kind: String = "unknown", pages: [PageRecord] = [],
        tables: [TableRecord] = [],
        paragraphs: [ParagraphRecord] = [], leftovers: [LeftoverRecord] = [],
        warnings: [WarningRecord] = []
    ) {
        self.source = source
        self.organisation = organisation
        self.scope = scope
        self.year = year
        self.kind = kind
        self.pages = pages
        self.tables = tables
        self.paragraphs = paragraphs
        self.leftovers = leftovers
        self.warnings = warnings
    }
}

/// The file that a document came from.
public struct SourceRecord: Sendable {
    /// The file's name without its folder.
    public var file: String
    public var sha256: String
    public var bytes: Int
    public var pages: Int
    public var producer: String?
    /// "juesuan 0.1.0".
    public var extractor: String

    public init(
        file: String, sha256: String, bytes: Int, pages: Int, producer: String?, extractor: String
    ) {
        self.file = file
        self.sha256 = sha256
        self.bytes = bytes
        self.pages = pages
        self.producer = producer
        self.extractor = extractor
    }
}

public struct PageRecord: Sendable {
    public var page: Int
    /// In points, as displayed.
    public var width: Double
    public var height: Double
    public var rotation: Int
    public var text: Page.TextKind
    public var glyphs: Int
    /// Page numbers, running headers and footers.
    public var furniture: [String] = []

    public init(_ page: Page) {
        self.page = page.number
        let isOnItsSide = page.turn % 180 != 0
        self.width = isOnItsSide ? page.height : page.width
        self.height = isOnItsSide ? page.width : page.height
        self.rotation = page.rotation
        self.text = page.textKind
        self.glyphs = page.glyphs.count
    }
}

/// A table with its words repaired.
public struct TableRecord: Sendable {
    /// "t01", "t02" … in the order of the document.
    public var id: String
    public var title: String?
    public var code: String?
    /// The catalogue's id of the table, such as `income-expenditure-summary`; nil where it is not
    /// known.
    public var catalogue: String?
    /// In per cent: how well title and header fit the catalogue's.
    public var certainty: Int?
    /// Whether its title says that it is this table; nil where it is none that the catalogue knows.
    public var isCertain: Bool?
    /// As printed on the table.
    public var unit: String?
    /// How the unit of its amounts is known; nil where it is none that the catalogue knows.
    public var unitSource: UnitSource?
    public var organisation: String?
    public var year: Int?
    public var pages: [Int]
    public var lattice: Table.Lattice
    /// The header grid: a spanning cell's text in every place it covers.
    public var header: [[String]]
    /// The body grid: a spanning cell's text in its top-left place, "" in the others.
    public var rows: [[String]]
    public var cells: [CellRecord]
    public var note: String?
    /// What a form that the catalogue knows says in words.
    public var fields: [Field] = []

    public struct Field: Sendable {
        /// A stable id, such as `project`.
        public var id: String
        public var label: String
        public var text: String
        /// Where the text stands.
        public var row: Int
        public var column: Int
    }

    public init(
        id: String, title: String?, code: String?, unit: String?, organisation: String?,
        year: Int?, pages: [Int], lattice: Table.Lattice, header: [[String]], rows: [[String]],
        cells: [CellRecord], note: String?
    ) {
        self.id = id
        self.title = title
        self.code = code
        self.unit = unit
        self.organisation = organisation
        self.year = year
        self.pages = pages
        self.lattice = lattice
        self.header = header
        self.rows = rows
        self.cells = cells
        self.note = note
    }
}

public struct CellRecord: Sendable {
    public typealias Status = AmountStatus

    @Small public var row: Int
    @Small public var column: Int
    @Small public var rowSpan: Int
    @Small public var columnSpan: Int
    @Small public var page: Int
    public var kind: TableCell.Kind
    /// Only for amounts.
    public var status: Status?
    /// Nil for cells of a plain text.
    public var box: Rect?
    /// As printed.
    public var raw: String
    /// Repaired.
    public var text: String
    /// A plain decimal in the table's unit; nil for cells without a number.
    public var amount: String?
    public var checks: [String]
    /// One, or none for nearly all cells: so they take no room for it.
    var circumstances: [Circumstances] = []

    /// OCR was less sure of it than this, and no relation proves it: it is suspect.
    public static let sureEnough = 0.9

    var isUnsure: Bool { certainty.map { $0 < CellRecord.sureEnough } ?? false }

    public init(
        row: Int, column: Int, rowSpan: Int, columnSpan: Int, page: Int, box: Rect?,
        kind: TableCell.Kind, raw: String, text: String, amount: String? = nil,
        status: Status? = nil, checks: [String] = []
    ) {
        self.row = row
        self.column = column
        self.rowSpan = rowSpan
        self.columnSpan = columnSpan
        self.page = page
        self.box = box
        self.kind = kind
        self.raw = raw
        self.text = text
        self.amount = amount
        self.status = status
        self.checks = checks
    }
}

public struct ParagraphRecord: Sendable {
    public var page: Int
    /// Repaired.
    public var text: String
    /// What was repaired, in the order of the repairs.
    public var edits: [EditRecord]

    public init(page: Int, text: String, edits: [EditRecord] = []) {
        self.page = page
        self.text = text
        self.edits = edits
    }
}

/// One change that a repair made to a text.
public typealias EditRecord = TextEdit

/// Visible text that nothing else took.
public struct LeftoverRecord: Sendable {
    public var page: Int
    public var box: Rect
    public var text: String

    public init(page: Int, box: Rect, text: String) {
        self.page = page
        self.box = box
        self.text = text
    }
}

public struct WarningRecord: Sendable {
    /// Nil when it concerns the whole document.
    public var page: Int?
    public var code: String
    public var message: String

    public init(page: Int?, code: String, message: String) {
        self.page = page
        self.code = code
        self.message = message
    }
}
