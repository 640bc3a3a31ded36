/// The lines of a table in one direction, rows or columns, and what stands at each of their positions.
struct Lines: Sendable {
    enum Direction: Sendable { case rows, columns }

    let grid: FigureGrid
    let direction: Direction
    /// Rows (or columns) of the grid.
    let lines: [Int]
    /// Columns (or rows) of the grid.
    let positions: [Int]
    let labels: [LineLabel]
    /// Headers above each line, outermost first; empty for rows.
    let paths: [[String]]
    /// Line by line.
    let values: [Int]
    let places: [Int]
    /// Positions and lines that hold rates.
    let isRatePosition: [Bool]
    let isRateLine: [Bool]
    /// Figures of a line that are not zero, those of rates left out.
    let fullness: [Int]

    /// Two sides' totals in one row.
    var isSides = false
    /// All lines are rates.
    let isOfRates: Bool
    /// The labels stand in columns before these figures, not before those of the block to the left.
    var hasOwnLabels: Bool {
        grid.columns[positions[0]] > 0
            && (positions[0] == 0
                || grid.columns[positions[0]] > grid.columns[positions[0] - 1] + 1)
    }

    var count: Int { lines.count }
    var length: Int { positions.count }

    func at(_ line: Int, _ position: Int) -> Int { line * positions.count + position }

    /// The figure's place among the grid's.
    func figure(_ line: Int, _ position: Int) -> Int {
        direction == .rows
            ? grid.index(lines[line], positions[position])
            : grid.index(positions[position], lines[line])
    }

    private init(
        _ grid: FigureGrid, _ direction: Direction, lines: [Int], positions: [Int],
        labels: [LineLabel],
        paths: [[String]] = [], isOfRates: Bool = false
    ) {
        self.isOfRates = isOfRates
        self.grid = grid
        self.direction = direction
        self.lines = lines
        self.positions = positions
        self.labels = labels
        let isRows = direction == .rows
        self.paths = paths
        let width = grid.columns.count
        var values: [Int] = []
        var places: [Int] = []
        values.reserveCapacity(lines.count * positions.count)
        places.reserveCapacity(lines.count * positions.count)
        for line in lines {
            for position in positions {
                let index = isRows ? line * width + position : position * width + line
                values.append(grid.values[index])
                places.append(grid.places[index])
            }
        }
        self.values = values
        self.places = places
        let rates = positions.map {
            isOfRates ? false : isRows ? grid.rateColumns[$0] : grid.rateRows[$0]
        }
        isRatePosition = rates
        isRateLine = lines.map {
            isOfRates ? false : isRows ? grid.rateRows[$0] : grid.rateColumns[$0]
        }
        let length = positions.count
        fullness = lines.indices.map { line in
            (0..<length).count { !rates[$0] && values[line * length + $0] != 0 }
        }
    }

    /// Rows, apart for every block of columns with labels of its own, and columns.
    static func all(of grid: FigureGrid) -> [Lines] {
        guard !grid.isEmpty else { return [] }
        let rows = grid.blocks.map { block in
            Lines(
                grid, .rows, lines: Array(grid.rows.indices), positions: Array(block.columns),
                labels: block.labels)
        }
        guard grid.columns.count > 1 else { return rows }
        return rows + sides(rows) + interleaved(grid) + rates(grid) + [
            Lines(
                grid, .columns, lines: Array(grid.columns.indices),
                positions: Array(grid.rows.indices), labels: grid.columnLabels,
                paths: grid.paths)
        ]
    }

    /// The last row in which two blocks of columns name a total, each with words of its own.
    private static func sides(_ blocks: [Lines]) -> [Lines] {
        guard blocks.count > 1 else { return [] }
        return zip(blocks, blocks.dropFirst()).compactMap { one, other in
            let isTotal = { (line: Int) in
                one.labels[line].isTotal && other.labels[line].isTotal
                    && one.fullness[line] > 0 && other.fullness[line] > 0
            }
            guard let row = one.labels.indices.last(where: isTotal),
                other.hasOwnLabels
            else { return nil }
            var sides = Lines(
                one.grid, .columns, lines: [one.positions[0], other.positions[0]],
                positions: [row], labels: [one.labels[row], other.labels[row]], paths: [[], []])
            sides.isSides = true
            return sides
        }
    }

    /// Columns of rates by themselves: one may be the difference of two others.
    private static func rates(_ grid: FigureGrid) -> [Lines] {
        let columns = grid.columns.indices.filter { grid.rateColumns[$0] }
        guard columns.count > 2 else { return [] }
        let lines = Lines(
            grid, .columns, lines: columns, positions: Array(grid.rows.indices),
            labels: columns.map { grid.columnLabels[$0] }, paths: columns.map { grid.paths[$0] },
            isOfRates: true)
        return [lines]
    }

    /// Where 预算数 and 决算数 stand below each of several headers: those of each by themselves.
    private static func interleaved(_ grid: FigureGrid) -> [Lines] {
        var columns: [String: [Int]] = [:]
        for (column, path) in grid.paths.enumerated() {
            guard path.count > 1, let leaf = path.last else { continue }
            columns[leaf, default: []].append(column)
        }
        let groups = columns.values.filter { $0.count > 1 && $0.count < grid.columns.count }
        return groups.sorted { $0[0] < $1[0] }.map { group in
            let paths = group.map { Array(grid.paths[$0].dropLast()) }
            return Lines(
                grid, .columns, lines: group, positions: Array(grid.rows.indices),
                labels: paths.map { LineLabel([$0.last ?? ""]) }, paths: paths)
        }
    }
}

/// One line as the sum of others.
struct Formula: Sendable, Hashable {
    struct Term: Sendable, Hashable {
        var line: Int
        /// 1 or -1.
        var factor: Int
    }

    var target: Int
    var terms: [Term]

    init(target: Int, terms: [Term]) {
        self.target = target
        self.terms = terms
    }

    init(target: Int, sum lines: [Int], labels: [LineLabel]) {
        self.init(
            target: target,
            terms: lines.map { Term(line: $0, factor: labels[$0].isLess ? -1 : 1) })
    }
}
