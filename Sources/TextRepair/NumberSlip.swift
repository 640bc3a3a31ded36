/// What stands for a number but is none: letters for digits (1,3S8.64), separators for points
/// (1.358,64).
public enum NumberSlip {
    /// The well-formed number that is probably meant; nil where nothing is slipped, or nothing fits.
    ///
    /// A guess: it is right only where a relation to other figures says so.
    public static func mended(_ text: String) -> String? {
        guard text.contains(where: \.isNumber), Amount.decimal(text) == nil else { return nil }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\u{3000}": continue
            case "O", "o", "〇", "Ｏ": scalars.append("0")
            case "l", "I", "|", "丨", "ｌ": scalars.append("1")
            case "S", "s": scalars.append("5")
            case "B": scalars.append("8")
            case "Z", "z": scalars.append("2")
            case "．", "。", "·": scalars.append(".")
            case "，", "、", "'": scalars.append(",")
            default: scalars.append(scalar)
            }
        }
        let plain = String(scalars)
        if Amount.decimal(plain) != nil { return plain }
        return withOnePoint(plain)
    }

    /// Points and commas mixed up: the last sign before two digits is the point.
    private static func withOnePoint(_ text: String) -> String? {
        guard let last = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return nil }
        let decimals = text[text.index(after: last)...]
        guard decimals.count == 2, decimals.allSatisfy(\.isNumber) else { return nil }
        let whole = text[..<last].replacing(".", with: ",")
        let mended = whole + "." + decimals
        return Amount.decimal(mended) == nil ? nil : String(mended)
    }
}
