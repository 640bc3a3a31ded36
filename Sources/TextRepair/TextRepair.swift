/// Repairs what fonts, converters and OCR services do to the characters of a text.
public enum TextRepair {
    /// Rules feed each other (a full-width digit, then the space after it), but not for ever.
    private static let mostRounds = 6

    /// The text repaired; repairing it again changes nothing.
    public static func repaired(_ text: String) -> RepairedText {
        guard mayNeedRepair(text) else { return RepairedText(text) }
        var scalars = Array(text.unicodeScalars)
        var edits: [TextEdit] = []
        for _ in 0..<mostRounds {
            let before = edits.count
            for rule in TextRules.all { apply(rule, to: &scalars, &edits) }
            if edits.count == before { break }
        }
        return edits.isEmpty ? RepairedText(text) : RepairedText(String(scalars), edits: edits)
    }

    private static func apply(
        _ rule: TextRule, to scalars: inout [Unicode.Scalar], _ edits: inout [TextEdit]
    ) {
        let changes = rule.changes(scalars)
        guard !changes.isEmpty else { return }
        // told of from the end, so that the places of the others stay
        for change in changes.reversed() {
            edits.append(
                TextEdit(
                    rule: rule.name, at: change.range.lowerBound,
                    before: String(scalars[change.range]), after: change.text))
        }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        var start = 0
        for change in changes {
            result += scalars[start..<change.range.lowerBound]
            result += change.text.unicodeScalars
            start = change.range.upperBound
        }
        scalars = result + scalars[start...]
    }

    /// False for what no rule can change: Chinese characters, digits and single signs, which is
    /// most of what there is.
    private static func mayNeedRepair(_ text: String) -> Bool {
        var last: UInt32 = 0
        for scalar in text.unicodeScalars {
            let value = scalar.value
            switch value {
            case 0x4E00...0x9FA5:
                break
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x25:
                // a digit after a space, or after a sign that may be a minus
                if last == 0x20 || last == 0x2212 || last == 0xFF0D || last == 0x2014 {
                    return true
                }
            case 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A:
                if last == value { return true }
            case 0x20, 0x2C, 0x2212, 0xFF0D, 0x2014:
                break
            default: return true
            }
            last = value
        }
        return false
    }
}
