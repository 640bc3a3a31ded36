extension TextRule {
    /// What OCR services write for signs: `\leq 20\%` for ≤20%, `$\leq 5\%$` for ≤5%.
    static let latex = TextRule(name: "latex") { text in
        guard text.contains("\\") else { return [] }
        var changes: [TextChange] = []
        var index = 0
        while index < text.count {
            guard let (end, sign) = latexSign(text, index) else {
                index += 1
                continue
            }
            changes.append(TextChange(range: index..<end, text: sign))
            index = end
        }
        return changes
    }

    private static let latexSigns: [String: String] = [
        "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "times": "×", "div": "÷",
        "pm": "±", "sim": "～", "approx": "≈", "cdot": "·", "rightarrow": "→",
    ]

    /// The sign that begins here, and where it ends.
    private static func latexSign(
        _ text: [Unicode.Scalar], _ start: Int
    ) -> (end: Int, sign: String)? {
        // the dollar signs around a formula belong to it
        if text[start] == "$" {
            guard let close = text[(start + 1)...].firstIndex(of: "$"),
                text[start..<close].contains("\\")
            else { return nil }
            return (close + 1, formula(Array(text[(start + 1)..<close])))
        }
        guard text[start] == "\\", let next = text.at(start + 1) else { return nil }
        if next == "%" || next == "$" || next == "&" { return (start + 2, String(next)) }
        let word = text[(start + 1)...].prefix { $0.isASCII && $0.properties.isAlphabetic }
        guard let sign = latexSigns[String(word)] else { return nil }
        var end = word.endIndex
        while text.at(end) == " " { end += 1 }
        return (end, sign)
    }

    private static func formula(_ text: [Unicode.Scalar]) -> String {
        var result = ""
        var index = 0
        while index < text.count {
            if let (end, sign) = latexSign(text, index) {
                result += sign
                index = end
            } else {
                if text[index] != " " { result.unicodeScalars.append(text[index]) }
                index += 1
            }
        }
        return result
    }
}
