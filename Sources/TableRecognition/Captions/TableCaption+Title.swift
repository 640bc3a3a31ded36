internal import PageModel

/// What makes a line a table's title, and what only looks like one.
extension TableCaption {
    /// A title is set in characters at least this much larger than the table's, or ends in 表.
    static let titleSize = 1.12
    /// It is centred on the table or the page within this distance (points).
    static let centred = 45.0
    /// So many short lines may stand between it and the table: a date, a remark.
    static let linesBetween = 2

    /// Whether a line between title and table is a remark: short, no sentence, no heading.
    static func isAside(_ line: TextLine) -> Bool {
        let text = line.text.withoutSpaces
        return text.count <= 24 && !text.contains("。") && !isHeading(text)
    }

    /// What is printed over a table that goes on, or after its title there.
    static let continuationMarks: Set<String> = [
        "续表", "（续表）", "(续表)", "（续）", "(续)", "续", "续上表", "接上表", "接上页", "（接上页）",
    ]

    /// The title without a mark of continuation, and whether it had one.
    static func unmarked(_ title: String) -> (title: String, isContinuation: Bool) {
        // 续表1, 续表2
        let bare = title.contains("续表") ? String(title.trimmingDigits) : title
        for mark in continuationMarks.sorted(by: { $0.count > $1.count })
        where bare == mark || mark.count > 1 && bare.hasSuffix(mark) {
            return (String(bare.dropLast(mark.count)), true)
        }
        return (title, false)
    }

    /// Whether a line above a table is its title.
    static func isTitle(
        _ line: TextLine, table: Rect, pageWidth: Double, textSize: Double
    ) -> Bool {
        let text = line.text.withoutSpaces
        guard text.count <= 60, !text.contains("。"), !text.contains("；") else { return false }
        if isHeading(text) { return false }
        if unmarked(text).isContinuation { return endsAsTable(text) }
        let middle = line.box.midX
        let isCentred = min(abs(middle - table.midX), abs(middle - pageWidth / 2)) <= centred
        if endsAsTable(text) { return isCentred || line.size >= textSize * titleSize }
        return isCentred && line.size >= textSize * titleSize && text.count >= 3
            && !"，、：:,".contains(text.last ?? "，")
    }

    /// The title in a heading that is nothing else: 一、收入支出决算总表.
    static func numberedTitle(_ line: TextLine) -> String? {
        let text = line.text.withoutSpaces
        guard text.count <= 40, isHeading(text), endsAsTable(text), !text.hasPrefix("第"),
            let end = text.firstIndex(where: { "、）)".contains($0) })
        else { return nil }
        return String(text[text.index(after: end)...])
    }

    /// 第二部分, 一、, （一）, 1.: headings of the prose.
    static func isHeading(_ text: String) -> Bool {
        if text.hasPrefix("第"), text.prefix(5).contains(where: { $0 == "部" || $0 == "章" }) {
            return true
        }
        let numerals = Set("一二三四五六七八九十")
        let head = text.prefix { numerals.contains($0) }
        if !head.isEmpty, text.dropFirst(head.count).first == "、" { return true }
        if text.first == "（" || text.first == "(" {
            let inner = text.dropFirst().prefix { numerals.contains($0) }
            if !inner.isEmpty { return true }
        }
        return false
    }

    static func endsAsTable(_ text: String) -> Bool {
        var text = unmarked(text).title[...]
        if let last = text.last, last == "）" || last == ")",
            let open = text.lastIndex(where: { $0 == "（" || $0 == "(" })
        {
            text = text[..<open]
        }
        return text.hasSuffix("表")
    }

    /// Whether `line` is the first part of a title that `next` ends.
    static func continues(_ line: TextLine, _ next: TextLine) -> Bool {
        let text = line.text.withoutSpaces
        guard !endsAsTable(text), !isHeading(text), !text.contains("。") else { return false }
        let gap = next.box.y0 - line.box.y1
        let isCentred = abs(line.box.midX - next.box.midX) < centred
        // set flush left: the first line is full
        let isFlush =
            abs(line.box.x0 - next.box.x0) < 0.5 * next.size && line.box.x1 >= next.box.x1
        return gap < 0.9 * next.size && abs(line.size - next.size) < 0.08 * next.size
            && (isCentred || isFlush)
    }
}
