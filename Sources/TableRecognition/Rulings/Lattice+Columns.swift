extension Lattice {
    /// Boundaries further apart than this (points) are two.
    static let crooked = 30.0

    /// The lattice with the edges merged that are one boundary drawn crooked: a narrow column that
    /// no cell fills by itself in any row is none.
    ///
    /// To be asked after the glyphs have their cells; the cells keep their order.
    func straightened() -> Lattice {
        var result = self
        var column = 1
        while column < result.columnCount - 1 {
            let width = result.xs[column + 1] - result.xs[column]
            let isFilled = result.cells.contains { $0.columnSpan == 1 && $0.column == column }
            if isFilled || width > Lattice.crooked {
                column += 1
            } else {
                result.mergeColumn(column)
            }
        }
        return result
    }

    /// Takes out a column at the lattice's side.
    mutating func removeColumn(_ column: Int) {
        dropColumn(column, edge: column == 0 ? 0 : column + 1)
    }

    /// Makes one edge of an inner column's two: the one at which fewer cells begin goes.
    mutating func mergeColumn(_ column: Int) {
        let left = cells.count { $0.column == column }
        let right = cells.count { $0.column == column + 1 }
        dropColumn(column, edge: left >= right ? column + 1 : column)
    }

    private mutating func dropColumn(_ column: Int, edge: Int) {
        xs.remove(at: edge)
        cells = cells.compactMap { span in
            var span = span
            if span.columns.contains(column) {
                span.columnSpan -= 1
                if span.columnSpan == 0 { return nil }
            } else if span.column > column {
                span.column -= 1
            }
            return span
        }
    }

    /// Takes out the first or the last row.
    mutating func removeRow(_ row: Int) {
        ys.remove(at: row == 0 ? 0 : row + 1)
        cells = cells.compactMap { span in
            var span = span
            if span.rows.contains(row) {
                span.rowSpan -= 1
                if span.rowSpan == 0 { return nil }
            } else if span.row > row {
                span.row -= 1
            }
            return span
        }
    }
}
