internal import PageModel

/// The middles on which columns of centred figures stand.
///
/// Forms have figures that stand over two of their columns (分值 of the funds, over 分值 and 得分 of
/// the indicators): without rulings, only that they are centred between the two tells so.
struct ColumnAxes {
    /// Of columns without an axis nil: columns of words, and such as stand on their right edges.
    private let axes: [Double?]

    init(_ tokens: [(token: Token, column: Int)], columns: Int) {
        var middles = [[Double]](repeating: [], count: columns)
        var rightEnds = middles
        var words = [Int](repeating: 0, count: columns)
        for (token, column) in tokens {
            if token.shape.isNumber {
                middles[column].append(token.box.midX)
                rightEnds[column].append(token.box.x1)
            } else {
                words[column] += 1
            }
        }
        axes = middles.indices.map { column in
            guard middles[column].count > max(3, words[column]) else { return nil }
            let axis = middles[column].sorted()[middles[column].count / 2]
            let right = rightEnds[column].sorted()[rightEnds[column].count / 2]
            let centred = middles[column].count { abs($0 - axis) < 1 }
            let flush = rightEnds[column].count { abs($0 - right) < 1 }
            return centred * 2 > middles[column].count && centred > flush ? axis : nil
        }
    }

    /// `column` and its neighbour, where the box stands in the middle between their axes.
    func pair(under box: Rect, _ column: Int) -> Range<Int>? {
        guard let own = axes[column] else { return nil }
        for neighbour in [column - 1, column + 1] where axes.indices.contains(neighbour) {
            guard let other = axes[neighbour] else { continue }
            let isBetween = abs(box.midX - (own + other) / 2) < 0.1 * abs(own - other)
            if isBetween, box.width < abs(own - other) {
                return min(column, neighbour)..<(max(column, neighbour) + 1)
            }
        }
        return nil
    }
}
