internal import Glibc
public import PageModel

/// What a number that OCR read may be: its digits' second choices, and the usual confusions.
public enum ScannedNumber {
    /// Another text of a number, and how unlikely that is: the sum of what each change costs, where a
    /// change that the engine itself holds for as likely costs nothing.
    public struct Reading: Sendable, Hashable {
        public var text: String
        public var cost: Double
    }

    /// Digits taken for each other on paper, whatever the engine says of them.
    private static let confusions: [Character: String] = [
        "0": "689", "1": "74", "2": "7", "3": "85", "4": "19", "5": "368", "6": "058", "7": "12",
        "8": "0369", "9": "048",
    ]
    /// What stands for a digit that lost a stroke at a ruling, or was taken for a letter.
    private static let lookalikes: [Character: String] = [
        "C": "0", "c": "0", "O": "0", "o": "0", "D": "0", "€": "6", "G": "6", "I": "1", "l": "1",
        "|": "1",
        ";": ",", "；": ",", ":": ".", "：": ".", "·": ".",
        "S": "5", "s": "5", "B": "8", "Z": "2", "z": "2", "g": "9", "q": "9", "A": "4",
    ]
    private static let lookalikeCost = 2.0
    /// What a confusion costs that the engine does not see, and one for certain characters more.
    private static let confusionCost = 5.0
    private static let certainCost = 4.0
    /// A point or separator lost, added or taken for the other.
    private static let pointCost = 3.0
    private static let dearest = 12.0
    private static let most = 40

    /// Well-formed numbers other than the one read, the likeliest first.
    public static func readings(of characters: [ReadCharacter]) -> [Reading] {
        let read = characters.map(\.text)
        let plain = Amount.decimal(read.joined())
        var cheapest: [String: Reading] = [:]
        func consider(_ texts: [String], _ cost: Double) {
            guard cost <= dearest, let (text, decimal) = number(texts.joined()), decimal != plain
            else {
                return
            }
            if cheapest[decimal].map({ $0.cost <= cost }) ?? false { return }
            cheapest[decimal] = Reading(text: text, cost: cost)
        }
        let changes = characters.indices.flatMap {
            ScannedNumber.changes(of: characters[$0], at: $0)
        }
        consider(read, 0)
        for (place, change) in changes.enumerated() {
            var texts = read
            texts[change.place] = change.text
            consider(texts, change.cost)
            // two that the engine is not sure of
            for other in changes[(place + 1)...]
            where other.place != change.place && change.isSeen && other.isSeen {
                var both = texts
                both[other.place] = other.text
                consider(both, change.cost + other.cost)
            }
        }
        for (text, cost) in points(read.joined()) { consider([text], cost) }
        return Array(
            cheapest.values.sorted { ($0.cost, $0.text) < ($1.cost, $1.text) }.prefix(most))
    }

    private struct Change {
        let place: Int
        let text: String
        let cost: Double
        /// The engine itself says that it may be so.
        let isSeen: Bool
    }

    private static func changes(of character: ReadCharacter, at place: Int) -> [Change] {
        var found: [Change] = character.alternatives.map { other in
            Change(
                place: place, text: other.text,
                cost: max(0, log(character.certainty / max(other.probability, 1e-6))),
                isSeen: true)
        }
        guard character.text.count == 1, let digit = character.text.first else { return found }
        if !digit.isNumber, !",.-".contains(digit) {
            // no sign of a number: the trace of a ruling, or a digit that lost a stroke
            for meant in [""] + (lookalikes[digit].map { [$0] } ?? [])
            where !found.contains(where: { $0.text == meant }) {
                found.append(
                    Change(place: place, text: meant, cost: lookalikeCost, isSeen: true))
            }
        }
        for other in confusions[digit] ?? ""
        where !found.contains(where: { $0.text == String(other) }) {
            found.append(
                Change(
                    place: place, text: String(other),
                    cost: confusionCost + certainCost * character.certainty, isSeen: false))
        }
        return found
    }

    /// The point where accounts have it, two places from the right; separators that stand wrong.
    private static func points(_ text: String) -> [(String, Double)] {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard digits.count >= 3 else { return [] }
        let sign = text.first.map { "-−－".contains($0) } ?? false ? "-" : ""
        return [(sign + digits.dropLast(2) + "." + digits.suffix(2), pointCost)]
    }

    /// The text with its separators where they belong, and the number; nil where it is none.
    private static func number(_ text: String) -> (text: String, decimal: String)? {
        if let decimal = Amount.decimal(text) { return (text, decimal) }
        let bare = text.filter { $0 != "," && $0 != "，" }
        return Amount.decimal(bare).map { (bare, $0) }
    }
}
