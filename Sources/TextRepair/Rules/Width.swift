extension TextRule {
    /// Full-width digits and Latin letters (２０２４) to plain ones.
    ///
    /// Full-width punctuation is right in Chinese and stays, but for the point, comma and per cent
    /// of a number.
    static let width = TextRule(name: "full-width", isForNumbers: true) { text in
        text.indices.compactMap { index in
            let scalar = text[index]
            let plain: Unicode.Scalar? =
                switch scalar.value {
                case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
                    Unicode.Scalar(scalar.value - 0xFEE0)
                case 0xFF0E where isAnyDigit(text.at(index - 1)) && isAnyDigit(text.at(index + 1)):
                    "."
                case 0xFF05 where isAnyDigit(text.at(index - 1)): "%"
                default: nil
                }
            return plain.map { TextChange(range: index..<(index + 1), text: String($0)) }
        }
    }

    private static func isAnyDigit(_ scalar: Unicode.Scalar?) -> Bool {
        guard let value = scalar?.value else { return false }
        return (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
    }
}
