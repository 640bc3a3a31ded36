extension TextRule {
    /// Pairs of which one half is curly and one straight (“三公"), or that are turned the wrong way
    /// (”三公“).
    static let quotes = TextRule(name: "mixed-quotes") { text in
        var open: Int?
        var changes: [TextChange] = []
        for (index, scalar) in text.enumerated() {
            guard scalar == "“" || scalar == "”" || scalar == "\"" else { continue }
            guard let start = open else {
                open = index
                continue
            }
            // two that open: the first was never closed
            if scalar == "“", text[start] == "“" {
                open = index
                continue
            }
            open = nil
            // straight pairs are a style of their own
            if text[start] == "\"", scalar == "\"" { continue }
            if text[start] != "“" {
                changes.append(TextChange(range: start..<(start + 1), text: "“"))
            }
            if scalar != "”" {
                changes.append(TextChange(range: index..<(index + 1), text: "”"))
            }
        }
        return changes
    }
}
