public import PageModel

/// The grid that rulings (or alignment) lay over a part of a page.
public struct Lattice: Sendable, Hashable {
    /// Edges of the columns from left to right, one more than there are columns; points.
    public var xs: [Double]
    /// Edges of the rows from top to bottom.
    public var ys: [Double]
    /// Cells in reading order; together they cover the grid, none covers another.
    public var cells: [Span]

    /// No page has a grid of more places: of A3 each would be a millimetre wide and high.
    static let mostPlaces = 100_000

    /// A cell's place in the grid.
    public struct Span: Sendable, Hashable {
        @Small public var row: Int
        @Small public var column: Int
        @Small public var rowSpan: Int
        @Small public var columnSpan: Int

        public init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1) {
            self.row = row
            self.column = column
            self.rowSpan = rowSpan
            self.columnSpan = columnSpan
        }

        var rows: Range<Int> { row..<(row + rowSpan) }
        var columns: Range<Int> { column..<(column + columnSpan) }
    }

    public var rowCount: Int { max(0, ys.count - 1) }
    public var columnCount: Int { max(0, xs.count - 1) }

    public var box: Rect {
        Rect(x0: xs.first ?? 0, y0: ys.first ?? 0, x1: xs.last ?? 0, y1: ys.last ?? 0)
    }

    public func box(of span: Span) -> Rect {
        Rect(
            x0: xs[span.column], y0: ys[span.row], x1: xs[span.column + span.columnSpan],
            y1: ys[span.row + span.rowSpan])
    }
}
