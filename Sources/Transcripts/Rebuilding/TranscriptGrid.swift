internal import FinalAccounts
internal import TableRecognition

/// A table's rows as cells of equal number, with what is in doubt about each.
struct TranscriptGrid {
    struct Cell: Hashable {
        /// As the transcript has it here.
        var raw = ""
        /// What belongs here.
        var text = ""
        var doubt: String?

        init(_ text: String = "", doubt: String? = nil) {
            raw = text
            self.text = text
            self.doubt = doubt
        }
    }

    private(set) var rows: [[Cell]]
    let columnCount: Int
    /// What was rebuilt, in sentences.
    var remarks: [String] = []

    init(_ texts: [[String]]) {
        // columns that are blank to the end were never there
        let width = texts.map { row in (row.lastIndex { !$0.isEmpty } ?? -1) + 1 }.max() ?? 0
        columnCount = width
        rows = texts.map { row in
            (0..<width).map { Cell($0 < row.count ? row[$0] : "") }
        }
    }

    init(rows: [[Cell]]) {
        let width = rows.map(\.count).max() ?? 0
        columnCount = width
        self.rows = rows.map { $0 + Array(repeating: Cell(), count: width - $0.count) }
    }

    subscript(row: Int, column: Int) -> Cell {
        get { rows[row][column] }
        set { rows[row][column] = newValue }
    }

    mutating func replace(_ row: Int, with cells: [Cell]) { rows[row] = cells }

    func texts(_ row: Int) -> [String] { rows[row].map(\.text) }

    // MARK: Header

    /// A header of more rows is none.
    private static let mostHeaderRows = 5

    /// How many of the first rows are the header: up to the row that counts the columns, else up
    /// to the first row with a number, or whose words head no columns.
    func headerCount(_ words: CatalogueWords) -> Int {
        let first = min(rows.count, TranscriptGrid.mostHeaderRows + 1)
        if let counting = (0..<first).first(where: countsColumns) { return counting + 1 }
        let body = (0..<first).first { row in
            let texts = texts(row).filter { !$0.isEmpty }
            if texts.contains(where: { NumberShape($0).isNumber }) { return true }
            guard row > 0 else { return false }
            // one word by itself names a row, unless it can only head a column
            if texts.count <= 1 { return !texts.contains(where: words.isLabelHeader) }
            return !texts.contains(where: words.isKnown)
        }
        // a single row is no header
        return body ?? (rows.count > 1 ? first : 0)
    }

    /// 栏次: 1 2 3 …, nothing else.
    func countsColumns(_ row: Int) -> Bool {
        var expected = 1
        for cell in rows[row] where !cell.text.isEmpty {
            if cell.text == "栏次" { continue }
            guard cell.text == String(expected) else { return false }
            expected += 1
        }
        return expected > 2
    }
}

/// Which columns each header cell spans: a transcript gives a span's text once, then blank cells.
struct HeaderSpans {
    struct Span: Hashable {
        var row: Int
        var column: Int
        var rowSpan = 1
        var columnSpan = 1
    }

    /// The span of each place of the header.
    private(set) var owner: [[Int]] = []
    private(set) var spans: [Span] = []

    init(_ grid: TranscriptGrid, count: Int) {
        for row in 0..<count {
            owner.append([])
            let counts = grid.countsColumns(row)
            for column in 0..<grid.columnCount { place(grid, row, column, counts) }
        }
    }

    private mutating func place(
        _ grid: TranscriptGrid, _ row: Int, _ column: Int, _ countsColumns: Bool
    ) {
        let isEmpty = grid[row, column].text.isEmpty
        if isEmpty, let span = spanOver(grid, row, column, countsColumns) {
            spans[span].rowSpan = max(spans[span].rowSpan, row - spans[span].row + 1)
            spans[span].columnSpan = max(spans[span].columnSpan, column - spans[span].column + 1)
            owner[row].append(span)
            return
        }
        owner[row].append(spans.count)
        spans.append(Span(row: row, column: column))
    }

    /// The span that a blank place belongs to: the cell to its left within what the row above
    /// puts together, else the one above.
    private func spanOver(
        _ grid: TranscriptGrid, _ row: Int, _ column: Int, _ countsColumns: Bool
    ) -> Int? {
        if countsColumns {
            // 栏次 stands over the labels, but a column of line numbers has a place of its own
            guard column > 0, grid[row, column - 1].text == "栏次", row > 0,
                grid[row - 1, column].text != "行次"
            else { return nil }
            return owner[row][column - 1]
        }
        let isTogether =
            column > 0 && (row == 0 || owner[row - 1][column] == owner[row - 1][column - 1])
        if isTogether {
            let left = owner[row][column - 1]
            // a cell that comes down from above goes no further to the right
            if spans[left].row == row, !grid[row, spans[left].column].text.isEmpty { return left }
        }
        return row > 0 ? owner[row - 1][column] : nil
    }
}
