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

    /// A line that ends this near (ems) to its column's right end is full.
    static let full = 1.3
    /// Lines of one cell are at most this far apart (ems).
    static let leading = 0.9

    private let boxes: [Rect]

    init(
        lines: [[(token: Token, column: Int)]], rightEnds: [Double], widths: [Double],
        numeric: Set<Int>, em: Double
    ) {
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
        where boxes[next].y0 < boxes[line].midY + 0.1 * em && isAnchor(line) != isAnchor(next) {
            sets.union(line, next)
        }
        var groups: [Int: [Int]] = [:]
        for line in lines.indices { groups[sets.root(line), default: []].append(line) }
        let centred = groups.values.contains { group in
            group.firstIndex(where: isAnchor).map { $0 > 0 } ?? false
        }
        return groups.values.flatMap { parted($0, centred: centred) }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
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
        let slack = min(rightEnds[column] - upper.box.x1, widths[column] - upper.box.width)
        return slack < RowFinder.unbreakable(lower) + RowFinder.full * em
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

    /// A group of linked lines, cut so that each part has one anchor at most.
    private func parted(_ group: [Int], centred: Bool) -> [[Int]] {
        let anchors = group.filter(isAnchor)
        guard anchors.count > 1 else { return [group] }
        var parts: [[Int]] = []
        var start = 0
        for (anchor, next) in zip(anchors, anchors.dropFirst()) {
            guard let here = group.firstIndex(of: anchor), let there = group.firstIndex(of: next)
            else { continue }
            let top = group[start...here].map { boxes[$0].y0 }.min() ?? boxes[anchor].y0
            let bottom = centred ? 2 * boxes[anchor].midY - top : .infinity
            let cut = here + 1 + cutAfter(Array(group[here...there]), bottom: bottom)
            parts.append(Array(group[start..<cut]))
            start = cut
        }
        parts.append(Array(group[start...]))
        return parts
    }

    /// How many of the lines between two anchors (the first and last of `run`) go with the
    /// first: up to the widest gap; where all are alike, those above `bottom`, where a row ends
    /// that reaches as far below its number as above.
    private func cutAfter(_ run: [Int], bottom: Double) -> Int {
        let between = run.dropFirst().dropLast()
        guard !between.isEmpty else { return 0 }
        let gaps = zip(run, run.dropFirst()).map { boxes[$1].y0 - boxes[$0].y1 }
        let (least, most) = (gaps.min() ?? 0, gaps.max() ?? 0)
        if least > -0.2 * em, most - least > 0.15 * em, let widest = gaps.firstIndex(of: most) {
            return widest
        }
        return between.count { boxes[$0].midY < bottom }
    }
}
