/// A printed number as a plain decimal.
public enum Amount {
    /// "1,358.64" → "1358.64", "△13.00", "(13.00)", "－13.00" → "-13.00", "１２" → "12",
    /// "12.5%" → "12.5"; nil when `text` is no well-formed number.
    ///
    /// Never goes through floating point: the digits that are printed are the digits given.
    public static func decimal(_ text: some StringProtocol) -> String? {
        var reading = Reading()
        for scalar in text.unicodeScalars {
            guard reading.take(ascii(scalar)) else { return nil }
        }
        return reading.decimal
    }

    /// A number under way, character by character.
    private struct Reading {
        private var digits = ""
        private var isNegative = false
        private var hasPoint = false
        /// An opening bracket waits for its other half.
        private var isOpen = false
        /// A closing bracket or a percent mark: nothing may follow.
        private var isEnded = false
        /// Digits before the first separator or the point.
        private var leading = 0
        /// Digits in each group after a separator.
        private var groups: [Int] = []

        /// False when the character cannot stand here in a number.
        mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case " ", "\u{3000}", "\u{A0}", "\n": return true
            case "0"..."9": return takeDigit(scalar)
            case ",":
                guard !hasPoint, !digits.isEmpty else { return false }
                groups.append(0)
            case ".":
                guard !hasPoint, !digits.isEmpty else { return false }
                hasPoint = true
                digits.append(".")
            case "-", "△", "▲":
                guard digits.isEmpty, !isNegative else { return false }
                isNegative = true
            case "(":
                guard digits.isEmpty, !isOpen else { return false }
                (isOpen, isNegative) = (true, true)
            case ")":
                guard isOpen, !digits.isEmpty else { return false }
                (isOpen, isEnded) = (false, true)
            case "%":
                guard !digits.isEmpty else { return false }
                isEnded = true
            default: return false
            }
            return true
        }

        private mutating func takeDigit(_ digit: Unicode.Scalar) -> Bool {
            if isEnded { return false }
            digits.unicodeScalars.append(digit)
            if !hasPoint {
                if groups.isEmpty { leading += 1 } else { groups[groups.count - 1] += 1 }
            }
            return true
        }

        /// The number read; nil when it is not complete.
        var decimal: String? {
            guard !digits.isEmpty, !isOpen, groups.allSatisfy({ $0 == 3 }),
                groups.isEmpty || leading <= 3
            else { return nil }
            let value = trimmed(digits.last == "." ? String(digits.dropLast()) : digits)
            let isZero = !value.contains { $0 != "0" && $0 != "." }
            return isNegative && !isZero ? "-" + value : value
        }
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
