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
        var scalars = Array(text.unicodeScalars.map(folded).filter { !$0.properties.isWhitespace })
        var isPart = false
        var changed = true
        while changed {
            changed = false
            if scalars.starts(with: "其中".unicodeScalars) {
                scalars.removeFirst(2)
                isPart = true
                changed = true
            }
            if let first = scalars.first, ":,.".unicodeScalars.contains(first) {
                scalars.removeFirst()
                changed = true
            }
            let count = ordinalLength(scalars)
            if count > 0, count < scalars.count {
                scalars.removeFirst(count)
                changed = true
            }
        }
        return (key(String(String.UnicodeScalarView(scalars))), isPart)
    }

    private static func ordinalLength(_ scalars: [Unicode.Scalar]) -> Int {
        let opened = scalars.first == "("
        let start = opened ? 1 : 0
        let numerals = scalars[start...].prefix { "一二三四五六七八九十".unicodeScalars.contains($0) }
        let digits = scalars[start...].prefix { ("0"..."9").contains($0) }
        let length = max(numerals.count, digits.count)
        guard length > 0, scalars.count > start + length else { return 0 }
        let after = scalars[start + length]
        if opened { return after == ")" ? start + length + 1 : 0 }
        if after == "." && digits.count > 0 {
            // 1.5 is a number
            let next = scalars.count > length + 1 ? scalars[length + 1] : "."
            return ("0"..."9").contains(next) ? 0 : length + 1
        }
        return "、.,".unicodeScalars.contains(after) ? length + 1 : 0
    }

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
        case 0x2E80...0x2FD5: radicals[scalar] ?? scalar
        default: scalar
        }
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "%", "0"..."9", "a"..."z", "A"..."Z": false
        case "\u{0}"..."\u{7F}": true
        case "“", "”", "‘", "’", "、", "。", "《", "》", "「", "」", "·", "—", "…", "−": true
        default: scalar.properties.isWhitespace
        }
    }

    /// The radicals that converters write for characters of these tables.
    private static let radicals: [Unicode.Scalar: Unicode.Scalar] = [
        "⻔": "门", "⻋": "车", "⻅": "见", "⻚": "页", "⻓": "长", "⺠": "民", "⼀": "一", "⼆": "二",
        "⼈": "人", "⼊": "入", "⼋": "八", "⼒": "力", "⼗": "十", "⼟": "土", "⼤": "大", "⼦": "子",
        "⼩": "小", "⼯": "工", "⽂": "文", "⽅": "方", "⽇": "日", "⽉": "月", "⽔": "水", "⽤": "用",
        "⽬": "目", "⾏": "行", "⾦": "金", "⼝": "口", "⼥": "女", "⽀": "支", "⽐": "比", "⾃": "自",
    ]
}
