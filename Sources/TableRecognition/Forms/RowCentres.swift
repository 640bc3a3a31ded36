internal import PageModel

/// The heights on which the rows of a form stand: cells of one row have their middles at one
/// height, and labels beside several rows stand between them.
struct RowCentres {
    /// The blocks of each row, from top to bottom.
    private(set) var rows: [[Int]] = []
    /// Blocks that belong to no single row.
    private(set) var labels: [Int] = []

    /// Rows whose middles are closer than this (ems) would overlap.
    static let closest = 0.9

    init(_ blocks: [TextBlock], em: Double) {
        var groups: [[Int]] = []
        for index in blocks.indices.sorted(by: { blocks[$0].box.midY < blocks[$1].box.midY }) {
            if let last = groups.last,
                blocks[index].box.midY - RowCentres.middle(last, blocks) < BlockBuilder.level * em
            {
                groups[groups.count - 1].append(index)
            } else {
                groups.append([index])
            }
        }
        let kept = RowCentres.independent(groups, blocks, em)
        var rows = groups.indices.filter { kept.contains($0) }.map { groups[$0] }
        labels = groups.indices.filter { !kept.contains($0) }.flatMap { groups[$0] }
        let alone = rows.indices.filter { RowCentres.isBeside($0, rows, blocks) }
        labels += alone.flatMap { rows[$0] }
        for row in alone.reversed() { rows.remove(at: row) }
        self.rows = rows
    }

    /// Whether a row is nothing but labels beside the rows above and below: those have nothing in
    /// its columns, but text further right.
    private static func isBeside(_ row: Int, _ rows: [[Int]], _ blocks: [TextBlock]) -> Bool {
        let neighbours = [row - 1, row + 1].filter(rows.indices.contains)
        guard neighbours.count == 2, !rows[row].contains(where: { blocks[$0].isNumber }) else {
            return false
        }
        let columns = rows[row].map { blocks[$0].columns }
        let end = columns.map(\.upperBound).max() ?? 0
        return neighbours.allSatisfy { other in
            rows[other].allSatisfy { block in
                !columns.contains { $0.overlaps(blocks[block].columns) }
            } && rows[other].contains { blocks[$0].columns.lowerBound >= end }
        }
    }

    static func middle(_ group: [Int], _ blocks: [TextBlock]) -> Double {
        group.reduce(0) { $0 + blocks[$1].box.midY } / Double(max(1, group.count))
    }

    /// The groups that can all be rows: of those that would overlap the weightier.
    private static func independent(
        _ groups: [[Int]], _ blocks: [TextBlock], _ em: Double
    ) -> Set<Int> {
        let middles = groups.map { middle($0, blocks) }
        let weights = groups.map { group in
            // of two labels the one further right: those on the left stand beside several rows
            group.reduce(0.0) {
                $0 + (blocks[$1].isNumber ? 2 : 1) + 0.01 * Double(blocks[$1].columns.lowerBound)
            }
        }
        var best = [0.0]
        var before = [Int]()
        for index in groups.indices {
            let free = (0..<index).last { middles[index] - middles[$0] >= closest * em } ?? -1
            before.append(free + 1)
            best.append(max(best[index], best[free + 1] + weights[index]))
        }
        var kept: Set<Int> = []
        var index = groups.count
        while index > 0 {
            if best[before[index - 1]] + weights[index - 1] >= best[index] {
                kept.insert(index - 1)
                index = before[index - 1]
            } else {
                index -= 1
            }
        }
        return kept
    }
}
