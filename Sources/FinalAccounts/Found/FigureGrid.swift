internal import TableRecognition

/// The figures of a table, or of a part of it that has a header of its own, as whole numbers.
struct FigureGrid: Sendable {
    /// The table's place among the report's.
    let table: Int
    /// The table's rows, headings without figures among them.
    private(set) var rows: [Int] = []
    /// The table's columns that hold figures.
    private(set) var columns: [Int] = []
    /// Row by row, in units of the table's finest last place; 0 where nothing is printed.
    private(set) var values: [Int] = []
    /// One in the last printed place; 0 where nothing is printed.
    private(set) var places: [Int] = []
    /// How many figures of the whole table are not zero.
    let amountCount: Int
    /// How often a figure stands in the table, by its magnitude.
    let occurrences: [Int: Int]
    /// Digits after the point of the table's finest figure.
    let scale: Int
    /// Columns and rows of rates: they add up to nothing.
    private(set) var rateColumns: [Bool] = []
    private(set) var rateRows: [Bool] = []
    /// For every block of columns that has labels of its own: its columns' range and each row's label.
    private(set) var blocks: [(columns: Range<Int>, labels: [LineLabel])] = []
    private(set) var columnLabels: [LineLabel] = []
    /// The header above each column, outermost first.
    private(set) var paths: [[String]] = []

    var isEmpty: Bool { columns.isEmpty || rows.isEmpty }

    func index(_ row: Int, _ column: Int) -> Int { row * columns.count + column }

    func place(_ index: Int) -> CellPlace {
        CellPlace(
            table: table, row: rows[index / columns.count],
            column: columns[index % columns.count])
    }

    /// What does not fit is no amount of any account; sums of many stay within an integer.
    static let greatest = 1 << 52

    init(_ part: TablePart, _ facts: TableFacts) {
        table = facts.table
        amountCount = facts.amountCount
        occurrences = facts.occurrences
        scale = facts.scale
        let known = part.rows.clamped(to: 0..<facts.rowCount)
        var columnsUsed = [Bool](repeating: false, count: facts.columnCount)
        for row in known {
            for column in 0..<facts.columnCount where facts.isFigure(row, column) {
                columnsUsed[column] = true
            }
            rows.append(row)
        }
        let texts = (0..<facts.columnCount).map { column in
            known.count { facts.isWord($0, column) }
        }
        let figures = (0..<facts.columnCount).map { column in
            known.count { facts.isFigure($0, column) }
        }
        columns = (0..<facts.columnCount).filter {
            columnsUsed[$0] && (figures[$0] >= texts[$0] || texts[$0] <= 1)
        }
        guard !columns.isEmpty else { return }
        fill(facts)
        paths = columns.map { part.path($0) }
        findRates(facts)
        findLabels(facts)
    }

    private mutating func fill(_ facts: TableFacts) {
        values = [Int](repeating: 0, count: rows.count * columns.count)
        places = values
        for (row, tableRow) in rows.enumerated() {
            for (column, tableColumn) in columns.enumerated() {
                guard let figure = facts.figure(tableRow, tableColumn) else { continue }
                values[index(row, column)] = figure.value
                places[index(row, column)] = figure.place
            }
        }
    }

    private mutating func findRates(_ facts: TableFacts) {
        rateColumns = columns.indices.map { column in
            if paths[column].contains(where: LineLabel.isRate) { return true }
            let marked = rows.count { facts.isMarkedRate($0, columns[column]) }
            return marked * 2 > rows.count { facts.isFigure($0, columns[column]) }
        }
        let plain = columns.indices.filter { !rateColumns[$0] }.map { columns[$0] }
        rateRows = rows.map { row in
            let figures = plain.filter { facts.isFigure(row, $0) }
            return !figures.isEmpty && figures.allSatisfy { facts.isMarkedRate(row, $0) }
        }
    }

    private mutating func findLabels(_ facts: TableFacts) {
        var start = 0
        while start < columns.count {
            var end = start + 1
            while end < columns.count,
                !hasLabels(between: columns[end - 1], and: columns[end], facts)
            { end += 1 }
            let first = start == 0 ? 0 : columns[start - 1] + 1
            let labelColumns = Array(first..<columns[start])
            let labels = rows.enumerated().map { number, row in
                let texts = labelColumns.map { facts.label(row, $0) }
                let label = texts.allSatisfy(\.isEmpty) ? LineLabel.none : LineLabel(texts)
                // 支出合计 beside a second block of columns is for both
                return label.isEmpty ? blocks.last?.labels[number] ?? label : label
            }
            blocks.append((start..<end, labels))
            start = end
        }
        for (row, label) in (blocks.first?.labels ?? []).enumerated()
        where LineLabel.isRate(label.text) { rateRows[row] = true }
        columnLabels = paths.map { LineLabel([$0.last ?? ""]) }
    }

    /// A column of words parts two columns of figures: those after it are labelled by it.
    private func hasLabels(between one: Int, and other: Int, _ facts: TableFacts) -> Bool {
        guard other > one + 1 else { return false }
        return (one + 1..<other).contains { column in
            rows.count { !facts.label($0, column).isEmpty } * 2 > rows.count
        }
    }
}
