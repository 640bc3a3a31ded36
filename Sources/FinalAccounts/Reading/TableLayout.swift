internal import TableRecognition

/// What a table's header says of its columns, before it is known which table it is.
struct TableLayout {
    /// Columns of labels followed by columns of figures.
    struct Block {
        var labels: [Int] = []
        var line: Int?
        var figures: [Int] = []
    }

    let table: ReportTable
    /// The cell that begins at a place of the body, as its index; -1 for none.
    private let grid: [Int]
    let bodyRows: Int
    /// The words above each column, outermost first; 0 for unknown ones.
    private(set) var levels: [[Int]]
    /// Columns whose heading is 其中：…: a part of the column before them.
    private(set) var partColumns: Set<Int> = []
    private(set) var blocks: [Block] = []
    /// Body rows that belong to the header.
    private(set) var headerRows: Set<Int> = []

    init(_ table: ReportTable, _ index: CatalogueIndex) {
        self.table = table
        let first = table.header.count
        bodyRows = table.rowCount - first
        var grid = [Int](repeating: -1, count: max(0, bodyRows) * table.columnCount)
        for (number, cell) in table.cells.enumerated() where cell.row >= first {
            grid[(cell.row - first) * table.columnCount + cell.column] = number
        }
        self.grid = grid
        levels = TableLayout.levels(table, index)
        partColumns = Set(
            (0..<table.columnCount).filter { column in
                let texts = table.header.compactMap { column < $0.count ? $0[column] : nil }
                // numbers of columns stand below the words
                let words = texts.filter { !$0.isEmpty && Int($0) == nil }
                return words.last.map { LabelKey.item($0).isPart } ?? false
            })
        takeHeaderRows(index)
        findBlocks(index)
    }

    /// The cell that begins here; rows count from the first body row.
    func cell(_ row: Int, _ column: Int) -> ReportTable.Cell? {
        let number = grid[row * table.columnCount + column]
        return number < 0 ? nil : table.cells[number]
    }

    // MARK: Header

    private static func levels(_ table: ReportTable, _ index: CatalogueIndex) -> [[Int]] {
        var known: [String: Int] = [:]
        return (0..<table.columnCount).map { column in
            var words: [Int] = []
            var keys: [String] = []
            for row in table.header where column < row.count && !row[column].isEmpty {
                let text = row[column]
                let word: Int
                if let seen = known[text] {
                    word = seen
                } else {
                    let key = LabelKey.title(text)
                    word = key.allSatisfy { $0.isASCII && $0.isNumber } ? -1 : index.word(key)
                    known[text] = word
                }
                if word < 0 || index.roles[word] == .rank { continue }
                if text == keys.last { continue }
                words.append(word)
                keys.append(text)
            }
            // a label cut in two rows
            if words.count >= 2, words.contains(CatalogueIndex.unknown) {
                let joined = index.word(LabelKey.title(keys.suffix(2).joined()))
                if joined != CatalogueIndex.unknown { words.append(joined) }
            }
            return words
        }
    }

    /// Takes rows at the top that still name columns: words of the catalogue, no figures.
    private mutating func takeHeaderRows(_ index: CatalogueIndex) {
        let figures = (0..<table.columnCount).filter { column in
            levels[column].contains { $0 != CatalogueIndex.unknown && index.roles[$0] == nil }
        }
        for row in 0..<min(2, bodyRows) {
            let cells = (0..<table.columnCount).compactMap { cell(row, $0) }
            guard !cells.contains(where: { $0.kind == .amount }) else { return }
            let named = figures.filter { column in
                guard let text = cell(row, column)?.text, !text.isEmpty else { return false }
                return index.word(LabelKey.title(text)) != CatalogueIndex.unknown
            }
            guard named.count >= 2 else { return }
            for column in named {
                levels[column].append(index.word(LabelKey.title(cell(row, column)?.text ?? "")))
            }
            headerRows.insert(row)
        }
    }

    // MARK: Blocks

    private enum Use { case label, line, figures, nothing }

    private mutating func findBlocks(_ index: CatalogueIndex) {
        var found: [Block] = []
        var current = Block()
        for column in 0..<table.columnCount {
            switch use(of: column, index) {
            case .label:
                if !current.figures.isEmpty {
                    found.append(current)
                    current = Block()
                }
                current.labels.append(column)
            case .line: current.line = column
            case .figures: current.figures.append(column)
            case .nothing: break
            }
        }
        if !current.figures.isEmpty { found.append(current) }
        blocks = found
    }

    private func use(of column: Int, _ index: CatalogueIndex) -> Use {
        var amounts = 0
        var texts = 0
        for row in 0..<max(0, bodyRows) where !headerRows.contains(row) {
            guard let cell = cell(row, column) else { continue }
            switch cell.kind {
            case .amount: amounts += 1
            case .lineNumber: break
            default: texts += cell.text.isEmpty ? 0 : 1
            }
        }
        let role = levels[column].reversed().lazy.compactMap { index.roles[$0] }.first
        let deepest = levels[column].last ?? CatalogueIndex.unknown
        let isNamed = deepest != CatalogueIndex.unknown && index.roles[deepest] == nil
        switch role {
        case .line: return .line
        case .note: return .nothing
        case _ where amounts > texts: return .figures
        case _ where isNamed: return .figures
        case .code, .name, .item: return .label
        default: return texts > 0 ? .label : (amounts > 0 ? .figures : .nothing)
        }
    }
}
