internal import PageModel

/// Rebuilds the header of a table without rulings: which columns each label covers, on how many
/// levels. A label that stands over the middle of several columns' labels covers them.
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
    private let em: Double

    /// `lines`: tokens of the header's lines from top to bottom, without the row that counts the
    /// columns.
    init(lines: [[Token]], edges: [Double], em: Double) {
        self.edges = edges
        self.em = em
        guard edges.count >= 2 else { return }
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
        var result: [Block] = []
        for line in lines {
            for token in line {
                let column = column(of: token.box.midX)
                if let above = result.lastIndex(where: { goesOn($0, token, column) }) {
                    result[above].tokens.append(token)
                    result[above].box = result[above].box.union(token.box)
                } else {
                    result.append(
                        Block(tokens: [token], box: token.box, columns: column..<(column + 1)))
                }
            }
        }
        return result
    }

    /// Whether `token` is the next line of a label: the line above filled its column.
    private func goesOn(_ block: Block, _ token: Token, _ column: Int) -> Bool {
        guard block.columns.contains(column), let last = block.tokens.last?.box else { return false }
        let gap = token.box.y0 - last.y1
        guard gap > -0.5 * em, gap < 0.7 * em, abs(last.midX - token.box.midX) < 1.2 * em else {
            return false
        }
        let room = width(column)
        return last.width <= room + em && last.width + 1.6 * em > room * 0.8
            && token.box.width <= last.width + em
    }

    // MARK: Labels over several columns

    private mutating func spanParents() {
        for index in blocks.indices.sorted(by: { blocks[$0].box.midY > blocks[$1].box.midY }) {
            if let range = range(of: index) { blocks[index].columns = range }
        }
    }

    /// The widest range of columns, centred under the label, that all have a label below it.
    private func range(of index: Int) -> Range<Int>? {
        let block = blocks[index]
        let below = blocks.indices.filter {
            $0 != index && blocks[$0].box.midY > block.box.midY + 0.6 * em
        }
        let beside = blocks.indices.filter {
            $0 != index && abs(blocks[$0].box.midY - block.box.midY) <= 0.6 * em
        }
        let home = column(of: block.box.midX)
        let least = (beside.filter { blocks[$0].box.midX < block.box.midX }
            .map { blocks[$0].columns.upperBound }.max() ?? 0)
        let most = (beside.filter { blocks[$0].box.midX > block.box.midX }
            .map { blocks[$0].columns.lowerBound }.min() ?? edges.count - 1)
        var best: Range<Int>?
        for start in max(0, min(least, home))...home {
            for end in (home + 1)...max(home + 1, most) where end < edges.count && end - start > 1 {
                let middle = (edges[start] + edges[end]) / 2
                let tolerance = max(1.2 * em, 0.06 * (edges[end] - edges[start]))
                guard abs(middle - block.box.midX) <= tolerance,
                    (start..<end).allSatisfy({ column in
                        below.contains { blocks[$0].columns.contains(column) }
                    }), !splits(start..<end, below)
                else { continue }
                if (end - start) > (best?.count ?? 1) { best = start..<end }
            }
        }
        return best ?? overflowing(block)
    }

    /// A range must not cut a label below in two.
    private func splits(_ range: Range<Int>, _ below: [Int]) -> Bool {
        below.contains { index in
            let columns = blocks[index].columns
            return columns.overlaps(range) && !(columns.lowerBound >= range.lowerBound
                && columns.upperBound <= range.upperBound)
        }
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
                blocks[$0].row > blocks[index].row && blocks[$0].columns.overlaps(blocks[index].columns)
            }
            if !below { blocks[index].rowSpan = rowCount - blocks[index].row }
        }
    }
}
