/// Rows or columns: what is done to the one is done to the other alike.
enum TableAxis {
    case rows, columns

    /// Where a cell begins, and how far it goes.
    func range(of cell: CellRecord) -> Range<Int> {
        switch self {
        case .rows: cell.row..<(cell.row + cell.rowSpan)
        case .columns: cell.column..<(cell.column + cell.columnSpan)
        }
    }

    func set(_ range: Range<Int>, of cell: inout CellRecord) {
        switch self {
        case .rows: (cell.row, cell.rowSpan) = (range.lowerBound, range.count)
        case .columns: (cell.column, cell.columnSpan) = (range.lowerBound, range.count)
        }
    }

    var other: TableAxis { self == .rows ? .columns : .rows }

    func count(of table: TableRecord) -> Int {
        switch self {
        case .rows: table.header.count + table.rows.count
        case .columns: TableCSV.columnCount(of: table)
        }
    }

    /// Texts of a row or column, by which it is known again; "" beyond the end.
    func text(at index: Int, of table: TableRecord) -> String {
        guard (0..<count(of: table)).contains(index) else { return "" }
        let grid = table.header + table.rows
        switch self {
        case .rows: return grid[index].joined(separator: "\t")
        case .columns:
            return grid.map { index < $0.count ? $0[index] : "" }.joined(separator: "\t")
        }
    }
}
