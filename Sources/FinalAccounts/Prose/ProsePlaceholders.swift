/// XX局, XX万元: what a form leaves to be filled in, and was not.
struct ProsePlaceholders {
    private let words: [String]
    private var found: [ProseNote] = []

    /// A text with more of them is the form itself: the first stands for all.
    private static let most = 5
    private static let pairs = ["XX", "xx", "ＸＸ", "××", "＊＊", "**"]
    private static let crosses: Set<Unicode.Scalar> = ["X", "x", "Ｘ", "×", "＊", "*"]

    init(_ definition: ProseDefinition) { words = definition.words[.placeholder] ?? [] }

    var notes: [ProseNote] {
        found.count > ProsePlaceholders.most ? Array(found.prefix(1)) : found
    }

    mutating func read(_ paragraph: String, number: Int) {
        guard let place = place(in: paragraph) else { return }
        found.append(
            ProseNote(
                kind: .placeholder, place: ProsePlace(paragraph: number, range: place.range),
                printed: place.text))
    }

    /// The first one, with the word behind it.
    private func place(in text: String) -> (range: Range<Int>, text: String)? {
        guard ProsePlaceholders.pairs.contains(where: text.containsBytewise) else { return nil }
        let scalars = Array(text.unicodeScalars)
        var start = 0
        while start < scalars.count {
            guard ProsePlaceholders.crosses.contains(scalars[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < scalars.count, scalars[end] == scalars[start] { end += 1 }
            if end - start > 1, start == 0 || !isWord(scalars[start - 1]) {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[end...].prefix(4).drop { $0 == " " })
                let rest = String(view)
                if let word = words.first(where: rest.startsBytewise) {
                    var crosses = String.UnicodeScalarView()
                    crosses.append(contentsOf: scalars[start..<end])
                    return (start..<end, String(crosses) + word)
                }
            }
            start = end
        }
        return nil
    }

    /// Part of a number or of a word in Latin letters.
    private func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "a"..."z", "A"..."Z": true
        default: false
        }
    }
}
