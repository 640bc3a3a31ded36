/// What the beginning and the end of a line tell of paragraphs.
package enum ParagraphStart {
    private static let numerals = Set("一二三四五六七八九十")

    /// 第一部分, 一、, （一）: short lines that head what follows.
    package static func isHeading(_ text: String) -> Bool {
        guard text.count <= 30, text.last != "。" else { return false }
        if text.hasPrefix("第"), text.prefix(5).contains(where: { "部章节".contains($0) }) {
            return true
        }
        return isChineseItem(text)
    }

    /// Begins an item of a list: 一、 （一） （1） 1、 and the like.
    package static func isItem(_ text: String) -> Bool {
        if isChineseItem(text) { return true }
        let isOpen = text.first == "（" || text.first == "("
        let rest = isOpen ? text.dropFirst() : text[...]
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let sign = rest.dropFirst(digits.count).first else {
            return false
        }
        if isOpen { return sign == "）" || sign == ")" }
        let next = rest.dropFirst(digits.count + 1).first
        // 1.5 is a figure
        return sign == "、" || sign == "．" || sign == "." && !(next?.isNumber ?? false)
    }

    private static func isChineseItem(_ text: String) -> Bool {
        let isOpen = text.first == "（" || text.first == "("
        let rest = isOpen ? text.dropFirst() : text[...]
        let head = rest.prefix { numerals.contains($0) }
        guard (1...3).contains(head.count), let sign = rest.dropFirst(head.count).first else {
            return false
        }
        return isOpen ? sign == "）" || sign == ")" : sign == "、" || sign == "."
    }

    package static func endsSentence(_ text: String) -> Bool {
        text.last.map { "。；：！？;:”）".contains($0) } ?? true
    }

    /// A line of a contents page.
    package static func isContentsLine(_ text: String) -> Bool {
        text.contains("………") || text.contains("......")
    }
}
