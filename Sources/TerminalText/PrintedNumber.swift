/// Tells texts that print a number from words, to set them to the right.
public enum PrintedNumber {
    /// Digits with what is set around them: signs, separators, a unit of percent, brackets.
    public static func matches(_ text: String) -> Bool {
        var hasDigit = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", "０"..."９": hasDigit = true
            case ",", ".", "-", "−", "—", "－", "(", ")", "（", "）", "△", "%", "％", "+", "，", "．",
                " ":
                continue
            default: return false
            }
        }
        return hasDigit
    }
}
