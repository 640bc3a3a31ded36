internal import PageModel

/// What the lines around a table say: title, code, unit, organisation, year.
struct TableCaption {
    var title: String?
    var code: String?
    var unit: String?
    var organisation: String?
    var year: Int?
    /// The lines that said so.
    var lines: [TextLine] = []
    /// Whether a line says that the table of the page before goes on: 续表.
    var isContinuation = false
    /// Whether prose or headings stand between this table and what is above.
    var isPrecededByProse = false

    /// A title is set in characters at least this much larger than the table's, or ends in 表.
    static let titleSize = 1.12
    /// It is centred on the table or the page within this distance (points).
    static let centred = 45.0

    /// Reads the lines above a table, the nearest one last.
    init(above lines: [TextLine], table: Rect, pageWidth: Double, textSize: Double) {
        var rest: [TextLine] = []
        for line in lines {
            if take(line) { self.lines.append(line) } else { rest.append(line) }
        }
        let titles = rest.indices.reversed().prefix(6)
        for index in titles {
            let line = rest[index]
            guard TableCaption.isTitle(line, table: table, pageWidth: pageWidth, textSize: textSize)
            else {
                if title == nil, let numbered = TableCaption.numberedTitle(line) {
                    title = numbered
                    self.lines.append(line)
                }
                isPrecededByProse = true
                break
            }
            var parts = [line]
            var above = index - 1
            while above >= 0, let first = parts.first, TableCaption.continues(rest[above], first) {
                parts.insert(rest[above], at: 0)
                above -= 1
            }
            let printed = TableCaption.unmarked(parts.map(\.text.withoutSpaces).joined())
            title = printed.title
            isContinuation = isContinuation || printed.isContinuation
            self.lines += parts
            if above >= 0 { isPrecededByProse = true }
            break
        }
    }

    init() {}

    /// Takes what a line of labels says; false when it is something else.
    mutating func take(_ line: TextLine) -> Bool {
        if take(line.text) { return true }
        var said = self
        if line.pieces.count > 1, line.pieces.allSatisfy({ said.take($0.text) }) {
            self = said
            return true
        }
        guard let joined = TableCaption.labelled(line), !joined.isEmpty else { return false }
        joined.forEach { set($0) }
        return true
    }

    mutating func take(_ text: String) -> Bool {
        let (bare, isMarked) = TableCaption.unmarked(text.withoutSpaces)
        if isMarked, bare.isEmpty {
            isContinuation = true
            return true
        }
        guard let part = CaptionPart.parse(isMarked ? bare : text) else { return false }
        // one line may hold several labels with small gaps between them
        if case .organisation(let name) = part, name.contains("：") || name.contains(":") {
            return false
        }
        isContinuation = isContinuation || isMarked
        set(part)
        return true
    }

    /// A line with labels set apart by spaces inside: 部门：… 2024年度 单位：万元.
    ///
    /// Pieces that carry no label belong to the organisation's name before them.
    private static func labelled(_ line: TextLine) -> [CaptionPart]? {
        var texts: [String] = []
        for piece in line.pieces {
            let words = piece.text.split(separator: " ").map(String.init)
            for word in words {
                let starts =
                    CaptionPart.parse(word) != nil || word.hasSuffix("：") || word.hasSuffix(":")
                if let last = texts.last, !starts || last.hasSuffix("：") || last.hasSuffix(":") {
                    texts[texts.count - 1] = last + word
                } else {
                    texts.append(word)
                }
            }
        }
        let parts = texts.compactMap(CaptionPart.parse)
        return parts.count == texts.count ? parts : nil
    }

    private mutating func set(_ part: CaptionPart) {
        switch part {
        case .code(let code): self.code = code
        case .unit(let unit): self.unit = unit
        case .organisation(let name): setOrganisation(name)
        case .year(let year): self.year = year
        }
    }

    /// The year often follows the name with hardly a gap: 部门：… 2024年度.
    private mutating func setOrganisation(_ name: String) {
        guard !name.isEmpty else { return }
        organisation = name
        for length in [6, 5] where name.count > length {
            guard let year = CaptionPart.year(String(name.suffix(length))) else { continue }
            self.year = year
            organisation = String(name.dropLast(length))
            return
        }
    }

    // MARK: Titles

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

    private static func isTitle(
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
    private static func numberedTitle(_ line: TextLine) -> String? {
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
    private static func continues(_ line: TextLine, _ next: TextLine) -> Bool {
        let text = line.text.withoutSpaces
        guard !endsAsTable(text), !isHeading(text), !text.contains("。") else { return false }
        let gap = next.box.y0 - line.box.y1
        return gap < 0.9 * next.size && abs(line.size - next.size) < 0.08 * next.size
            && abs(line.box.midX - next.box.midX) < centred
    }
}
