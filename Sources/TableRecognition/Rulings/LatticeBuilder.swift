internal import PageModel

/// Makes a lattice of one network of rulings: edges where lines run, cells where they enclose.
struct LatticeBuilder {
    /// Lines this close (points) are one edge: doubled frames, columns that drift by a hair.
    static let snap = 3.0
    /// An edge exists where rulings cover this share of it.
    static let covered = 0.5
    /// Lines that run on this far (points) beyond the last crossing line show an open side.
    static let overhang = 6.0
    /// Rows and columns narrower than this (points) are the inside of a doubled line.
    static let sliver = 4.0

    private let horizontal: [Ruling]
    private let vertical: [Ruling]
    private let xs: [Double]
    private let ys: [Double]

    init(_ network: RulingNetwork) {
        horizontal = network.horizontal
        vertical = network.vertical
        xs = LatticeBuilder.edges(of: vertical, openSidesFrom: horizontal)
        ys = LatticeBuilder.edges(of: horizontal, openSidesFrom: vertical)
    }

    /// Nil when the lines enclose fewer than two cells: a frame, a box around a word.
    func lattice() -> Lattice? {
        guard xs.count >= 2, ys.count >= 2,
            xs.count * ys.count <= Lattice.mostPlaces
        else { return nil }
        var ragged = 0
        let lattice = Lattice(xs: xs, ys: ys, cells: cells(ragged: &ragged))
        let places = lattice.rowCount * lattice.columnCount
        // the boxes and connecting lines of a chart leave odd shapes between them
        guard Double(ragged) <= LatticeBuilder.ragged * Double(places) else { return nil }
        return lattice.cells.count >= 2 ? lattice : nil
    }

    /// No table has more than this share of its area in shapes that are no rectangles.
    static let ragged = 0.3

    // MARK: Edges

    private static func edges(of lines: [Ruling], openSidesFrom across: [Ruling]) -> [Double] {
        var edges: [Double] = []
        var group: [Ruling] = []
        func close() {
            let total = group.reduce(0) { $0 + $1.length }
            edges.append(group.reduce(0) { $0 + $1.position * $1.length } / total)
        }
        for line in lines.sorted(by: { $0.position < $1.position }) {
            if let last = group.last, line.position - last.position > snap {
                close()
                group = []
            }
            group.append(line)
        }
        if !group.isEmpty { close() }
        guard let first = edges.first, let last = edges.last else { return edges }
        // an open side shows where most lines run on, or the outermost two do
        let before = across.filter { $0.start < first - overhang }
        let outer = [
            across.min { $0.position < $1.position }, across.max { $0.position < $1.position },
        ]
        .compactMap { $0 }
        if before.count * 2 >= across.count || outer.allSatisfy({ $0.start < first - overhang }),
            let start = before.map(\.start).min()
        {
            edges.insert(start, at: 0)
        }
        let after = across.filter { $0.end > last + overhang }
        if after.count * 2 >= across.count || outer.allSatisfy({ $0.end > last + overhang }),
            let end = after.map(\.end).max()
        {
            edges.append(end)
        }
        return withoutSlivers(edges)
    }

    private static func withoutSlivers(_ edges: [Double]) -> [Double] {
        var result: [Double] = []
        for edge in edges {
            if let last = result.last, edge - last < sliver { continue }
            result.append(edge)
        }
        return result
    }

    // MARK: Cells

    /// `ragged` counts the places of the grid in shapes that are no rectangles.
    private func cells(ragged: inout Int) -> [Lattice.Span] {
        let rows = ys.count - 1
        let columns = xs.count - 1
        var sets = DisjointSets(count: rows * columns)
        let walls = vertical.grouped(near: xs, within: LatticeBuilder.snap + 1)
        let floors = horizontal.grouped(near: ys, within: LatticeBuilder.snap + 1)
        for row in 0..<rows {
            for column in 0..<columns {
                let place = row * columns + column
                if column + 1 < columns,
                    !walls[column + 1].covers(from: ys[row], to: ys[row + 1])
                {
                    sets.union(place, place + 1)
                }
                if row + 1 < rows,
                    !floors[row + 1].covers(from: xs[column], to: xs[column + 1])
                {
                    sets.union(place, place + columns)
                }
            }
        }
        return spans(&sets, rows: rows, columns: columns, ragged: &ragged)
    }

    /// Rectangular sets are cells; others are cut into the widest strips, equal ones joined again.
    private func spans(
        _ sets: inout DisjointSets, rows: Int, columns: Int, ragged: inout Int
    ) -> [Lattice.Span] {
        var members: [Int: [Int]] = [:]
        for place in 0..<(rows * columns) { members[sets.root(place), default: []].append(place) }
        var result: [Lattice.Span] = []
        for places in members.values {
            let rowRange =
                (places.map { $0 / columns }.min() ?? 0)...(places.map { $0 / columns }.max() ?? 0)
            let columnRange =
                (places.map { $0 % columns }.min() ?? 0)...(places.map { $0 % columns }.max() ?? 0)
            if rowRange.count * columnRange.count == places.count {
                result.append(
                    Lattice.Span(
                        row: rowRange.lowerBound, column: columnRange.lowerBound,
                        rowSpan: rowRange.count, columnSpan: columnRange.count))
            } else {
                ragged += places.count
                result += LatticeBuilder.strips(places, columns: columns)
            }
        }
        return result.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    private static func strips(_ places: [Int], columns: Int) -> [Lattice.Span] {
        var strips: [Lattice.Span] = []
        for place in places.sorted() {
            let (row, column) = (place / columns, place % columns)
            if let last = strips.last, last.row == row, last.columns.upperBound == column {
                strips[strips.count - 1].columnSpan += 1
            } else {
                strips.append(Lattice.Span(row: row, column: column))
            }
        }
        var joined: [Lattice.Span] = []
        for strip in strips {
            if let above = joined.lastIndex(where: {
                $0.columns == strip.columns && $0.rows.upperBound == strip.row
            }) {
                joined[above].rowSpan += 1
            } else {
                joined.append(strip)
            }
        }
        return joined
    }
}

/// The rulings that lie on one edge.
private struct Wall {
    /// By their start.
    private let lines: [Ruling]
    /// How far the lines up to each one reach.
    private let reached: [Double]

    init(_ lines: [Ruling]) {
        self.lines = lines.sorted { $0.start < $1.start }
        var furthest = -Double.infinity
        reached = self.lines.map {
            furthest = max(furthest, $0.end)
            return furthest
        }
    }

    /// Whether they cover enough of the edge from `start` to `end`.
    func covers(from start: Double, to end: Double) -> Bool {
        var length = 0.0
        var reached = start
        for line in lines[self.reached.firstIndex(from: start)...] {
            if line.start >= end { break }
            let begin = max(line.start, reached)
            let stop = min(line.end, end)
            if stop > begin {
                length += stop - begin
                reached = stop
            }
        }
        return length >= LatticeBuilder.covered * (end - start)
    }
}

extension [Ruling] {
    /// For each edge the rulings that lie on it; the edges rise.
    fileprivate func grouped(near edges: [Double], within distance: Double) -> [Wall] {
        var groups = [[Ruling]](repeating: [], count: edges.count)
        for ruling in self {
            let above = Swift.min(edges.firstIndex(from: ruling.position), edges.count - 1)
            let below = Swift.max(0, above - 1)
            let nearest =
                abs(edges[below] - ruling.position) <= abs(edges[above] - ruling.position)
                ? below : above
            if abs(edges[nearest] - ruling.position) <= distance {
                groups[nearest].append(ruling)
            }
        }
        return groups.map(Wall.init)
    }
}
