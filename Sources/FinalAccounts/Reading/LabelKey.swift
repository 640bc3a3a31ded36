internal import TextRepair

/// A label without what printers, converters and house styles vary.
///
/// Spaces, quotation marks, punctuation and brackets with what is in them are dropped, full-width
/// signs made plain, radicals that stand for characters made those characters.
enum LabelKey {
    /// The key of a header cell, a row label or a title.
    static func key(_ text: String) -> String {
        if let plain = plainKey(text) { return plain }
        var result = String.UnicodeScalarView()
        var held = String.UnicodeScalarView()
        var depth = 0
        for scalar in text.unicodeScalars {
            switch folded(scalar) {
            case "(", "[":
                depth += 1
            case ")", "]":
                if depth > 0 { depth -= 1 }
                if depth == 0 { held.removeAll() }
            case let plain where isDropped(plain): continue
            case let plain:
                if depth > 0 { held.append(plain) } else { result.append(plain) }
            }
        }
        // a bracket that never closes hides nothing
        result.append(contentsOf: held)
        return String(result)
    }

    /// The text itself where there is nothing to fold: Chinese characters and digits only.
    private static func plainKey(_ text: String) -> String? {
        var rest = text.utf8[...]
        while let byte = rest.first {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): rest = rest.dropFirst()
            case 0xE4...0xE9 where rest.count >= 3: rest = rest.dropFirst(3)
            default: return nil
            }
        }
        return text
    }

    /// A row label's key without its ordinal (一、, （一）, 1.), and whether it is a part of the
    /// row above (其中：).
    static func item(_ text: String) -> (key: String, isPart: Bool) {
        var rest = text.unicodeScalars[...]
        var isPart = false
        while let first = rest.first {
            let plain = folded(first)
            if isBlank(plain) || plain == ":" || plain == "," || plain == "." {
                rest.removeFirst()
            } else if plain == "其", rest.dropFirst().first == "中" {
                rest.removeFirst(2)
                isPart = true
            } else if let after = ordinalEnd(rest) {
                rest = rest[after...]
            } else {
                break
            }
        }
        if rest.startIndex == text.startIndex { return (key(text), isPart) }
        return (key(String(rest)), isPart)
    }

    /// Where the ordinal ends that a label begins with; nil where there is none before a text.
    private static func ordinalEnd(_ text: Substring.UnicodeScalarView) -> String.Index? {
        var index = text.startIndex
        let opened = folded(text[index]) == "("
        if opened { text.formIndex(after: &index) }
        let start = index
        while index < text.endIndex, isNumeral(text[index]) { text.formIndex(after: &index) }
        if index == start {
            while index < text.endIndex, ("0"..."9").contains(text[index]) {
                text.formIndex(after: &index)
            }
        }
        guard index > start, index < text.endIndex else { return nil }
        let sign = folded(text[index])
        let isDigits = ("0"..."9").contains(text[start])
        let next = text.index(after: index)
        guard next < text.endIndex else { return nil }
        if opened { return sign == ")" ? next : nil }
        // 1.5 is a number
        if sign == ".", isDigits, ("0"..."9").contains(text[next]) { return nil }
        return sign == "、" || sign == "." || sign == "," ? next : nil
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
        default: false
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// The number that a label begins with in Chinese numerals and 、: 21 for 二十一、.
    static func ordinal(_ text: String) -> Int? {
        var tens = 0
        var ones: Int?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "十":
                tens = (ones ?? 1) * 10
                ones = nil
            case "、": return tens + (ones ?? 0) > 0 ? tens + (ones ?? 0) : nil
            default:
                guard let digit = numerals[scalar] else { return nil }
                ones = digit
            }
        }
        return nil
    }

    private static let numerals: [Unicode.Scalar: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    /// A title's key, without the year it begins with.
    static func title(_ text: String) -> String {
        let key = key(text)
        guard key.utf8.count > 7, key.hasPrefix("20") else { return key }
        var rest = key.dropFirst(4)
        guard key.prefix(4).allSatisfy({ $0.isASCII && $0.isNumber }), rest.first == "年" else {
            return key
        }
        rest.removeFirst()
        if rest.first == "度" { rest.removeFirst() }
        return String(rest)
    }

    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x2E80...0x2FD5: CompatibilityForms.unified(scalar) ?? scalar
        default: scalar
        }
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "%", "0"..."9", "a"..."z", "A"..."Z": false
        case "\u{0}"..."\u{7F}": true
        case "“", "”", "‘", "’", "、", "。", "《", "》", "「", "」", "·", "—", "…", "−": true
        default: isBlank(scalar)
        }
    }
}
