/// Names of sheets, as Excel allows them.
enum SheetName {
    static let contents = "目录"
    /// Excel's limit, in UTF-16 units.
    static let longest = 31

    private static let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\"]

    /// "01 收入支出决算总表".
    ///
    /// The number comes first: so no two names are equal, in whatever case, none begins with an
    /// apostrophe, none is empty or one that Excel keeps for itself.
    static func make(_ title: String?, number: Int) -> String {
        var name = (number < 10 ? "0\(number)" : String(number)) + " "
        var length = name.utf16.count
        for character in legible(title ?? "") {
            length += String(character).utf16.count
            if length > longest { break }
            name.append(character)
        }
        while let last = name.last, last == " " || last == "'" { name.removeLast() }
        return name
    }

    /// Without what no name may hold, white space as single spaces.
    private static func legible(_ title: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in title.unicodeScalars {
            if scalar.properties.isWhitespace {
                if let last = text.last, last != " " { text.append(" ") }
            } else if forbidden.contains(scalar) {
                text.append("-")
            } else if SheetText.isShown(scalar), scalar.properties.generalCategory != .format {
                text.append(scalar)
            }
        }
        return String(text)
    }
}
