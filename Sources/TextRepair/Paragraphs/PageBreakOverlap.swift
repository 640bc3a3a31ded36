/// Characters that stand at the end of a page and again at the beginning of the next.
///
/// Converters repeat some (…政策措施 | 施建议), but the text may mean them (…研究 | 究竟…): how the
/// document writes the words elsewhere decides.
struct PageBreakOverlap {
    static let rule = "page-break-overlap"
    /// Longer repetitions are meant.
    static let longest = 6

    enum Verdict {
        /// The second is one too many.
        case doubled
        case meant
        case unknown
    }

    let repeated: String
    let verdict: Verdict

    init?(before: String, after: String, _ witness: PhraseCounts) {
        guard let repeated = PageBreakOverlap.repetition(before, after) else { return nil }
        self.repeated = repeated
        let count = repeated.unicodeScalars.count
        let left = Array(before.unicodeScalars.dropLast(count).suffix(2))
        let right = Array(after.unicodeScalars.dropFirst(count).prefix(2))
        let once = PageBreakOverlap.count(left, repeated, right, witness)
        let twice = PageBreakOverlap.count(left, repeated + repeated, right, witness)
        // this very place is among what was counted, cut in two: it bears no witness
        verdict = once > twice ? .doubled : twice > 0 ? .meant : .unknown
    }

    /// How often the words stand so, with as much around them as is found at all.
    private static func count(
        _ left: [Unicode.Scalar], _ middle: String, _ right: [Unicode.Scalar],
        _ witness: PhraseCounts
    ) -> Int {
        for (before, after) in [(2, 2), (1, 2), (2, 1), (1, 1)]
        where before <= left.count && after <= right.count {
            let phrase = String(left.suffix(before)) + middle + String(right.prefix(after))
            let count = witness.count(of: phrase)
            if count > 0 { return count }
        }
        return 0
    }

    /// The longest Chinese text that ends the one and begins the other.
    static func repetition(_ before: String, _ after: String) -> String? {
        let end = Array(before.unicodeScalars.suffix(longest))
        let start = Array(after.unicodeScalars.prefix(longest))
        for count in stride(from: min(end.count, start.count), through: 1, by: -1) {
            let repeated = start.prefix(count)
            if end.suffix(count).elementsEqual(repeated),
                repeated.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) })
            {
                return String(repeated)
            }
        }
        return nil
    }
}
