internal import PageModel

/// Where borders between columns must lie: the strips of a region that its gaps ask for.
///
/// Each gap between two pieces beside each other holds a border. The fewest borders that serve all
/// gaps are kept: narrow gaps tell where one lies, wide ones are served by any in them.
struct BorderZones {
    /// A strip that some border lies in, points.
    struct Zone: Hashable {
        var x0: Double
        var x1: Double
        /// The number of gaps that it serves.
        var support: Int

        var middle: Double { (x0 + x1) / 2 }
    }

    /// From left to right, none overlapping another.
    private(set) var zones: [Zone] = []

    /// Common parts of a gap and a zone narrower than this (points) are none.
    static let leastCommon = 0.5

    init(gaps: [(x0: Double, x1: Double)]) {
        for gap in gaps.sorted(by: { ($0.x1 - $0.x0, $0.x0) < ($1.x1 - $1.x0, $1.x0) }) {
            add(gap)
            if zones.count > FormFragment.mostBorders { break }
        }
        zones.sort { $0.x0 < $1.x0 }
    }

    private mutating func add(_ gap: (x0: Double, x1: Double)) {
        let common = zones.indices.map { index in
            min(zones[index].x1, gap.x1) - max(zones[index].x0, gap.x0)
        }
        var served = false
        for index in zones.indices where zones[index].x0 >= gap.x0 && zones[index].x1 <= gap.x1 {
            zones[index].support += 1
            served = true
        }
        if served { return }
        guard let best = common.indices.max(by: { common[$0] < common[$1] }),
            common[best] >= BorderZones.leastCommon
        else {
            zones.append(Zone(x0: gap.x0, x1: gap.x1, support: 1))
            return
        }
        zones[best].x0 = max(zones[best].x0, gap.x0)
        zones[best].x1 = min(zones[best].x1, gap.x1)
        zones[best].support += 1
    }

    /// Narrows zones to the narrow gaps that lie in them: at these an edge parts two texts.
    mutating func narrow(to gaps: [(x0: Double, x1: Double)]) {
        for gap in gaps {
            for index in zones.indices {
                let common = (max(zones[index].x0, gap.x0), min(zones[index].x1, gap.x1))
                guard common.1 - common.0 >= BorderZones.leastCommon else { continue }
                (zones[index].x0, zones[index].x1) = common
                break
            }
        }
    }

    /// Whether a zone reaches into the gap between two pieces.
    func part(_ left: Rect, from right: Rect) -> Bool {
        zones.contains { min($0.x1, right.x0) - max($0.x0, left.x1) >= BorderZones.leastCommon }
    }

    /// Whether a text reaches over a zone from side to side.
    func cross(_ box: Rect) -> Bool {
        zones.contains { $0.x0 > box.x0 && $0.x1 < box.x1 }
    }
}
