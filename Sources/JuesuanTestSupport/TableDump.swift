public import TableRecognition

extension Table {
    /// The table as text for comparisons: a line a row, cells parted by " | ", a spanning cell's
    /// text in its first place, header rows marked with "#".
    public var dump: String {
        var grid = [[String]](
            repeating: [String](repeating: "", count: columnCount), count: rowCount)
        for cell in cells { grid[cell.row][cell.column] = cell.lines.joined() }
        let head = "\(title ?? "-") pages \(pages.map(String.init).joined(separator: ","))"
        let lines = grid.enumerated().map { index, row in
            (index < headerRowCount ? "# " : "  ") + row.joined(separator: " | ")
        }
        return ([head] + lines).joined(separator: "\n")
    }

    /// The body rows, as ``dump`` gives them.
    public var bodyRows: [[String]] {
        var grid = [[String]](
            repeating: [String](repeating: "", count: columnCount), count: rowCount)
        for cell in cells { grid[cell.row][cell.column] = cell.lines.joined() }
        return Array(grid.dropFirst(headerRowCount))
    }
}
