internal import PageModel

/// Chooses the rows that each label of a leading column covers: labels stand in the middle of them.
struct RowSpans {
    /// Edges of the rows, from top to bottom.
    let edges: [Double]
    let em: Double

    /// Off the middle by so much (ems) costs as much as one thing else.
    static let off = 0.5
    /// An empty cell beside rows that have text.
    static let emptyCell = 0.4
    /// No more than this (ems) off the middle.
    static let farthest = 1.6

    /// To end where a ruling beside does not reach.
    static let bridge = 3.0

    /// A label, and the row that it belongs to if it belongs to a single one.
    struct Label {
        var middle: Double
        var row: Int?
    }

    /// For each label its rows.
    ///
    /// `open` tells the rows that labels may cover, `walls` the edges that
    /// they do not cross. Labels rise from top to bottom; those without a place get none.
    ///
    /// At `bridges` a ruling parts other columns and not this one.
    func choose(
        _ labels: [Label], open: [Bool], walls: Set<Int>, bridges: Set<Int> = []
    ) -> [Range<Int>?] {
        let rows = edges.count - 1
        var best = [[Double]](
            repeating: Array(repeating: .infinity, count: rows + 1), count: labels.count + 1)
        var step = [[Step]](
            repeating: Array(repeating: .none, count: rows + 1), count: labels.count + 1)
        best[0][0] = 0
        for row in 0...rows {
            let end = bridges.contains(row) ? RowSpans.bridge : 0
            for label in 0...labels.count {
                if row > 0 {
                    let cost = best[label][row - 1] + (open[row - 1] ? RowSpans.emptyCell : 0) + end
                    if cost < best[label][row] {
                        best[label][row] = cost
                        step[label][row] = .empty
                    }
                }
                guard label > 0 else { continue }
                let skipped = best[label - 1][row] + RowSpans.unplaced
                if skipped < best[label][row] {
                    best[label][row] = skipped
                    step[label][row] = .skip
                }
                for first in stride(from: row - 1, through: 0, by: -1) {
                    if row - first > 1, !open[first] || walls.contains(first + 1) { break }
                    if row - first > 1, !open[row - 1] { break }
                    guard let own = cost(labels[label - 1], first..<row) else { continue }
                    let cost = best[label - 1][first] + own + end
                    if cost < best[label][row] {
                        best[label][row] = cost
                        step[label][row] = .from(first)
                    }
                }
            }
        }
        return traced(step, labels.count)
    }

    private enum Step { case none, empty, skip, from(Int) }
    private static let unplaced = 20.0

    private func cost(_ label: Label, _ rows: Range<Int>) -> Double? {
        if let row = label.row, !rows.contains(row) { return nil }
        if rows.count == 1, label.row == rows.lowerBound { return 0 }
        let off =
            abs(label.middle - (edges[rows.lowerBound] + edges[rows.upperBound]) / 2) / em
        if off > RowSpans.farthest { return nil }
        return (off / RowSpans.off) * (off / RowSpans.off)
    }

    private func traced(_ step: [[Step]], _ count: Int) -> [Range<Int>?] {
        var result = [Range<Int>?](repeating: nil, count: count)
        var (label, row) = (count, edges.count - 1)
        while label > 0 || row > 0 {
            switch step[label][row] {
            case .none: return result
            case .empty: row -= 1
            case .skip: label -= 1
            case .from(let first):
                result[label - 1] = first..<row
                label -= 1
                row = first
            }
        }
        return result
    }
}
