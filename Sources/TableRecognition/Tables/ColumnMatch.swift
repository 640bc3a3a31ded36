internal import PageModel

/// Fits the columns of a table's next fragment to the columns it began with.
enum ColumnMatch {
    /// Edges may drift by this share of the narrower neighbouring column.
    static let drift = 0.45
    /// … but not by more than this (points).
    static let farthest = 14.0

    /// For each edge of `next` the index of the edge of `table` that it continues; nil when the two
    /// cannot be one table's columns.
    ///
    /// Fewer edges are allowed (merged columns), more are not.
    static func edges(of next: [Double], in table: [Double]) -> [Int]? {
        guard next.count >= 2, table.count >= next.count else { return nil }
        if next.count == table.count, let offset = commonShift(next, table) {
            return offset <= farthest * 3 ? Array(next.indices) : nil
        }
        var result: [Int] = []
        for edge in next {
            guard
                let nearest = table.indices.min(by: {
                    abs(table[$0] - edge) < abs(table[$1] - edge)
                }),
                abs(table[nearest] - edge) <= tolerance(at: nearest, in: table),
                result.last.map({ $0 < nearest }) ?? true
            else { return nil }
            result.append(nearest)
        }
        guard result.first == 0, result.last == table.count - 1 else { return nil }
        return result
    }

    /// Columns of the same number: how far the widths differ at the worst.
    private static func commonShift(_ next: [Double], _ table: [Double]) -> Double? {
        let shift = next[0] - table[0]
        var worst = abs(shift)
        for (a, b) in zip(next, table) {
            let difference = abs(a - b - shift)
            if difference > farthest { return nil }
            worst = max(worst, difference)
        }
        return worst
    }

    private static func tolerance(at index: Int, in edges: [Double]) -> Double {
        let left = index > 0 ? edges[index] - edges[index - 1] : .infinity
        let right = index + 1 < edges.count ? edges[index + 1] - edges[index] : .infinity
        return min(farthest, drift * min(left, right))
    }
}

extension Grid {
    /// The grid with its edges moved onto `edges` of a table with `columnCount` columns.
    func mapped(to edges: [Int], xs: [Double]) -> Grid {
        var result = self
        result.xs = xs
        result.cells = cells.map { cell in
            var cell = cell
            let start = edges[cell.span.column]
            cell.span.columnSpan = edges[cell.span.column + cell.span.columnSpan] - start
            cell.span.column = start
            return cell
        }
        return result
    }
}
