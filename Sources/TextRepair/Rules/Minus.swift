extension TextRule {
    /// The signs that converters set for a minus (－, −, —) before a figure, where no range or dash
    /// can be meant: after a sign, or where the text begins.
    static let minus = TextRule(name: "minus", isForNumbers: true) { text in
        text.indices.compactMap { index in
            switch text[index] {
            case "－", "−", "—": break
            default: return nil
            }
            guard text.isDigit(index + 1) else { return nil }
            if let before = text.at(index - 1),
                !"（(，,：:、；;= ".unicodeScalars.contains(before)
            {
                return nil
            }
            return TextChange(range: index..<(index + 1), text: "-")
        }
    }
}
