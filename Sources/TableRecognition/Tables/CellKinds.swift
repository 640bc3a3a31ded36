internal import PageModel

/// What each body cell holds, from its own look and the header above it.
public enum CellKinds {
    static func kind(of content: CellContent, under header: [String]) -> TableCell.Kind {
        kind(of: content.plain, under: header)
    }

    /// What a text holds, spaces aside; `header` are the words above its column.
    public static func kind(of text: String, under header: [String]) -> TableCell.Kind {
        let plain = text.withoutSpaces
        if plain.isEmpty { return .empty }
        let shape = NumberShape(plain)
        guard shape.isNumber else { return isRunTogether(plain) ? .amount : .text }
        if case .integer(let digits) = shape {
            if header.contains(where: isLineNumberLabel) { return .lineNumber }
            if header.contains(where: isCodeLabel) { return .code }
            if header.contains(where: isCountLabel) { return .text }
            if plain.first == "0", digits > 1 { return .code }
        }
        return .amount
    }

    /// Digits, separators and points that are no one number: amounts that ran into each other.
    ///
    /// They are kept among the amounts, where they count as ill-formed and so as suspect.
    private static func isRunTogether(_ text: String) -> Bool {
        text.contains(",") && text.count(where: { $0 == "." }) > 1
            && text.unicodeScalars.allSatisfy { $0.isASCIIDigit || $0 == "," || $0 == "." }
    }

    private static func isLineNumberLabel(_ text: String) -> Bool {
        ["行次", "序号", "栏次"].contains(text)
    }

    private static func isCodeLabel(_ text: String) -> Bool {
        text.hasSuffix("编码") || text.hasSuffix("代码") || ["类", "款", "项"].contains(text)
    }

    private static func isCountLabel(_ text: String) -> Bool {
        text.hasSuffix("年度") || text.hasSuffix("日期")
    }
}
