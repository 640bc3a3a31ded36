internal import PageModel

/// The columns of a form: edges in the strips where borders must lie, placed by what is centred
/// between them.
struct FormColumns {
    private(set) var edges: [Double]
    private let bounds: [ClosedRange<Double>]
    private var solver: EdgeSolver
    private let tokens: [Token]
    private let em: Double

    init(_ tokens: [Token], zones: BorderZones, rules: [Ruling], em: Double) {
        let left = tokens.map(\.box.x0).min() ?? 0
        let right = tokens.map(\.box.x1).max() ?? 0
        let margin = FormFragment.margin * em
        var bounds = [(left - margin)...left]
        bounds += zones.zones.map { $0.x0...$0.x1 }
        bounds.append(right...(right + margin))
        let ends = rules.flatMap { [$0.start, $0.end] }
        self.bounds = bounds.map { bound in
            let inside = ends.filter { $0 > bound.lowerBound - 1 && $0 < bound.upperBound + 1 }
            guard !inside.isEmpty else { return bound }
            let end = inside.sorted()[inside.count / 2]
            return end...end
        }
        solver = EdgeSolver(bounds: self.bounds)
        edges = solver.edges
        self.tokens = tokens
        self.em = em
    }

    var count: Int { edges.count - 1 }

    /// The columns that a text reaches into by more than a hair.
    func reach(of box: Rect) -> Range<Int> {
        let hair = min(0.3 * em, box.width / 2)
        let first = column(of: box.x0 + hair)
        return first..<(max(first, column(of: box.x1 - hair)) + 1)
    }

    private func column(of x: Double) -> Int {
        edges.interval(holding: x) ?? (x < edges[0] ? 0 : count - 1)
    }

    /// Where a column's texts have their middles on one line, that is the middle of the column.
    mutating func alignTokens() {
        var boxes = [[Rect]](repeating: [], count: count)
        for token in tokens {
            let range = reach(of: token.box)
            if range.count == 1 { boxes[range.lowerBound].append(token.box) }
        }
        for column in 0..<count where boxes[column].count > 1 {
            let middles = boxes[column].map(\.midX).sorted()
            let middle = middles[middles.count / 2]
            let lefts = boxes[column].map(\.x0).sorted()
            let rights = boxes[column].map(\.x1).sorted()
            let centred = middles.count { abs($0 - middle) < 0.7 }
            let atLeft = lefts.count { abs($0 - lefts[lefts.count / 2]) < 0.7 }
            let atRight = rights.count { abs($0 - rights[rights.count / 2]) < 0.7 }
            guard centred * 2 > middles.count, centred > atLeft, centred >= atRight else {
                continue
            }
            solver.add(middle: middle, from: column, to: column + 1)
        }
        solver.solve()
        edges = solver.edges
    }

    /// Texts that are centred on several columns.
    mutating func align(_ spans: [(middle: Double, columns: Range<Int>)]) {
        for span in spans {
            solver.add(
                middle: span.middle, from: span.columns.lowerBound, to: span.columns.upperBound)
        }
        solver.solve()
        edges = solver.edges
    }
}
