internal import PageModel

/// Chooses the columns that each text of a row covers, all of a row at once.
///
/// A text covers the columns that it is centred on, or at whose left or right edge it stands;
/// what is left over is empty cells.
struct ColumnSpans {
    let edges: [Double]
    let em: Double

    /// Off its place by so much (ems) costs as much as one thing else.
    static let off = 0.6
    /// Text may stand at its cell's edge within this distance (ems).
    static let padding = 0.8
    /// Over an edge by this much (ems) costs one.
    static let overlap = 0.3
    static let emptyCell = 0.15
    static let furtherColumn = 0.1
    static let besideEdge = 0.3
    /// What speaks for a single column that the text stands in the middle of, and how exactly.
    static let single = 0.08
    static let exact = 0.03
    /// Beyond an empty cell's cost: what stands at one edge does not tell where the other is.
    static let furtherBeside = 0.06

    /// For each text the columns it covers, of `columns` that are free; texts rise from left to right.
    func choose(_ texts: [Rect], in columns: Range<Int>) -> [Range<Int>] {
        let count = columns.count
        // best[t][c]: the first t texts lie in the first c columns
        var best = [[Double]](
            repeating: Array(repeating: .infinity, count: count + 1), count: texts.count + 1)
        var start = [[Int?]](
            repeating: Array(repeating: nil, count: count + 1), count: texts.count + 1)
        best[0][0] = 0
        for column in 0...count {
            for text in 0...texts.count {
                if column > 0, best[text][column - 1] + ColumnSpans.emptyCell < best[text][column] {
                    best[text][column] = best[text][column - 1] + ColumnSpans.emptyCell
                    start[text][column] = nil
                }
                guard text > 0 else { continue }
                for first in 0..<column where best[text - 1][first] < .infinity {
                    let range = (columns.lowerBound + first)..<(columns.lowerBound + column)
                    let cost = best[text - 1][first] + cost(texts[text - 1], range)
                    if cost < best[text][column] {
                        best[text][column] = cost
                        start[text][column] = first
                    }
                }
            }
        }
        var result: [Range<Int>] = []
        var (text, column) = (texts.count, count)
        while text > 0, column > 0 {
            if let first = start[text][column] {
                result.append((columns.lowerBound + first)..<(columns.lowerBound + column))
                text -= 1
                column = first
            } else {
                column -= 1
            }
        }
        return result.count == texts.count ? result.reversed() : []
    }

    func cost(_ text: Rect, _ columns: Range<Int>) -> Double {
        let (left, right) = (edges[columns.lowerBound], edges[columns.upperBound])
        let over = max(0, left - text.x0) + max(0, text.x1 - right)
        let outside = square(over / (ColumnSpans.overlap * em))
        let centre = square((text.midX - (left + right) / 2) / (ColumnSpans.off * em))
        let further = ColumnSpans.furtherBeside * Double(columns.count - 1)
        let atLeft = beside(text.x0 - left) + further
        let atRight = beside(right - text.x1) + further
        // in the middle of one column, a text is that column's
        let own = columns.count == 1 && centre < ColumnSpans.exact ? ColumnSpans.single : 0
        return outside - own + min(centre, atLeft, atRight)
            + ColumnSpans.furtherColumn * Double(columns.count - 1)
    }

    private func beside(_ distance: Double) -> Double {
        let off = max(0, distance - ColumnSpans.padding * em) / (ColumnSpans.off * em)
        return ColumnSpans.besideEdge + square(off)
    }

    private func square(_ value: Double) -> Double { value * value }
}
