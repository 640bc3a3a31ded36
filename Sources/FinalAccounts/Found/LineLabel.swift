/// What the words beside a row, or above a column, say of its place in a sum.
struct LineLabel: Sendable {
    /// As printed, joined.
    let text: String
    /// Without ordinal, spaces and punctuation; see ``LabelKey``.
    let key: String
    /// Digits of a code: 208, 20805, 2080505.
    private(set) var code: [UInt8] = []
    /// The level of its ordinal: 1 for 一、, 2 for （一）, 3 for 1、, 4 for （1）, 5 for ①; nil for others.
    let mark: Int?
    /// 其中.
    let isPart: Bool
    /// 减：.
    let isLess: Bool
    /// 加：.
    let isMore: Bool
    /// 合计, 总计, 小计.
    let isTotal: Bool
    /// A balance carried forward from before, or to what follows.
    let isOpening: Bool
    let isClosing: Bool
    /// 1 for what adds to a balance, -1 for what takes from it.
    let movement: Int?
    /// Its outermost column is.
    let isHeadedTotal: Bool
    /// The outermost and the deepest label column that is filled; nil for none.
    let first: Int?
    let deepest: Int?

    init(_ texts: [String]) {
        first = texts.firstIndex { !$0.isEmpty }
        deepest = texts.lastIndex { !$0.isEmpty }
        var words: [String] = []
        for text in texts where !text.isEmpty {
            if !LineLabel.take(text, &code) || words.isEmpty && texts.count == 1 {
                words.append(text)
            }
        }
        text = words.joined()
        let isSpaced = text.unicodeScalars.contains { $0.properties.isWhitespace }
        let trimmed = isSpaced ? text.filter { !$0.isWhitespace } : text
        mark = LineLabel.mark(trimmed)
        let (plain, isPart) = LabelKey.item(trimmed)
        self.isPart = isPart
        isLess = plain.startsBytewise(with: "减") && LineLabel.hasColon(trimmed)
        isMore = plain.startsBytewise(with: "加") && LineLabel.hasColon(trimmed)
        key = plain
        let meaning = LabelWords(plain)
        isTotal = LineLabel.isTotal(plain, meaning)
        isOpening = meaning.contains(.opening)
        isClosing = meaning.contains(.closing) && !isOpening
        movement = meaning.contains(.takes) ? -1 : meaning.contains(.adds) ? 1 : nil
        if let first, texts.count > 1 {
            let head = LabelKey.item(texts[first]).key
            isHeadedTotal = LineLabel.isTotal(head, LabelWords(head))
        } else {
            isHeadedTotal = isTotal
        }
    }

    /// Nothing stands there.
    static let none = LineLabel([])

    private static func isTotal(_ key: String, _ words: LabelWords) -> Bool {
        words.contains(.total) || key == "计" || key == "总额"
    }

    var isEmpty: Bool { text.isEmpty && code.isEmpty }

    private static func hasColon(_ text: String) -> Bool { LabelWords(text).contains(.colon) }

    /// Takes a text that is a code, or the next part of one, or begins with one.
    private static func take(_ text: String, _ code: inout [UInt8]) -> Bool {
        let head = Array(text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        guard !head.isEmpty, head.count <= 12 else { return false }
        let isWhole = head.count == text.utf8.count
        if !isWhole {
            // 2080505 机关事业单位: the name stays
            if head.count >= 3, code.isEmpty, text.utf8.count > head.count {
                let next = Array(text.utf8)[head.count]
                if next == UInt8(ascii: " ") || next >= 0xE4 && next <= 0xE9 { code = head }
            }
            return false
        }
        if code.isEmpty || head.starts(with: code) && head.count > code.count {
            code = head
        } else {
            code += head.count == 1 ? [UInt8(ascii: "0")] + head : head
        }
        return true
    }

    /// The level that the ordinal before a label stands for.
    private static func mark(_ text: String) -> Int? {
        let scalars = Array(text.unicodeScalars.prefix(6)).map(LabelKey.folded)
        guard let first = scalars.first else { return nil }
        if first.value >= 0x2460, first.value <= 0x2473 { return 5 }
        let isOpen = first == "("
        let rest = scalars.dropFirst(isOpen ? 1 : 0)
        let numerals = rest.prefix { "一二三四五六七八九十".unicodeScalars.contains($0) }
        let digits = rest.prefix { $0.value >= 0x30 && $0.value <= 0x39 }
        let count = max(numerals.count, digits.count)
        guard count > 0, count < rest.count else { return nil }
        let sign = rest[rest.startIndex + count]
        if isOpen { return sign == ")" ? (numerals.isEmpty ? 4 : 2) : nil }
        if sign == ".", !digits.isEmpty, rest.count > count + 1,
            rest[rest.startIndex + count + 1].properties.numericType != nil
        {
            return nil
        }
        guard sign == "、" || sign == "." || sign == "," else { return nil }
        return numerals.isEmpty ? 3 : 1
    }

    /// Words of rates, which add up to nothing.
    static func isRate(_ text: String) -> Bool { LabelWords(text).contains(.rate) }
}
