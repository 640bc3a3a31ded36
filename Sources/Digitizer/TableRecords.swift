internal import Dataset
internal import FinalAccounts
internal import TableRecognition
internal import TextRepair

extension TableRecord {
    /// The table with its words repaired and its numbers read.
    ///
    /// Numbers on `doubtfulPages` are suspect: their text is not what the page shows.
    init(_ table: Table, index: Int, doubtfulPages: Set<Int>) {
        let cells = table.cells.map { CellRecord($0, isDoubtful: doubtfulPages.contains($0.page)) }
        var grid = [[String]](
            repeating: [String](repeating: "", count: table.columnCount), count: table.rowCount)
        for cell in cells {
            grid[cell.row][cell.column] = cell.text
            // a spanning header cell's text stands in every place that it covers
            guard cell.row < table.headerRowCount else { continue }
            for row in cell.row..<min(cell.row + cell.rowSpan, table.headerRowCount) {
                for column in cell.column..<(cell.column + cell.columnSpan) {
                    grid[row][column] = cell.text
                }
            }
        }
        self.init(
            id: TableRecord.identifier(index), title: table.title, code: table.code,
            unit: table.unit, organisation: table.organisation, year: table.year,
            pages: table.pages, lattice: table.lattice,
            header: Array(grid.prefix(table.headerRowCount)),
            rows: Array(grid.dropFirst(table.headerRowCount)), cells: cells, note: table.note)
    }

    /// t01, t02, … t100.
    static func identifier(_ index: Int) -> String {
        index < 9 ? "t0\(index + 1)" : "t\(index + 1)"
    }
}

extension CellRecord {
    init(_ cell: TableCell, isDoubtful: Bool) {
        let repaired = CellText.repaired(cell)
        let text = repaired.text
        let amount = cell.kind == .amount ? Amount.decimal(text) : nil
        self.init(
            row: cell.row, column: cell.column, rowSpan: cell.rowSpan,
            columnSpan: cell.columnSpan, page: cell.page, box: cell.box, kind: cell.kind,
            raw: cell.raw, text: text, amount: amount,
            status: cell.kind == .amount
                ? (amount == nil || isDoubtful ? .suspect : .plausible) : nil)
        edits = repaired.edits
    }
}
