extension TextRule {
    /// Punctuation set twice: 。。 and ，，; three or more are meant, or another matter.
    static let doubled = TextRule(name: "doubled-punctuation") { text in
        var changes: [TextChange] = []
        var index = 0
        while index < text.count {
            let scalar = text[index]
            guard "。，；：、".unicodeScalars.contains(scalar) else {
                index += 1
                continue
            }
            var end = index
            while text.at(end) == scalar { end += 1 }
            if end - index == 2 {
                changes.append(TextChange(range: index..<end, text: String(scalar)))
            }
            index = end
        }
        return changes
    }
}
