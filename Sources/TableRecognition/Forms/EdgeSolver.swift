/// Places edges so that what is centred between two of them stands in their middle.
///
/// The middles of cells tell the edges but for one number: each edge mirrors the one before it.
/// So edges are kept inside the gaps that are known to hold them, and near the gaps' middles where
/// nothing else tells.
struct EdgeSolver {
    /// For each edge the least and the greatest position, points.
    private let bounds: [ClosedRange<Double>]
    private(set) var edges: [Double]
    private var middles: [(from: Int, to: Int, at: Double)] = []

    /// The pull towards the middle of the gap against that of a text's middle.
    static let rest = 0.02

    /// Solving takes the third power of their number.
    static let mostEdges = 120

    init(bounds: [ClosedRange<Double>]) {
        self.bounds = bounds
        edges = bounds.map { ($0.lowerBound + $0.upperBound) / 2 }
    }

    /// Something stands in the middle between two edges.
    mutating func add(middle: Double, from: Int, to: Int) {
        middles.append((from, to, middle))
    }

    /// Least squares; edges that would leave their gap stay at its side, and the others are placed
    /// again.
    mutating func solve() {
        var fixed = [Double?](repeating: nil, count: edges.count)
        for _ in edges.indices {
            edges = solution(fixed)
            var worst: (edge: Int, value: Double, off: Double)?
            for (edge, bound) in bounds.enumerated() where fixed[edge] == nil {
                let inside = min(max(edges[edge], bound.lowerBound), bound.upperBound)
                let off = abs(inside - edges[edge])
                if off > 0.01, off > (worst?.off ?? 0) { worst = (edge, inside, off) }
            }
            guard let worst else { return }
            fixed[worst.edge] = worst.value
        }
    }

    private func solution(_ fixed: [Double?]) -> [Double] {
        let count = edges.count
        var rows = [[Double]](repeating: Array(repeating: 0, count: count + 1), count: count)
        for (edge, bound) in bounds.enumerated() {
            rows[edge][edge] += EdgeSolver.rest
            rows[edge][count] += EdgeSolver.rest * (bound.lowerBound + bound.upperBound) / 2
        }
        for middle in middles {
            for (edge, other) in [(middle.from, middle.to), (middle.to, middle.from)] {
                rows[edge][edge] += 1
                rows[edge][other] += 1
                rows[edge][count] += 2 * middle.at
            }
        }
        for (edge, value) in fixed.enumerated() {
            guard let value else { continue }
            rows[edge] = Array(repeating: 0, count: count + 1)
            rows[edge][edge] = 1
            rows[edge][count] = value
        }
        return EdgeSolver.eliminate(rows)
    }

    /// Gauss–Jordan; the system is regular, since every edge has its own pull.
    private static func eliminate(_ system: [[Double]]) -> [Double] {
        var rows = system
        let count = rows.count
        for pivot in rows.indices {
            let best = (pivot..<count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
            rows.swapAt(pivot, best)
            let lead = rows[pivot][pivot]
            guard lead != 0 else { continue }
            for row in 0..<count where row != pivot && rows[row][pivot] != 0 {
                let factor = rows[row][pivot] / lead
                for column in pivot...count { rows[row][column] -= factor * rows[pivot][column] }
            }
        }
        return rows.indices.map { rows[$0][$0] == 0 ? 0 : rows[$0][count] / rows[$0][$0] }
    }
}
