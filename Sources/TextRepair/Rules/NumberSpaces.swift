extension TextRule {
    /// Spaces inside numbers and dates: `754. 75`, `1, 358. 64`, `2023. 10-2024. 3`.
    ///
    /// A list number before a figure (`1. 2024年`) keeps its space.
    static let numberSpaces = TextRule(name: "number-space", isForNumbers: true) { text in
        text.indices.compactMap { index in
            guard text[index] == " " || text[index] == "\u{A0}" else { return nil }
            return isInsideNumber(text, index)
                ? TextChange(range: index..<(index + 1), text: "") : nil
        }
    }

    private static func isInsideNumber(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        let after = digits(text, from: index + 1)
        // before a per cent sign
        if text.at(index + 1) == "%" { return text.isDigit(index - 1) }
        guard after > 0, let sign = text.at(index - 1) else { return false }
        if isBrokenYear(text, index, after) { return true }
        let before = digits(text, upTo: index - 1)
        guard before > 0 else { return false }
        if sign == "," {
            return before <= 3 && after == 3
        }
        guard sign == "." else { return false }
        // 1. 2024年, 3. 15个: the number of an item, where nothing but it stands before
        let isFirst = isItemNumber(text, index - 1 - before)
        if isFirst, before <= 2 { return false }
        // a date's month, or decimals
        return after <= 2 && text.at(index + 1 + after) != "."
    }

    /// 2023.10-20 24.3: the second year of a span of time, cut by a line's end.
    private static func isBrokenYear(_ text: [Unicode.Scalar], _ index: Int, _ after: Int) -> Bool {
        let before = digits(text, upTo: index)
        guard before > 0, before + after == 4,
            text[index - before] == "2" || text[index - before] == "1"
        else { return false }
        let sign = text.at(index - before - 1)
        let next = text.at(index + 1 + after)
        let isSpan = sign == "-" || sign == "—" || sign == "–" || sign == "至" || sign == "～"
        return isSpan && (next == "." || next == "年")
    }

    /// Whether a number that begins here may be an item's.
    private static func isItemNumber(_ text: [Unicode.Scalar], _ start: Int) -> Bool {
        guard let before = text.at(start - 1) else { return true }
        return "。；：\n ".unicodeScalars.contains(before)
    }

    private static func digits(_ text: [Unicode.Scalar], from start: Int) -> Int {
        var count = 0
        while text.isDigit(start + count) { count += 1 }
        return count
    }

    private static func digits(_ text: [Unicode.Scalar], upTo end: Int) -> Int {
        var count = 0
        while text.isDigit(end - 1 - count) { count += 1 }
        return count
    }
}
