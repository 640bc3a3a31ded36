extension TextRule {
    /// Radicals and compatibility forms (⼯, ⻋) that stand for ordinary characters (工, 车).
    ///
    /// Fonts whose character maps know only the glyph's first meaning give them.
    static let characters = TextRule(name: "compatibility-form") { text in
        text.indices.compactMap { index in
            CompatibilityForms.unified(text[index]).map {
                TextChange(range: index..<(index + 1), text: String($0))
            }
        }
    }
}

extension CompatibilityForms {
    private static let table: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        let text = pairs.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        let scalars = text.unicodeScalars.filter { $0 != "\n" }.map { $0 }
        for index in stride(from: 0, to: scalars.count - 1, by: 2) {
            table[scalars[index]] = scalars[index + 1]
        }
        return table
    }()

    /// The ordinary character that a form stands for; nil for ordinary characters.
    package static func unified(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x2E80...0x2FDF, 0xF900...0xFAFF: table[scalar]
        default: nil
        }
    }
}
