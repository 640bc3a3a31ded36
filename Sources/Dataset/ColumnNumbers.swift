/// The header line that numbers a table's columns: 栏次 1 2 3, or 1 2=3+4 5 ….
enum ColumnNumbers {
    /// So many numbers in a line are no chance, where the word 栏次 does not stand before them.
    private static let enoughNumbers = 3

    /// The header without that line, unless it is all the header there is.
    static func removed(from header: [[String]]) -> [[String]] {
        let rest = header.indices.filter { !isCount(header, level: $0) }
        return rest.isEmpty ? header : rest.map { header[$0] }
    }

    /// Whether all that begins on this level counts columns.
    ///
    /// A cell that reaches down from the level above repeats its text here: that is none of this line's.
    private static func isCount(_ header: [[String]], level: Int) -> Bool {
        let texts = header[level].enumerated().filter { column, text in
            let above = level > 0 && column < header[level - 1].count
            return !text.isEmpty && !(above && header[level - 1][column] == text)
        }.map(\.element)
        let words: Set = ["栏次", "行次", "—", "-"]
        let rest = texts.filter { !words.contains($0) }
        let numbers = rest.compactMap(leadingNumber)
        guard let first = numbers.first, first <= 1, numbers.count == rest.count,
            zip(numbers, numbers.dropFirst()).allSatisfy({ $0 <= $1 && $1 <= $0 + 1 })
        else { return false }
        return texts.contains("栏次") || numbers.count >= enoughNumbers
    }

    /// "2=3+4" → 2; nil for what is no number of a column.
    private static func leadingNumber(_ text: String) -> Int? {
        let signs = Set("0123456789=+-－＝＋()（）")
        guard text.allSatisfy(signs.contains) else { return nil }
        return Int(text.prefix { $0.isASCII && $0.isNumber })
    }
}
