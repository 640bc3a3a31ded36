internal import PageModel

/// Where columns meet, as far as no ruling shows it.
struct ColumnEdges {
    /// From left to right, one more than there are columns; points.
    var xs: [Double]
    /// How far from each the true edge may lie.
    var doubt: [Double]
}

/// Finds columns from what stands under each other.
///
/// Pieces that overlap in x belong to one column, unless they overlap two columns that both have
/// something on one line: then they span them.
struct ColumnFinder {
    struct Strip {
        var x0: Double
        var x1: Double
        var lines: Set<Int>
        var tokens: [Token]
    }

    private(set) var strips: [Strip] = []

    /// Words that are centred on several columns in row after row and show none of them.
    static let totals: Set<String> = ["合计", "总计"]

    init(_ tokens: [Token]) {
        let telling = tokens.filter { !ColumnFinder.totals.contains($0.text) }
        for token in telling.sorted(by: { $0.box.width < $1.box.width }) { add(token) }
        strips.sort { $0.x0 < $1.x0 }
    }

    private mutating func add(_ token: Token) {
        let touched = strips.indices.filter { ColumnFinder.overlap(strips[$0], token.box) }
        let shared = touched.contains { a in
            touched.contains { b in a < b && !strips[a].lines.isDisjoint(with: strips[b].lines) }
        }
        if shared { return }
        var strip = Strip(x0: token.box.x0, x1: token.box.x1, lines: [token.line], tokens: [token])
        for index in touched.reversed() {
            let other = strips.remove(at: index)
            strip.x0 = min(strip.x0, other.x0)
            strip.x1 = max(strip.x1, other.x1)
            strip.lines.formUnion(other.lines)
            strip.tokens += other.tokens
        }
        strips.append(strip)
    }

    static func overlap(_ strip: Strip, _ box: Rect) -> Bool {
        let common = min(strip.x1, box.x1) - max(strip.x0, box.x0)
        return common > max(0.8, 0.1 * min(strip.x1 - strip.x0, box.width))
    }

    /// Adds the columns that only the header shows: `labels` are its lowest words.
    ///
    /// A label beside a column that has none is that column's; else it heads an empty column.
    /// Numbers label only columns of numbers. `headed`: every column so far has its label.
    mutating func addLabels(_ labels: [Token], headed: Bool = false) {
        let counts = labels.allSatisfy { $0.shape.isNumber }
        var heads = strips.map { strip in
            headed || strip.tokens.isEmpty || counts && !strip.tokens.contains { $0.shape.isNumber }
                || labels.contains { ColumnFinder.overlap(strip, $0.box) }
        }
        var open = labels.filter { label in
            !strips.contains { ColumnFinder.overlap($0, label.box) }
        }.sorted { $0.box.x0 < $1.box.x0 }
        while let (index, target, _) = nearest(open, heads) {
            let label = open.remove(at: index)
            heads[target] = true
            strips[target].x0 = min(strips[target].x0, label.box.x0)
            strips[target].x1 = max(strips[target].x1, label.box.x1)
        }
        for label in open {
            let place = strips.firstIndex { $0.x0 >= label.box.midX } ?? strips.count
            strips.insert(
                Strip(x0: label.box.x0, x1: label.box.x1, lines: [], tokens: []), at: place)
        }
    }

    /// The label that stands nearest to a column beside it that has none.
    private func nearest(
        _ labels: [Token], _ heads: [Bool]
    ) -> (label: Int, column: Int, gap: Double)? {
        var best: (label: Int, column: Int, gap: Double)?
        for (index, label) in labels.enumerated() {
            let right = strips.firstIndex { $0.x0 >= label.box.midX } ?? strips.count
            var sides: [(Int, Double)] = []
            if right < strips.count { sides.append((right, strips[right].x0 - label.box.x1)) }
            if right > 0 { sides.append((right - 1, label.box.x0 - strips[right - 1].x1)) }
            for (column, gap) in sides where !heads[column] && gap < best?.gap ?? .infinity {
                best = (index, column, gap)
            }
        }
        return best
    }

    /// Widens each column by the header words that stand over it alone, the lowest first:
    /// right-aligned amounts show only a part of their column.
    mutating func widen(by labels: [Token], em: Double) {
        for label in labels.sorted(by: { $0.box.midY > $1.box.midY }) {
            let touched = strips.indices.filter { ColumnFinder.overlap(strips[$0], label.box) }
            guard touched.count == 1, let index = touched.first else { continue }
            let left = index > 0 ? strips[index - 1].x1 : -.infinity
            let right = index + 1 < strips.count ? strips[index + 1].x0 : .infinity
            guard label.box.x0 > left + 0.5 * em, label.box.x1 < right - 0.5 * em else { continue }
            strips[index].x0 = min(strips[index].x0, label.box.x0)
            strips[index].x1 = max(strips[index].x1, label.box.x1)
        }
    }

    /// Edges between the columns: the middle of the gaps, the region's ends outside; each with
    /// how far off (points) the true edge may lie.
    ///
    /// `labels` are header words: each that stands over one column alone is centred on it.
    func edges(
        from left: Double, to right: Double, labels: [Token] = [], em: Double = 10
    ) -> ColumnEdges {
        var edges = ColumnEdges(xs: [min(left, strips.first?.x0 ?? left) - 1], doubt: [0])
        for (a, b) in zip(strips, strips.dropFirst()) {
            edges.xs.append(max((a.x1 + b.x0) / 2, (edges.xs.last ?? 0) + 0.5))
            edges.doubt.append(max(0, b.x0 - a.x1) / 2)
        }
        edges.xs.append(max(right, strips.last?.x1 ?? right) + 1)
        edges.doubt.append(0)
        edges.xs = centred(edges.xs, labels, em)
        return edges
    }

    /// The edges moved inside their gaps so that labels stand in the middle of their columns.
    private func centred(_ xs: [Double], _ labels: [Token], _ em: Double) -> [Double] {
        guard strips.count > 1, strips.count < EdgeSolver.mostEdges, let first = strips.first,
            let last = strips.last
        else { return xs }
        var bounds = [(min(xs[0], first.x0) - em)...min(xs[0], first.x0)]
        for (index, (a, b)) in zip(strips, strips.dropFirst()).enumerated() {
            let edge = xs[index + 1]
            bounds.append(a.x1 < b.x0 ? a.x1...b.x0 : edge...edge)
        }
        let end = max(xs[xs.count - 1], last.x1)
        bounds.append(end...(end + em))
        var solver = EdgeSolver(bounds: bounds)
        for label in labels {
            let over = strips.indices.filter {
                strips[$0].x0 < label.box.x1 && strips[$0].x1 > label.box.x0
            }
            guard over.count == 1, let column = over.first else { continue }
            solver.add(middle: label.box.midX, from: column, to: column + 1)
        }
        solver.solve()
        return zip(solver.edges, solver.edges.dropFirst()).allSatisfy { $1 - $0 > 0.5 }
            ? solver.edges : xs
    }
}
