internal import FinalAccounts

/// Puts the words of a header where the official table has them.
///
/// Converters lose the spans of headers with three levels (“三公”经费): the words are all there, but
/// some stand over other columns, or a level too high. Where the table is known, prints all its
/// columns and every one of their words, their places follow.
struct HeaderRestorer {
    let words: CatalogueWords
    let definition: TableDefinition

    /// Restores the first `count` rows; says whether anything had to be moved.
    func restore(_ grid: inout TranscriptGrid, count: Int) -> Bool {
        guard definition.blocks.count == 1, let block = definition.blocks.first, count > 1 else {
            return false
        }
        let rows = (0..<count).filter { !grid.countsColumns($0) }
        let labels = labelColumns(grid, rows)
        guard grid.columnCount == labels + block.columns.count else { return false }
        let printed = occurrences(grid, rows, from: labels)
        guard let columns = columns(block, printed) else { return false }
        guard let moves = moves(columns, printed, labels) else { return false }
        guard moves.contains(where: { $0.from != $0.to }) else { return false }
        for move in moves { grid[move.from.row, move.from.column].text = "" }
        for move in moves { grid[move.to.row, move.to.column].text = move.text }
        return true
    }

    private struct Place: Hashable {
        var row: Int
        var column: Int
    }

    private struct Occurrence {
        var text: String
        var place: Place
    }

    private struct Move {
        var text: String
        var from: Place
        var to: Place
    }

    /// Columns of labels at the left.
    private func labelColumns(_ grid: TranscriptGrid, _ rows: [Int]) -> Int {
        (0..<grid.columnCount).first { column in
            let texts = rows.map { grid[$0, column].text }.filter { !$0.isEmpty }
            return !texts.isEmpty && !texts.contains(where: words.isLabelHeader)
        } ?? 0
    }

    private func occurrences(_ grid: TranscriptGrid, _ rows: [Int], from first: Int) -> [Occurrence]
    {
        rows.flatMap { row in
            (first..<grid.columnCount).compactMap { column in
                let text = grid[row, column].text
                return text.isEmpty
                    ? nil : Occurrence(text: text, place: Place(row: row, column: column))
            }
        }
    }

    /// For each column the alternative of its words that are all printed.
    private func columns(_ block: BlockDefinition, _ printed: [Occurrence]) -> [[String]]? {
        var result: [[String]] = []
        for column in block.columns {
            let alternatives = column.names.map { $0.split(separator: " ").map(String.init) }
            let fit = alternatives.first { names in
                names.allSatisfy { name in printed.contains { words.isSame($0.text, name) } }
            }
            guard let fit else { return nil }
            result.append(fit)
        }
        return result
    }

    /// Where each printed word belongs; nil where the words are not exactly the table's.
    private func moves(_ columns: [[String]], _ printed: [Occurrence], _ labels: Int) -> [Move]? {
        var moves: [Move] = []
        for name in Set(columns.flatMap { $0 }).sorted() {
            let has = columns.map { $0.contains { words.isSame($0, name) } }
            // the first column of each run that is under the word
            let targets = has.indices.filter { has[$0] && ($0 == 0 || !has[$0 - 1]) }
            let found = printed.filter { words.isSame($0.text, name) }
                .sorted { ($0.place.column, $0.place.row) < ($1.place.column, $1.place.row) }
            guard found.count == targets.count else { return nil }
            // the row of one that stands where it should is right for all
            let right = zip(found, targets).first { $0.place.column == $1 + labels }?.0.place.row
            for (occurrence, target) in zip(found, targets) {
                let row = right ?? occurrence.place.row
                moves.append(
                    Move(
                        text: occurrence.text, from: occurrence.place,
                        to: Place(row: row, column: target + labels)))
            }
        }
        guard moves.count == printed.count, Set(moves.map(\.to)).count == moves.count else {
            return nil
        }
        return moves
    }
}
