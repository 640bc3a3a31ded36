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
    /// Whether that header is the one of the page before, printed again.
    var repeatsHeader = false

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

    /// Whether it is a header without a body.
    var isHeaderOnly: Bool {
        let grid = Grid(self)
        return kind == .ruled && HeaderRows.count(in: grid) == grid.rowCount
    }

    /// This header with the rows of `body`, which has the same columns, laid under it.
    func over(_ body: Fragment) -> Fragment {
        var lattice = lattice
        lattice.ys = lattice.ys.dropLast() + body.lattice.ys
        lattice.cells += body.lattice.cells.map { span in
            var span = span
            span.row += self.lattice.rowCount
            return span
        }
        return Fragment(
            page: page, lattice: lattice, kind: .partial, contents: contents + body.contents,
            headerRows: self.lattice.rowCount + (body.headerRows ?? 0))
    }
}

/// What stands in a cell.
public struct CellContent: Sendable, Hashable {
    /// As printed, top to bottom.
    public var lines: [String]

    public init(lines: [String] = []) { self.lines = lines }

    init(glyphs: [Glyph]) {
        lines = LineBuilder.rows(of: glyphs).map { TextPiece($0).text }
    }

    var isEmpty: Bool { lines.isEmpty }
    /// The whole text without spaces or line breaks, for comparisons.
    var plain: String { lines.joined().withoutSpaces }
}
