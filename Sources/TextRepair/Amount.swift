/// A printed number as a plain decimal.
public enum Amount {
    /// "1,358.64" → "1358.64", "△13.00", "(13.00)", "－13.00" → "-13.00", "１２" → "12",
    /// "12.5%" → "12.5"; nil when `text` is no well-formed number.
    ///
    /// Never goes through floating point: the digits that are printed are the digits given.
    public static func decimal(_ text: some StringProtocol) -> String? {
        var digits = ""
        var negative = false
        var opened = false
        var closed = false
        var groups: [Int] = []
        var sincePoint: Int?
        for scalar in text.unicodeScalars {
            let plain = ascii(scalar)
            switch plain {
            case " ", "\u{3000}", "\u{A0}", "\n": continue
            case "0"..."9":
                if closed { return nil }
                digits.unicodeScalars.append(plain)
                if sincePoint != nil {
                    sincePoint? += 1
                } else if !groups.isEmpty {
                    groups[groups.count - 1] += 1
                }
            case ",":
                guard sincePoint == nil, !digits.isEmpty else { return nil }
                groups.append(0)
            case ".":
                guard sincePoint == nil, !digits.isEmpty else { return nil }
                sincePoint = 0
                digits.append(".")
            case "-", "△", "▲":
                guard digits.isEmpty, !negative else { return nil }
                negative = true
            case "(":
                guard digits.isEmpty, !opened else { return nil }
                opened = true
            case ")":
                guard opened, !digits.isEmpty else { return nil }
                closed = true
            case "%":
                guard !digits.isEmpty else { return nil }
                closed = true
            default: return nil
            }
        }
        guard !digits.isEmpty, opened == (closed && opened), groups.allSatisfy({ $0 == 3 }) else {
            return nil
        }
        if digits.last == "." { digits.removeLast() }
        let value = trimmed(digits)
        let isZero = !value.contains { $0 != "0" && $0 != "." }
        return (negative || opened) && !isZero ? "-" + value : value
    }

    /// Without leading zeros before the units.
    private static func trimmed(_ digits: String) -> String {
        var view = digits[...]
        while view.count > 1, view.first == "0", view.dropFirst().first != "." {
            view.removeFirst()
        }
        return String(view)
    }

    /// The ASCII sign for full-width digits and the signs that stand for minus and brackets.
    static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "０"..."９": Unicode.Scalar(scalar.value - 0xFF10 + 0x30) ?? scalar
        case "．": "."
        case "，": ","
        case "－", "−", "—", "–": "-"
        case "（": "("
        case "）": ")"
        case "％": "%"
        case "＋": "+"
        default: scalar
        }
    }
}
