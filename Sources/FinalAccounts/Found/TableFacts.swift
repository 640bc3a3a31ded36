internal import TableRecognition

/// A table's cells by their place, its figures as whole numbers of its finest last place.
struct TableFacts {
    struct Figure {
        var value: Int
        /// One in the last printed place.
        var place: Int
    }

    let table: Int
    let rowCount: Int
    let columnCount: Int
    let headerCount: Int
    private var cells: [Int]
    private let all: [ReportTable.Cell]
    private var figures: [Figure?]
    private(set) var scale = 0
    private(set) var amountCount = 0
    private(set) var occurrences: [Int: Int] = [:]
    private let header: [[String]]
    /// For every column.
    private var hasFigures: [Bool]

    init(_ table: ReportTable, number: Int) {
        self.table = number
        rowCount = table.rowCount
        columnCount = table.columnCount
        headerCount = table.header.count
        header = table.header
        all = table.cells
        cells = [Int](repeating: -1, count: rowCount * columnCount)
        figures = [Figure?](repeating: nil, count: rowCount * columnCount)
        for (number, cell) in all.enumerated()
        where cell.row < rowCount && cell.column < columnCount {
            cells[cell.row * columnCount + cell.column] = number
        }
        hasFigures = [Bool](repeating: false, count: columnCount)
        readFigures()
    }

    private mutating func readFigures() {
        var amounts: [(at: Int, amount: ExactAmount)] = []
        for at in cells.indices where cells[at] >= 0 {
            let cell = all[cells[at]]
            guard cell.kind == .amount, let text = cell.amount, let amount = ExactAmount(text)
            else {
                continue
            }
            amounts.append((at, amount))
            if amount.units != 0 { scale = max(scale, amount.scale) }
        }
        for (at, _) in amounts { hasFigures[at % columnCount] = true }
        let usual = usualScales(amounts)
        for (at, amount) in amounts {
            let shortest = amount.units == 0 ? ExactAmount(units: 0, scale: 0) : amount
            guard let value = shortest.rescaled(to: scale), abs(value) < FigureGrid.greatest else {
                continue
            }
            var place = 1
            for _ in max(amount.scale, usual[at % columnCount])..<max(scale, amount.scale) {
                place *= 10
            }
            figures[at] = Figure(value: value, place: place)
            guard value != 0 else { continue }
            amountCount += 1
            occurrences[abs(value), default: 0] += 1
        }
    }

    /// The commonest number of digits after the point in each column: 12.5 among figures of two is 12.50.
    private func usualScales(_ amounts: [(at: Int, amount: ExactAmount)]) -> [Int] {
        var counts = [[Int: Int]](repeating: [:], count: columnCount)
        for (at, amount) in amounts where amount.units != 0 {
            counts[at % columnCount][amount.scale, default: 0] += 1
        }
        return counts.map { counts in
            counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
        }
    }

    /// Printed for nothing.
    private static func isDash(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { "-－—–".unicodeScalars.contains($0) }
    }

    private func cell(_ row: Int, _ column: Int) -> ReportTable.Cell? {
        let number = cells[row * columnCount + column]
        return number >= 0 ? all[number] : nil
    }

    func figure(_ row: Int, _ column: Int) -> Figure? { figures[row * columnCount + column] }

    func isFigure(_ row: Int, _ column: Int) -> Bool { figure(row, column) != nil }

    func text(_ row: Int, _ column: Int) -> String { cell(row, column)?.text ?? "" }

    func isWord(_ row: Int, _ column: Int) -> Bool {
        guard let cell = cell(row, column), !isFigure(row, column) else { return false }
        return !cell.text.isEmpty && !TableFacts.isDash(cell.text)
    }

    /// What labels a row here: neither a figure nor a line's number.
    func label(_ row: Int, _ column: Int) -> String {
        guard let cell = cell(row, column), cell.kind != .lineNumber, isWord(row, column) else {
            return ""
        }
        return cell.text
    }

    func isMarkedRate(_ row: Int, _ column: Int) -> Bool {
        isFigure(row, column) && text(row, column).utf8.last.map { $0 == UInt8(ascii: "%") } == true
            || isFigure(row, column) && text(row, column).hasSuffix("％")
    }

    // MARK: Parts

    /// The table cut where a row of words stands above figures like a header.
    func parts() -> [TablePart] {
        var parts: [TablePart] = []
        var start = headerCount
        var heads = header
        var row = headerCount
        while row < rowCount {
            guard isHeader(row) else {
                row += 1
                continue
            }
            if row > start { parts.append(TablePart(rows: start..<row, header: heads)) }
            heads = []
            while row < rowCount, isHeader(row) {
                heads.append((0..<columnCount).map { text(row, $0) })
                row += 1
            }
            start = row
        }
        if start < rowCount { parts.append(TablePart(rows: start..<rowCount, header: heads)) }
        return parts
    }

    /// Words above figures, two at least where there are so many columns of them, and no figure.
    private func isHeader(_ row: Int) -> Bool {
        var words = 0
        var heads = 0
        for column in 0..<columnCount {
            if isFigure(row, column) { return false }
            guard isWord(row, column), let cell = cell(row, column) else { continue }
            if cell.kind == .code || cell.kind == .lineNumber { continue }
            words += 1
            if hasFigures[column] { heads += 1 }
        }
        return heads >= min(2, hasFigures.count { $0 }) || heads > 0 && words > 2
    }
}

/// Rows of a table below one header.
struct TablePart {
    let rows: Range<Int>
    let header: [[String]]

    /// The header's words above a column, outermost first, each once.
    func path(_ column: Int) -> [String] {
        var path: [String] = []
        for row in header where column < row.count {
            let key = row[column].filter { !$0.isWhitespace }
            if !key.isEmpty, key != path.last, Int(key) == nil { path.append(key) }
        }
        return path
    }
}
