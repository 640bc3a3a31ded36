internal import PageModel

/// A table of which only the header is ruled, in a frame that goes around the body too.
struct FramedBody {
    private let lattice: Lattice
    private let cells: [[Glyph]]

    /// The frame holds at least so many lines with several pieces.
    static let leastLines = 3

    /// Nil when the lattice is ruled all through.
    init?(_ lattice: Lattice, _ cells: [[Glyph]]) {
        guard let last = lattice.cells.last, lattice.columnCount > 2, last.column == 0,
            last.columnSpan == lattice.columnCount, last.rowSpan == 1, last.row > 0,
            last.row == lattice.rowCount - 1, let glyphs = cells.last
        else { return nil }
        let lines = LineBuilder.lines(of: glyphs)
        guard lines.count(where: { $0.pieces.count > 1 }) >= FramedBody.leastLines else {
            return nil
        }
        self.lattice = lattice
        self.cells = cells
    }

    /// The body's glyphs, in which no ruling shows rows or columns.
    var glyphs: [Glyph] { cells.last ?? [] }

    /// The ruled header.
    func header(page: Int) -> Fragment {
        let rows = Lattice(
            xs: lattice.xs, ys: Array(lattice.ys.dropLast()), cells: Array(lattice.cells.dropLast())
        )
        return Fragment(
            page: page, lattice: rows, kind: .ruled,
            contents: cells.dropLast().map(CellContent.init(glyphs:)))
    }
}
