internal import PageModel

/// Makes the final table of a draft: every place of the grid covered, every cell with its kind.
enum TableAssembly {
    static func table(_ draft: consuming TableJoiner.Draft) -> Table {
        var grid = draft.grid
        // a table of thousands of pages is sorted where it is, not in a copy
        draft.grid.cells = []
        let headers = columnHeaders(grid, draft.headerRows)
        grid.cells.sort { ($0.span.row, $0.span.column) < ($1.span.row, $1.span.column) }
        let cells = grid.cells.map { cell in
            var result = TableCell(
                row: cell.span.row, column: cell.span.column, rowSpan: cell.span.rowSpan,
                columnSpan: cell.span.columnSpan, page: cell.page, box: cell.box,
                lines: cell.content.lines)
            result.kind =
                cell.span.row < draft.headerRows
                ? .header
                : CellKinds.kind(of: cell.content, under: headers[cell.span.column])
            return result
        }
        return Table(
            title: draft.caption.title, code: draft.caption.code, unit: draft.caption.unit,
            organisation: draft.caption.organisation, year: draft.caption.year,
            note: draft.note.text, pages: grid.pages, lattice: grid.kind,
            rowCount: grid.rowCount, columnCount: grid.columnCount,
            headerRowCount: draft.headerRows, cells: cells)
    }

    /// The header texts over each column, top to bottom.
    private static func columnHeaders(_ grid: Grid, _ headerRows: Int) -> [[String]] {
        var headers = [[String]](repeating: [], count: grid.columnCount)
        for cell in grid.cells where cell.span.row < headerRows && !cell.content.isEmpty {
            for column in cell.span.columns { headers[column].append(cell.content.plain) }
        }
        return headers
    }
}
