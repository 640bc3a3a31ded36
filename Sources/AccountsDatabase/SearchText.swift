/// Texts as the full-text search has them.
enum SearchText {
    /// Unicode scalars.
    private static let longest = 20_000

    /// Chinese characters apart, so that each is a word of its own to the search: there are no
    /// spaces, and words of two characters must be found (SQLite's trigrams need three).
    ///
    /// Of texts that no cell or paragraph has, only the beginning is searched.
    static func apart(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(longest) {
            let isChinese = (0x3400...0x9FFF).contains(scalar.value)
            if isChinese { result.append(" ") }
            result.append(scalar)
            if isChinese { result.append(" ") }
        }
        return String(result)
    }

    /// A query for texts with these words, each as it stands; nil where there is nothing to look for.
    ///
    /// Quoted: whatever a person types is a text to find, and never an operator.
    static func query(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).filter { word in
            word.contains { $0.isLetter || $0.isNumber }
        }
        guard !words.isEmpty else { return nil }
        return words.map { word in
            "\""
                + apart(String(word.filter { $0 != "\"" })).split(separator: " ").joined(
                    separator: " ")
                + "\""
        }.joined(separator: " ")
    }
}
