internal import PageModel

/// A table under construction: the rows of its fragments laid under each other.
struct Grid {
    struct Cell {
        var span: Lattice.Span
        @Small var page: Int
        var box: Rect
        var content: CellContent
    }

    var xs: [Double]
    var rowCount: Int
    var cells: [Cell]
    var pages: [Int]
    var kind: Table.Lattice
    /// Told by the first fragment; nil when it has to be found.
    var headerRows: Int?
    var repeatsHeader: Bool
    /// What there was before another grid was laid under it: the header's cells are among these.
    private var first: (rows: Int, cells: Int)?
    /// Once another grid was laid under it: the cells that reach the last row; nothing joins the others any more.
    private var open: [Int] = []
    /// Of the others: how many in each column hold something.
    private var filled: [Int] = []

    var columnCount: Int { max(0, xs.count - 1) }

    init(_ fragment: Fragment) {
        xs = fragment.lattice.xs
        rowCount = fragment.lattice.rowCount
        pages = [fragment.page]
        kind = fragment.kind
        headerRows = fragment.headerRows
        repeatsHeader = fragment.repeatsHeader
        cells = zip(fragment.lattice.cells, fragment.contents).map { span, content in
            Cell(
                span: span, page: fragment.page, box: fragment.lattice.box(of: span),
                content: content)
        }
    }

    /// Indices of the cells that begin in `row`, from left to right.
    func starting(in row: Int) -> [Int] {
        // a table is asked for its header once a page
        let place = first.map { row < $0.rows ? 0..<$0.cells : $0.cells..<cells.count }
        return (place ?? cells.indices).filter { cells[$0].span.row == row }
    }

    /// Indices of the cells that reach the last row.
    var reachingLastRow: [Int] {
        let last = rowCount - 1
        return (first == nil ? Array(cells.indices) : open).filter {
            cells[$0].span.rows.contains(last)
        }
    }

    /// For each column how many cells hold something that begin in it and between row `top` and the last one.
    func filledCells(from top: Int) -> [Int] {
        var counts = filled
        if counts.isEmpty { counts = [Int](repeating: 0, count: columnCount) }
        func count(_ index: Int, _ step: Int) {
            if !cells[index].content.isEmpty { counts[cells[index].span.column] += step }
        }
        guard let first else {
            for index in cells.indices
            where (top..<(rowCount - 1)).contains(cells[index].span.row) { count(index, 1) }
            return counts
        }
        for index in open where cells[index].span.row < rowCount - 1 { count(index, 1) }
        for index in 0..<first.cells where cells[index].span.row < top { count(index, -1) }
        return counts
    }

    /// The cells' texts that begin in `row`, without spaces; "" where empty.
    func texts(in row: Int) -> [String] {
        starting(in: row).map { cells[$0].content.plain }
    }

    /// Texts of the cells that end within the first `count` rows.
    func texts(inFirst count: Int) -> [String] {
        cells.filter { $0.span.rows.upperBound <= count && !$0.content.isEmpty }
            .map(\.content.plain)
    }

    /// For each row the indices of the cells that begin in it.
    func cellsByRow() -> [[Int]] {
        var rows = [[Int]](repeating: [], count: rowCount)
        for index in cells.indices { rows[cells[index].span.row].append(index) }
        return rows
    }

    func isEmptyRow(_ row: Int) -> Bool {
        cells.allSatisfy { !$0.span.rows.contains(row) || $0.content.isEmpty }
    }

    /// Takes the first `count` rows away; cells that reach below them keep the rest.
    mutating func dropFirst(_ count: Int) {
        cells = cells.compactMap { cell in
            var cell = cell
            let end = cell.span.row + cell.span.rowSpan - count
            guard end > 0 else { return nil }
            cell.span.row = max(0, cell.span.row - count)
            cell.span.rowSpan = end - cell.span.row
            return cell
        }
        rowCount -= count
    }

    /// Lays the rows of `other`, which has the same columns, under this grid's.
    mutating func append(_ other: Grid) {
        if first == nil {
            first = (rowCount, cells.count)
            open = Array(cells.indices)
            filled = [Int](repeating: 0, count: columnCount)
        }
        open += cells.count..<(cells.count + other.cells.count)
        defer { close() }
        cells += other.cells.map { cell in
            var cell = cell
            cell.span.row += rowCount
            return cell
        }
        rowCount += other.rowCount
        if other.kind != kind { kind = .partial }
        for page in other.pages where !pages.contains(page) { pages.append(page) }
    }

    /// Counts the cells that do not reach the last row.
    private mutating func close() {
        var left: [Int] = []
        for index in open {
            let cell = cells[index]
            if cell.span.rows.upperBound >= rowCount {
                left.append(index)
            } else if !cell.content.isEmpty {
                filled[cell.span.column] += 1
            }
        }
        open = left
    }
}
