internal import PageModel

/// Rebuilds the header of a table without rulings: which columns each label covers, on how many
/// levels.
///
/// A label that stands over the middle of several columns' labels covers them.
struct HeaderBlocks {
    struct Block {
        var tokens: [Token]
        var box: Rect
        var columns: Range<Int>
        var row = 0
        var rowSpan = 1
    }

    private(set) var blocks: [Block] = []
    private(set) var rowCount = 0
    private let edges: [Double]
    private let doubt: [Double]
    private let em: Double

    /// `lines`: tokens of the header's lines from top to bottom, without the row that counts the
    /// columns.
    init(lines: [[Token]], edges: ColumnEdges, em: Double) {
        self.edges = edges.xs
        self.doubt = edges.doubt
        self.em = em
        guard self.edges.count >= 2 else { return }
        blocks = wrapped(lines)
        spanParents()
        stack()
    }

    private func column(of x: Double) -> Int {
        edges.interval(holding: x) ?? (x < edges[0] ? 0 : edges.count - 2)
    }

    private func width(_ column: Int) -> Double { edges[column + 1] - edges[column] }

    // MARK: Lines of one label

    private func wrapped(_ lines: [[Token]]) -> [Block] {
        let all = Array(lines.joined())
        var result: [Block] = []
        for token in all {
            let column = column(of: token.box.midX)
            if let above = result.lastIndex(where: { goesOn($0, token, column, all) }) {
                result[above].tokens.append(token)
                result[above].box = result[above].box.union(token.box)
            } else {
                result.append(
                    Block(tokens: [token], box: token.box, columns: column..<(column + 1)))
            }
        }
        return result
    }

    /// Whether `token` is the next line of a label: set tight and centred under it, and no label
    /// of a lower level among others of its kind, unless the line above filled its column.
    private func goesOn(_ block: Block, _ token: Token, _ column: Int, _ all: [Token]) -> Bool {
        guard block.columns.contains(column), let last = block.tokens.last?.box else {
            return false
        }
        let gap = token.box.y0 - last.y1
        let room = width(column)
        guard gap > -0.5 * em, gap < 0.5 * em, abs(last.midX - token.box.midX) < 1.2 * em,
            token.box.width <= last.width + em
        else { return false }
        // what is left over of a label is short; another label is not
        let isRest = token.box.width < 0.5 * last.width
        let fits = last.width <= room + em
        if isRest, fits, last.width + 1.6 * em > room * 0.8 { return true }
        return (isRest || fits) && !hasLowerSiblings(token.box, last, column, all)
    }

    /// Whether the labels of both columns beside stand lower than the line above: then that line
    /// heads them too.
    private func hasLowerSiblings(_ lower: Rect, _ upper: Rect, _ column: Int, _ all: [Token])
        -> Bool
    {
        [column - 1, column + 1].allSatisfy { beside in
            guard beside >= 0, beside < edges.count - 1 else { return false }
            let labels = all.filter { self.column(of: $0.box.midX) == beside }
            return labels.contains { $0.box.midY > upper.y1 && $0.box.y0 < lower.y1 + em }
                && !labels.contains {
                    $0.box.y0 < upper.y1 - 0.2 * em && $0.box.y1 > upper.y0 + 0.2 * em
                }
        }
    }

    // MARK: Labels over several columns

    private mutating func spanParents() {
        for index in blocks.indices.sorted(by: { blocks[$0].box.midY > blocks[$1].box.midY }) {
            if let range = range(of: index) { blocks[index].columns = range }
        }
    }

    /// The widest range of columns, centred under the label, whose labels right below it belong
    /// to one level.
    private func range(of index: Int) -> Range<Int>? {
        let block = blocks[index]
        let home = column(of: block.box.midX)
        let beside = blocks.indices.filter {
            $0 != index && abs(blocks[$0].box.midY - block.box.midY) <= 0.6 * em
        }
        let least =
            beside.filter { blocks[$0].box.midX < block.box.midX }
            .map { blocks[$0].columns.upperBound }.max() ?? 0
        let most =
            beside.filter { blocks[$0].box.midX > block.box.midX }
            .map { blocks[$0].columns.lowerBound }.min() ?? edges.count - 1
        var sure: Range<Int>?
        var possible: Range<Int>?
        for start in min(least, home)...home {
            for end in (home + 1)...max(home + 1, most) where end - start > 1 {
                let off = abs((edges[start] + edges[end]) / 2 - block.box.midX)
                let tolerance = max(1.5 * em, 0.04 * (edges[end] - edges[start]))
                guard off <= tolerance + (doubt[start] + doubt[end]) / 2,
                    isLevel(start..<end, below: block)
                else { continue }
                if off <= tolerance, end - start > (sure?.count ?? 1) { sure = start..<end }
                if end - start > (possible?.count ?? 1) { possible = start..<end }
            }
        }
        return sure ?? possible ?? overflowing(block)
    }

    /// Whether every column of the range has a label below `block`, those right below it either
    /// spanning others or all at one height, and none of them reaching out of the range.
    private func isLevel(_ range: Range<Int>, below block: Block) -> Bool {
        let lower = blocks.filter { $0.box.midY > block.box.midY + 0.6 * em }
        var heights: [Double] = []
        for column in range {
            let here = lower.filter { $0.columns.contains(column) }
            guard let child = here.min(by: { $0.box.midY < $1.box.midY }) else { return false }
            if child.columns.lowerBound < range.lowerBound
                || child.columns.upperBound > range.upperBound
            {
                return false
            }
            if child.columns.count == 1 { heights.append(child.box.midY) }
        }
        return (heights.max() ?? 0) - (heights.min() ?? 0) < 0.45 * em
    }

    /// A label wider than its column covers what it reaches over.
    private func overflowing(_ block: Block) -> Range<Int>? {
        let first = column(of: block.box.x0 + 0.3 * em)
        let last = column(of: block.box.x1 - 0.3 * em)
        return last > first ? first..<(last + 1) : nil
    }

    // MARK: Levels

    private mutating func stack() {
        let order = blocks.indices.sorted { blocks[$0].box.midY < blocks[$1].box.midY }
        var depth = [Int](repeating: 0, count: edges.count - 1)
        for index in order {
            let columns = blocks[index].columns
            blocks[index].row = columns.map { depth[$0] }.max() ?? 0
            for column in columns { depth[column] = blocks[index].row + 1 }
        }
        rowCount = depth.max() ?? 0
        for index in blocks.indices {
            let below = blocks.indices.contains {
                blocks[$0].row > blocks[index].row
                    && blocks[$0].columns.overlaps(blocks[index].columns)
            }
            if !below { blocks[index].rowSpan = rowCount - blocks[index].row }
        }
    }
}
