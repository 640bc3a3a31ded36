/// Turns any text into a file name that every common file system takes.
public enum SafeFileName {
    /// Leaves room below the usual 255 bytes for a number, an extension and a temporary's mark.
    public static let longest = 180

    /// Not allowed in names on Windows, where many readers of the output work; `/` anywhere.
    private static let forbidden: Set<Unicode.Scalar> = [
        "/", "\\", ":", "*", "?", "\"", "<", ">", "|",
    ]

    /// `text` without what no file name may hold, cut to `limit` UTF-8 bytes between characters;
    /// `fallback` when nothing is left.
    public static func make(
        _ text: String, limit: Int = longest, fallback: @autoclosure () -> String
    ) -> String {
        var name = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                if let last = name.last, last != " " { name.append(" ") }
            } else if forbidden.contains(scalar) {
                name.append("_")
            } else if isVisible(scalar) {
                name.append(scalar)
            }
        }
        var safe = cut(String(name), to: limit)
        // a leading dot hides a file, a leading ~ is a home folder to shells; Windows drops final dots
        while let first = safe.first, ". ~".contains(first) { safe.removeFirst() }
        while let last = safe.last, ". ".contains(last) { safe.removeLast() }
        return safe.isEmpty ? fallback() : safe
    }

    /// The name of one file or folder, as ``make(_:limit:fallback:)`` would leave it: nothing that leads elsewhere.
    public static func isSafe(_ name: String) -> Bool {
        !name.isEmpty && make(name, limit: 255, fallback: "") == name
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            false
        default: true
        }
    }

    private static func cut(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        var length = 0
        return String(
            text.prefix { character in
                length += character.utf8.count
                return length <= limit
            })
    }
}
