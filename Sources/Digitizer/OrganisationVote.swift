/// Whose report it is: the name that most of it says, not the first text that looks like one.
///
/// Cover, tables and sentences each have one vote, which they divide among the names they say: twenty forms of a unit
/// below do not outvote the cover, nor does a cover that was misread outvote all the rest.
struct OrganisationVote {
    /// Where a name stands.
    enum Place: Int, CaseIterable {
        /// Where votes are equal, the tables' captions are the most careful.
        case table, cover, sentence
    }

    private var counts: [String: [Int]] = [:]
    private var totals = [Int](repeating: 0, count: Place.allCases.count)

    /// One more place that says `name`; texts that can be no name are passed over.
    mutating func add(_ name: String, in place: Place) {
        guard let name = OrganisationVote.name(name) else { return }
        counts[name, default: [Int](repeating: 0, count: Place.allCases.count)][place.rawValue] += 1
        totals[place.rawValue] += 1
    }

    /// The name with the most votes; nil where no name was said.
    var winner: String? {
        let joined = withCutNames.filter { score($0.value) > 0 }
        return joined.keys.sorted().max { one, other in
            let (one, other) = (joined[one] ?? [], joined[other] ?? [])
            let (mine, others) = (score(one), score(other))
            if abs(mine - others) > 1e-9 { return mine < others }
            return one.lexicographicallyPrecedes(other)
        }
    }

    /// The share of each place's votes; a sentence alone may be about anybody.
    private func score(_ counts: [Int]) -> Double {
        Place.allCases.reduce(0) { sum, place in
            let count = counts[place.rawValue]
            guard count > 0, place != .sentence || count >= OrganisationVote.leastSentences else {
                return sum
            }
            return sum + Double(count) / Double(totals[place.rawValue])
        }
    }

    private static let leastSentences = 3

    /// Names cut by a narrow cell count for the whole name, where the cover says that one, and neither cover nor
    /// sentences the cut one.
    private var withCutNames: [String: [Int]] {
        var result = counts
        for (name, count) in counts {
            guard count[Place.cover.rawValue] == 0, count[Place.sentence.rawValue] == 0 else {
                continue
            }
            let whole = counts.keys.filter { other in
                other.count > name.count && other.hasPrefix(name)
                    && !OrganisationVote.isPart(other.dropFirst(name.count))
                    && (counts[other]?[Place.cover.rawValue] ?? 0) > 0
            }
            guard let whole = whole.min(by: { ($0.count, $0) < ($1.count, $1) }) else { continue }
            result[whole, default: count][Place.table.rawValue] += count[Place.table.rawValue]
            result[name] = nil
        }
        return result
    }

    /// 某某局 and 某某局（本级） are two.
    private static func isPart(_ rest: Substring) -> Bool {
        rest.hasPrefix("（") || rest.hasPrefix("本级") || rest.hasPrefix("机关")
    }

    // MARK: What can be a name

    /// In characters.
    private static let length = 4...40

    /// Without spaces, brackets made full-width; nil where it can be no organisation's name.
    private static func name(_ text: String) -> String? {
        var name = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar {
            case "(": name.append("（")
            case ")": name.append("）")
            case "（", "）", "·", "〇": name.append(scalar)
            case "A"..."Z", "a"..."z", "0"..."9": name.append(scalar)
            case "\u{3400}"..."\u{9FFF}", "\u{20000}"..."\u{3FFFF}": name.append(scalar)
            default: return nil
            }
        }
        let han = name.count { $0.value >= 0x3400 && $0.value <= 0x9FFF }
        guard length.contains(name.count), han * 2 > name.count else { return nil }
        return String(name)
    }
}
