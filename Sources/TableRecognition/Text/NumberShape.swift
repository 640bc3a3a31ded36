/// What a cell's text looks like, before anyone knows what it means.
public enum NumberShape: Sendable, Hashable {
    /// Money or a share: has a decimal point, thousands separators, a sign or a percent mark.
    case amount
    /// Digits alone: a code, a line number, a year, or an amount without decimals.
    case integer(digits: Int)
    /// Anything else.
    case words

    public init(_ text: some StringProtocol) {
        self = NumberShape.shape(of: text.unicodeScalars)
    }

    /// Whether it is a number of any kind.
    public var isNumber: Bool { self != .words }

    private static func shape(of scalars: some Sequence<Unicode.Scalar>) -> NumberShape {
        var digits = 0
        var signs = 0
        var points = 0
        var commas = 0
        var percent = 0
        for scalar in scalars {
            switch scalar {
            case "0"..."9", "０"..."９": digits += 1
            case ".", "．": points += 1
            case ",", "，": commas += 1
            case "-", "－", "−", "—", "–", "△", "▲", "+", "(", ")", "（", "）": signs += 1
            case "%", "％": percent += 1
            case " ", "\u{3000}", "\u{A0}", "\n": continue
            default: return .words
            }
        }
        guard digits > 0, points <= 1, percent <= 1, signs <= 2 else { return .words }
        if points + commas + percent + signs == 0 { return .integer(digits: digits) }
        return .amount
    }
}
