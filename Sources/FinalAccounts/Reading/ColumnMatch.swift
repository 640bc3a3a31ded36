/// Which measures the columns of a block hold.
struct ColumnMatch {
    /// The definition's column for each column of figures; nil for one that it does not know.
    private(set) var columns: [Int?] = []

    var count: Int { columns.count { $0 != nil } }

    /// - Parameters:
    ///   - figures: The grid's columns of figures.
    ///   - layout: The words above each column.
    ///   - totals: Words for sums: under another column's heading they mean that column.
    init(_ figures: [Int], _ layout: TableLayout, _ block: BlockIndex, totals: Set<Int>) {
        let levels = layout.levels
        let headings = Set(block.columns.flatMap { $0.sets.filter { $0.count == 1 }.map { $0[0] } })
        columns = figures.map { column in
            if layout.partColumns.contains(column) { return nil }
            var best: (column: Int, size: Int, mask: Int)?
            for (number, definition) in block.columns.enumerated() {
                for set in definition.sets {
                    guard let mask = ColumnMatch.mask(set, levels[column]) else { continue }
                    let above = ColumnMatch.above(set, levels[column], totals)
                    if let above, headings.contains(above), !totals.contains(above) { continue }
                    let isBetter =
                        best.map { mask > $0.mask || (mask == $0.mask && set.count > $0.size) }
                        ?? true
                    if isBetter { best = (number, set.count, mask) }
                }
            }
            return best?.column
        }
        dropRepetitions()
    }

    /// A block that has hardly more columns can be printed with one of them alone.
    private static let mostColumnsOfOne = 3

    /// A single column of figures under a fitting title is the measure, whatever its heading.
    mutating func takeOnly(of block: BlockIndex) {
        guard columns == [nil], (1...ColumnMatch.mostColumnsOfOne).contains(block.columns.count)
        else { return }
        columns = [0]
    }

    /// For 小计 or 合计 alone: the word right above it.
    private static func above(_ set: [Int], _ levels: [Int], _ totals: Set<Int>) -> Int? {
        guard let last = levels.last, totals.contains(last), set.contains(last), levels.count > 1
        else { return nil }
        let above = levels[levels.count - 2]
        return set.contains(above) ? nil : above
    }

    /// Which levels the words stand on, deeper ones weighing more; nil when one is missing.
    private static func mask(_ set: [Int], _ levels: [Int]) -> Int? {
        var mask = 0
        for word in set {
            guard let level = levels.lastIndex(of: word) else { return nil }
            mask |= 1 << level
        }
        return mask
    }

    /// A measure stands once: of two columns that say the same, none is it for sure but the first.
    private mutating func dropRepetitions() {
        var seen: Set<Int> = []
        for (place, column) in columns.enumerated() {
            if let column, !seen.insert(column).inserted { columns[place] = nil }
        }
    }
}
