/// A number that Excel shows as the document prints it.
struct ShownNumber: Equatable {
    /// A double holds as many digits whatever they are, and Excel shows no more.
    static let mostDigits = 15
    /// Excel's number formats know 30 decimals; no amount has as many digits before the point.
    static let mostPlaces = 30

    let value: Double
    /// Excel's number format: decimals, separators, brackets, △ and % as printed.
    let format: String

    /// `amount` is the plain decimal of what `text` prints; nil where Excel would lose a digit.
    init?(_ amount: String, printedAs text: String) {
        let parts = amount.drop { $0 == "-" }.split(
            separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2, let value = Double(amount) else {
            return nil
        }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard whole.count <= ShownNumber.mostPlaces, decimals.count <= ShownNumber.mostPlaces,
            ShownNumber.significantDigits(whole + decimals) <= ShownNumber.mostDigits
        else { return nil }
        self.value = value
        let print = Print(text)
        var pattern = print.hasSeparators ? "#,##0" : "0"
        let zeros = print.wholeDigits - whole.count
        // zeros before the units, as in 007
        if zeros > 0, !print.hasSeparators {
            guard print.wholeDigits <= ShownNumber.mostPlaces else { return nil }
            pattern = String(repeating: "0", count: print.wholeDigits)
        }
        if !decimals.isEmpty { pattern += "." + String(repeating: "0", count: decimals.count) }
        if print.isPercent { pattern += "\"%\"" }
        format = amount.hasPrefix("-") ? print.negative(pattern) : pattern
    }

    private static func significantDigits(_ digits: some StringProtocol) -> Int {
        var digits = digits.drop { $0 == "0" }
        while digits.last == "0" { digits.removeLast() }
        return digits.count
    }

    /// What is set around the digits.
    private struct Print {
        var hasSeparators = false
        var isPercent = false
        /// Digits before the point.
        var wholeDigits = 0
        private var sign: Character = "-"
        private var isAfterPoint = false

        init(_ text: String) {
            for scalar in text.unicodeScalars {
                switch scalar {
                case "0"..."9", "０"..."９": if !isAfterPoint { wholeDigits += 1 }
                case ",", "，": hasSeparators = true
                case ".", "．": isAfterPoint = true
                case "%", "％": isPercent = true
                case "(", "（": sign = "("
                case "△", "▲": sign = Character(scalar)
                default: break
                }
            }
        }

        /// The pattern for numbers that are not negative, and the one for those that are.
        func negative(_ pattern: String) -> String {
            switch sign {
            case "(": "\(pattern);(\(pattern))"
            case "△", "▲": "\(pattern);\"\(sign)\"\(pattern)"
            default: pattern
            }
        }
    }
}
