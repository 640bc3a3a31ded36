extension TextRule {
    /// Pairs of which one half is Chinese and one Latin: （一) becomes （一）.
    static let brackets = TextRule(name: "mixed-brackets") { text in
        var open: [Int] = []
        var changes: [TextChange] = []
        for (index, scalar) in text.enumerated() {
            switch scalar {
            case "(", "（": open.append(index)
            case ")", "）":
                guard let start = open.popLast() else { continue }
                let isLatin = (text[start] == "(", scalar == ")")
                guard isLatin.0 != isLatin.1 else { continue }
                if isLatin.0 { changes.append(TextChange(range: start..<(start + 1), text: "（")) }
                if isLatin.1 { changes.append(TextChange(range: index..<(index + 1), text: "）")) }
            default: break
            }
        }
        return changes.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
