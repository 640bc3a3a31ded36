/// Texts as a workbook can hold them.
struct SheetText {
    /// Excel's limit for a cell, in UTF-16 units.
    static let longest = 32_767

    let text: String
    /// The document's text is longer.
    let isCut: Bool

    /// `text` without control characters, cut where a cell holds no more.
    init(_ text: String, limit: Int = longest) {
        let clean = SheetText.escaped(SheetText.cleaned(text))
        guard clean.utf16.count > limit else {
            self.text = clean
            isCut = false
            return
        }
        var length = 0
        self.text = String(
            clean.prefix { character in
                length += String(character).utf16.count
                return length <= limit
            })
        isCut = true
    }

    /// Not control characters, nor what is no character.
    static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: false
        case .unassigned: !scalar.properties.isNoncharacterCodePoint
        default: true
        }
    }

    private static func cleaned(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            switch scalar {
            case "\n" where isAfterReturn: continue
            case "\n", "\r": clean.append("\n")
            case "\t": clean.append(scalar)
            default: if isShown(scalar) { clean.append(scalar) }
            }
        }
        return String(clean)
    }

    /// Excel reads `_x0041_` as A; in a text that has it, `_x005F_` stands for the first `_`.
    private static func escaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        let scalars = Array(text.unicodeScalars)
        var escaped = String.UnicodeScalarView()
        for (place, scalar) in scalars.enumerated() {
            escaped.append(scalar)
            if scalar == "_", isEscape(scalars[place...].prefix(7)) {
                escaped.append(contentsOf: "x005F_".unicodeScalars)
            }
        }
        return String(escaped)
    }

    private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let start = scalars.startIndex
        return scalars.count == 7 && scalars[start + 1] == "x" && scalars[start + 6] == "_"
            && scalars[(start + 2)..<(start + 6)].allSatisfy(\.properties.isASCIIHexDigit)
    }
}
