public import PageModel

/// One cell of a table, header cells included.
public struct TableCell: Sendable, Hashable {
    public enum Kind: String, Sendable, Codable {
        case header
        /// Words, also of a stub.
        case text
        /// A subject code: 208, 2080505, or a part of one in a column of its own.
        case code
        /// 行次 or 栏次 or 序号: counts lines, is never money.
        case lineNumber = "line-number"
        case amount
        case empty
    }

    /// From the table's first header row and first column, both 0.
    @Small public var row: Int
    @Small public var column: Int
    @Small public var rowSpan: Int
    @Small public var columnSpan: Int
    /// Page of the cell's (first) part.
    @Small public var page: Int
    public var kind: Kind
    public var box: Rect
    /// The lines of text as printed, top to bottom; spaces only where the page shows a gap.
    public var lines: [String]

    public init(
        row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, page: Int, box: Rect,
        kind: Kind = .text, lines: [String] = []
    ) {
        self.row = row
        self.column = column
        self.rowSpan = rowSpan
        self.columnSpan = columnSpan
        self.page = page
        self.box = box
        self.kind = kind
        self.lines = lines
    }

    /// The printed text, lines kept apart.
    public var raw: String { lines.joined(separator: "\n") }
}

/// A table as the document prints it, over all its pages, before any repair of its words.
public struct Table: Sendable, Hashable {
    /// What showed where its rows and columns are.
    public enum Lattice: String, Sendable, Codable {
        /// Rulings around every cell.
        case ruled
        /// Some rulings; the rest from the text's alignment.
        case partial
        /// The text's alignment alone.
        case unruled
        /// Tabs of a plain text.
        case tabs
    }

    public var title: String?
    /// 公开01表, as printed.
    public var code: String?
    /// 万元 or 元 or as printed.
    public var unit: String?
    public var organisation: String?
    public var year: Int?
    public var note: String?
    public var pages: [Int]
    public var lattice: Lattice
    public var rowCount: Int
    public var columnCount: Int
    /// The first so many rows are the header.
    public var headerRowCount: Int
    /// In reading order; every place of the grid is covered by exactly one cell.
    public var cells: [TableCell]

    public init(
        title: String? = nil, code: String? = nil, unit: String? = nil,
        organisation: String? = nil, year: Int? = nil, note: String? = nil, pages: [Int],
        lattice: Lattice, rowCount: Int, columnCount: Int, headerRowCount: Int,
        cells: [TableCell]
    ) {
        self.title = title
        self.code = code
        self.unit = unit
        self.organisation = organisation
        self.year = year
        self.note = note
        self.pages = pages
        self.lattice = lattice
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.headerRowCount = headerRowCount
        self.cells = cells
    }
}
