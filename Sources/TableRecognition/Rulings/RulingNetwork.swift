internal import PageModel

/// Rulings that touch each other: the frame of one table.
struct RulingNetwork {
    var horizontal: [Ruling] = []
    var vertical: [Ruling] = []

    /// Lines that end this far (points) from each other still meet.
    static let reach = 3.0

    /// The groups of crossing rulings that can frame cells, and the horizontal lines that cross
    /// nothing, from top to bottom.
    static func split(
        horizontal: [Ruling], vertical: [Ruling]
    ) -> (networks: [RulingNetwork], loose: [Ruling]) {
        var sets = DisjointSets(count: horizontal.count + vertical.count)
        let bars = vertical.indices.sorted { vertical[$0].position < vertical[$1].position }
        let positions = bars.map { vertical[$0].position }
        for (h, line) in horizontal.enumerated() {
            let first = positions.firstIndex(from: line.start - reach)
            for place in first..<bars.count {
                let bar = vertical[bars[place]]
                if bar.position > line.end + reach { break }
                if meet(line, bar) { sets.union(h, horizontal.count + bars[place]) }
            }
        }
        var groups: [Int: RulingNetwork] = [:]
        for (h, line) in horizontal.enumerated() {
            groups[sets.root(h), default: RulingNetwork()].horizontal.append(line)
        }
        for (v, bar) in vertical.enumerated() {
            groups[sets.root(horizontal.count + v), default: RulingNetwork()].vertical.append(bar)
        }
        // a dictionary's order is another in each process
        let all = groups.sorted { $0.key < $1.key }.map(\.value)
        let networks = all.filter { $0.framesCells || $0.isOpenPair }
        let loose = all.filter { $0.vertical.isEmpty }.flatMap(\.horizontal)
        return (
            networks.map { (network: $0, place: ($0.top, $0.left)) }
                .sorted { $0.place < $1.place }.map(\.network),
            loose.sorted { ($0.position, $0.start) < ($1.position, $1.start) }
        )
    }

    private static func meet(_ line: Ruling, _ bar: Ruling) -> Bool {
        bar.position >= line.start - reach && bar.position <= line.end + reach
            && line.position >= bar.start - reach && line.position <= bar.end + reach
    }

    /// So many lines that a single bar divides make a table of two columns.
    static let leastDivided = 4

    private var framesCells: Bool { horizontal.count >= 2 && vertical.count >= 2 }

    /// Whether it is one bar that parts two columns without outer sides: lines run on beyond it on
    /// both sides, and it reaches from the first to the last.
    ///
    /// The axis of a chart has its lines on one side.
    var isOpenPair: Bool {
        guard vertical.count == 1, let bar = vertical.first,
            horizontal.count >= RulingNetwork.leastDivided
        else { return false }
        return horizontal.allSatisfy {
            $0.start < bar.position - LatticeBuilder.overhang
                && $0.end > bar.position + LatticeBuilder.overhang
                && RulingNetwork.meet($0, bar)
        }
    }

    var top: Double { horizontal.map(\.position).min() ?? 0 }
    var left: Double { vertical.map(\.position).min() ?? 0 }
}

/// Union-find over 0..<count.
struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(_ member: Int) -> Int {
        var current = member
        while parents[current] != current {
            parents[current] = parents[parents[current]]
            current = parents[current]
        }
        return current
    }

    mutating func union(_ a: Int, _ b: Int) {
        let (first, second) = (root(a), root(b))
        if first != second { parents[max(first, second)] = min(first, second) }
    }
}

extension [Double] {
    /// The index of the first value that is no less; the array rises.
    func firstIndex(from value: Double) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
