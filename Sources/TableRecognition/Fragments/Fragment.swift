public import PageModel

/// The part of a table that one page holds.
public struct Fragment: Sendable, Hashable {
    public var page: Int
    public var lattice: Lattice
    public var kind: Table.Lattice
    /// Text of each of the lattice's cells, in the same order.
    public var contents: [CellContent]
    /// Where a fragment without rulings says so itself: how many of its first rows are header.
    var headerRows: Int?

    init(
        page: Int, lattice: Lattice, kind: Table.Lattice, contents: [CellContent],
        headerRows: Int? = nil
    ) {
        self.page = page
        self.lattice = lattice
        self.kind = kind
        self.contents = contents
        self.headerRows = headerRows
    }

    public var box: Rect { lattice.box }
}

/// What stands in a cell.
public struct CellContent: Sendable, Hashable {
    /// As printed, top to bottom.
    public var lines: [String]
    /// Around its glyphs; nil when it is empty.
    public var ink: Rect?

    public init(lines: [String] = [], ink: Rect? = nil) {
        self.lines = lines
        self.ink = ink
    }

    init(glyphs: [Glyph]) {
        lines = LineBuilder.rows(of: glyphs).map { TextPiece($0).text }
        ink = glyphs.map(\.box).boundingBox()
    }

    var isEmpty: Bool { lines.isEmpty }
    /// The whole text without spaces or line breaks, for comparisons.
    var plain: String { lines.joined().withoutSpaces }
}
