internal import PageModel

/// Rulings in the order in which they are painted, without those that white is painted over later.
struct UncoveredRulings {
    /// Points: rulings are looked for by strips of the page so wide.
    private static let side = 16.0
    /// Strips that the page is divided into, at most; what lies beyond is in the last one.
    private static let most = 1000

    /// Nil where one is covered.
    private var rulings: [Ruling?] = []
    /// For each axis and strip the indices of the rulings whose position is in it.
    private var strips: [Ruling.Axis: [[Int]]] = [:]

    /// Those that are seen.
    var all: [Ruling] { rulings.compactMap(\.self) }

    mutating func append(_ ruling: Ruling) {
        let strip = UncoveredRulings.strip(ruling.position)
        var own = strips[ruling.axis, default: []]
        strips[ruling.axis] = nil  // so that the list is not copied
        while own.count <= strip { own.append([]) }
        own[strip].append(rulings.count)
        strips[ruling.axis] = own
        rulings.append(ruling)
    }

    private static func strip(_ position: Double) -> Int {
        Int(clamping: min(max(0, position / side), Double(most)))
    }

    /// Hides the rulings that lie wholly under a white box.
    mutating func cover(with box: Rect) {
        guard box.width > DrawnRulings.thickest, box.height > DrawnRulings.thickest else { return }
        let under = box.insetBy(0.3)
        remove(.horizontal, from: under.y0, to: under.y1) {
            $0.start >= box.x0 - 0.1 && $0.end <= box.x1 + 0.1
        }
        remove(.vertical, from: under.x0, to: under.x1) {
            $0.start >= box.y0 - 0.1 && $0.end <= box.y1 + 0.1
        }
    }

    private mutating func remove(
        _ axis: Ruling.Axis, from low: Double, to high: Double, where isWithin: (Ruling) -> Bool
    ) {
        guard let own = strips[axis], !own.isEmpty else { return }
        let first = min(UncoveredRulings.strip(low), own.count - 1)
        for strip in own[first...min(UncoveredRulings.strip(high), own.count - 1)] {
            for index in strip {
                guard let ruling = rulings[index], ruling.position > low, ruling.position < high,
                    isWithin(ruling)
                else { continue }
                rulings[index] = nil
            }
        }
    }
}
