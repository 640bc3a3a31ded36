internal import PageModel

/// Groups the body lines of a table without rulings into rows.
///
/// A wrapped name goes on where a line fills its column; lines that hold numbers are anchors and
/// never share a row. Names centred on their number stand half above and half below it.
struct RowFinder {
    /// Tokens of each line with the column each one stands in.
    let lines: [[(token: Token, column: Int)]]
    /// Right ends of the text in each column, points.
    let rightEnds: [Double]
    /// The width of the longest line in each column, points.
    let widths: [Double]
    /// Columns that mostly hold numbers.
    let numeric: Set<Int>
    let em: Double
    /// Horizontal rulings: they part rows in the columns that they cross.
    let rules: [Ruling]

    /// A line that ends this near (ems) to its column's right end is full.
    static let full = 1.3
    /// Lines of one cell are at most this far apart (ems).
    static let leading = 0.9

    private let boxes: [Rect]

    init(
        lines: [[(token: Token, column: Int)]], rightEnds: [Double], widths: [Double],
        numeric: Set<Int>, em: Double, rules: [Ruling] = []
    ) {
        self.rules = rules
        self.lines = lines
        self.rightEnds = rightEnds
        self.widths = widths
        self.numeric = numeric
        self.em = em
        boxes = lines.map { line in
            line.map(\.token.box).boundingBox() ?? Rect(x0: 0, y0: 0, x1: 0, y1: 0)
        }
    }

    /// For each row the indices of its lines.
    func rows() -> [[Int]] {
        var sets = DisjointSets(count: lines.count)
        for (upper, lower) in links() {
            for line in upper...lower { sets.union(upper, line) }
        }
        for (line, next) in zip(lines.indices, lines.indices.dropFirst())
        where boxes[next].y0 < boxes[line].midY + 0.1 * em && isAnchor(line) != isAnchor(next)
            && !isParted(boxes[line], boxes[next])
        {
            sets.union(line, next)
        }
        var groups: [Int: [Int]] = [:]
        for line in lines.indices { groups[sets.root(line), default: []].append(line) }
        let centred =
            lines.indices.contains(where: beginsAboveItsNumber)
            || groups.values.contains { group in
                group.firstIndex(where: isAnchor).map { $0 > 0 } ?? false
            }
        return groups.values.flatMap { parted($0, centred: centred) }.sorted {
            ($0.first ?? 0) < ($1.first ?? 0)
        }
    }

    /// Pairs of lines whose words run on from the one to the other.
    private func links() -> [(Int, Int)] {
        var links: [(Int, Int)] = []
        var last: [Int: (line: Int, token: Token)] = [:]
        for (index, line) in lines.enumerated() {
            for (token, column) in line where !numeric.contains(column) {
                if let above = last[column], runsOn(above.token, token, column) {
                    links.append((above.line, index))
                }
                last[column] = (index, token)
            }
        }
        return links
    }

    /// Whether `lower` goes on with `upper`: what it begins with did not fit on the line above.
    private func runsOn(_ upper: Token, _ lower: Token, _ column: Int) -> Bool {
        guard lower.box.y0 - upper.box.y1 < RowFinder.leading * em else { return false }
        if RowFinder.opensRow(lower.text) { return false }
        if isParted(upper.box, lower.box) { return false }
        let slack = min(rightEnds[column] - upper.box.x1, widths[column] - upper.box.width)
        return slack < RowFinder.unbreakable(lower) + RowFinder.full * em
    }

    /// Whether a ruling lies between a text and the one below it.
    private func isParted(_ upper: Rect, _ lower: Rect) -> Bool {
        rules.contains {
            $0.position > upper.midY && $0.position < lower.midY && $0.start < lower.midX
                && $0.end > lower.midX
        }
    }

    /// The width of what no line break parts at the line's beginning, beyond one character: runs
    /// of digits and Latin letters with their signs, an opening bracket with what follows it.
    private static func unbreakable(_ token: Token) -> Double {
        let opening = token.glyphs.prefix { "（(“《【".unicodeScalars.contains($0.scalar) }
        let rest = token.glyphs.dropFirst(opening.count)
        let run = rest.prefix { !$0.scalar.isCJK }
        guard let first = token.glyphs.first, let last = run.last ?? opening.last else { return 0 }
        return last.box.x1 - first.box.x0
    }

    /// 一、 （一） 其中： 合计: words that begin a row.
    static func opensRow(_ text: String) -> Bool {
        if ["合计", "总计", "小计", "本年收入合计", "本年支出合计"].contains(text) { return true }
        return text.hasPrefix("其中") || TableCaption.isHeading(text)
    }

    func isAnchor(_ line: Int) -> Bool {
        lines[line].contains { $0.token.shape.isNumber && numeric.contains($0.column) }
    }

    /// The height of an anchor's numbers: words on its line may stand a little off.
    private func middle(_ anchor: Int) -> Double {
        let numbers = lines[anchor].filter { numeric.contains($0.column) }.map(\.token.box.midY)
        return numbers.isEmpty ? boxes[anchor].midY : numbers.reduce(0, +) / Double(numbers.count)
    }

    /// Whether words on an anchor's line that run on below it stand above its numbers.
    private func beginsAboveItsNumber(_ line: Int) -> Bool {
        guard isAnchor(line), line + 1 < lines.count else { return false }
        return lines[line].contains { token, column in
            !numeric.contains(column) && token.box.midY < middle(line) - 0.25 * em
                && lines[line + 1].contains {
                    $0.column == column && runsOn(token, $0.token, column)
                }
        }
    }

    /// A group of linked lines, cut so that each part has one anchor at most.
    private func parted(_ group: [Int], centred: Bool) -> [[Int]] {
        let anchors = group.indices.filter { isAnchor(group[$0]) }
        guard anchors.count > 1 else { return [group] }
        let down = downward(group, anchors, centred: centred)
        guard centred else { return down }
        // a first row that began on the page before is no measure for those below it
        let up = upward(group, anchors)
        return offCentre(up) < offCentre(down) ? up : down
    }

    /// Cuts from the top: each row reaches as far below its number as above.
    private func downward(_ group: [Int], _ anchors: [Int], centred: Bool) -> [[Int]] {
        var parts: [[Int]] = []
        var start = 0
        for (here, there) in zip(anchors, anchors.dropFirst()) {
            let top = group[start...here].map { boxes[$0].y0 }.min() ?? 0
            let bottom = centred ? 2 * middle(group[here]) - top : .infinity
            let between = group[(here + 1)..<there]
            let cut =
                here + 1
                + (widestGap(Array(group[here...there]))
                    ?? between.count { boxes[$0].midY < bottom })
            parts.append(Array(group[start..<cut]))
            start = cut
        }
        return parts + [Array(group[start...])]
    }

    /// Cuts from the bottom: each row reaches as far above its number as below.
    private func upward(_ group: [Int], _ anchors: [Int]) -> [[Int]] {
        var parts: [[Int]] = []
        var end = group.count
        for (there, here) in zip(anchors, anchors.dropFirst()).reversed() {
            let bottom = group[here..<end].map { boxes[$0].y1 }.max() ?? 0
            let top = 2 * middle(group[here]) - bottom
            let between = group[(there + 1)..<here]
            let cut =
                there + 1
                + (widestGap(Array(group[there...here])) ?? between.count { boxes[$0].midY < top })
            parts.insert(Array(group[cut..<end]), at: 0)
            end = cut
        }
        return [Array(group[..<end])] + parts
    }

    /// How far the numbers are from the middle of their rows, altogether; points.
    private func offCentre(_ parts: [[Int]]) -> Double {
        parts.reduce(0) { sum, part in
            guard let anchor = part.first(where: isAnchor),
                let box = part.map({ boxes[$0] }).boundingBox()
            else { return sum }
            return sum + abs(box.midY - middle(anchor))
        }
    }

    /// Where the gaps between the lines from one anchor to the next differ: the number of lines
    /// between the first anchor and the widest gap.
    ///
    /// Nil where all are alike.
    private func widestGap(_ run: [Int]) -> Int? {
        guard run.count > 2 else { return 0 }
        let gaps = zip(run, run.dropFirst()).map { boxes[$1].y0 - boxes[$0].y1 }
        guard let least = gaps.min(), let most = gaps.max(), least > -0.2 * em,
            most - least > 0.15 * em
        else { return nil }
        return gaps.firstIndex(of: most)
    }
}
