/// How a printed title stands to the official titles of one table.
enum TitleMatch: Comparable {
    /// It is another title, or there is none.
    case none
    /// It may be this one: a slip of the pen, or only the end of the official title is printed.
    case likely
    /// It is this one.
    case exact

    /// A title with more slips than this (share of its characters) is another title.
    static let mostSlips = 0.2
    /// Shorter titles (in characters) are too like each other for slips to be forgiven.
    static let leastLength = 6
    /// The end of an official title tells nothing unless it is at least so much of it (share of characters).
    static let leastPart = 0.6
}

/// Compares titles; knows what may stand in front of them.
struct TitleReader {
    private let prefixes: TitlePrefix

    init(_ words: [Catalogue.Mark: [String]], organisations: Set<String> = []) {
        prefixes = TitlePrefix(words, organisations: organisations)
    }

    /// A printed title, taken apart once for all the tables that it is compared with.
    struct Printed {
        let title: String
        let bare: String
        fileprivate let scalars: [Unicode.Scalar]
        fileprivate let qualifiers: [String]
    }

    /// - Parameter title: The key of a printed title.
    func printed(_ title: String) -> Printed {
        let bare = prefixes.stripped(title)
        return Printed(
            title: title, bare: bare, scalars: Array(bare.unicodeScalars),
            qualifiers: prefixes.qualifiers(bare))
    }

    /// - Parameter official: The keys of the table's titles.
    func match(_ printed: Printed, _ official: [String]) -> TitleMatch {
        let title = printed.title
        guard !title.isEmpty else { return .none }
        if official.contains(title) { return .exact }
        // the longest that it ends with: what stands before a shorter one would be a part of the title
        if let name = official.filter(title.endsBytewise).max(by: { $0.utf8.count < $1.utf8.count })
        {
            let prefix = String(title.droppingBytewise(suffix: name.utf8.count))
            return prefixes.saysNothing(prefix) ? .exact : .none
        }
        return official.contains { isLike(printed, $0) } ? .likely : .none
    }

    private func isLike(_ printed: Printed, _ name: String) -> Bool {
        let one = printed.scalars
        let count = name.unicodeScalars.count
        if one.count < count, name.endsBytewise(with: printed.bare) {
            return Double(one.count) >= TitleMatch.leastPart * Double(count)
        }
        let longer = max(one.count, count)
        guard min(one.count, count) >= TitleMatch.leastLength,
            Double(abs(one.count - count)) <= TitleMatch.mostSlips * Double(longer),
            printed.qualifiers == prefixes.qualifiers(name)
        else { return false }
        let other = Array(name.unicodeScalars)
        return Double(EditDistance.between(one, other)) <= TitleMatch.mostSlips * Double(longer)
    }
}

/// Edits that make one text the other.
package enum EditDistance {
    package static func between(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
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
