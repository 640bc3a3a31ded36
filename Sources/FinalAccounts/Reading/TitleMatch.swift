/// How well a printed title fits an official one, from 0 to 1.
enum TitleMatch {
    /// A title with more slips than this (share of its characters) is another title.
    static let mostSlips = 0.25

    static func score(_ title: String, _ official: [String]) -> Double {
        var best = 0.0
        for name in official {
            if title == name { return 1 }
            best = max(best, score(title, name))
        }
        return best
    }

    private static func score(_ title: String, _ name: String) -> Double {
        // the unit's name or 部门 before it; the longer of two that fit is the one
        if title.hasSuffix(name) {
            return 0.85 + 0.1 * Double(name.count) / Double(title.count)
        }
        let (one, other) = (Array(title.unicodeScalars), Array(name.unicodeScalars))
        let longer = max(one.count, other.count)
        guard longer >= 5, abs(one.count - other.count) <= longer / 4 else { return 0 }
        let slips = Double(distance(one, other)) / Double(longer)
        return slips <= mostSlips ? 0.9 * (1 - slips) : 0
    }

    /// Edits that make one the other.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var row = Array(0...other.count)
        for (i, a) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in other.enumerated() {
                let substituted = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}
