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

    /// Reads the lines above a table, the nearest one last.
    init(above lines: [TextLine], table: Rect, pageWidth: Double, textSize: Double) {
        var rest: [TextLine] = []
        for line in lines {
            if take(line) { self.lines.append(line) } else { rest.append(line) }
        }
        takeTitle(
            from: rest,
            where: {
                TableCaption.isTitle($0, table: table, pageWidth: pageWidth, textSize: textSize)
            })
    }

    /// The title is the nearest of `lines` that looks like one; short lines may stand between.
    private mutating func takeTitle(from lines: [TextLine], where isTitle: (TextLine) -> Bool) {
        guard let nearest = lines.last else { return }
        let end = lines.indices.reversed().prefix(TableCaption.linesBetween + 1).first {
            isTitle(lines[$0]) || !TableCaption.isAside(lines[$0])
        }
        guard let end, isTitle(lines[end]) else {
            title = TableCaption.numberedTitle(nearest)
            if title != nil { self.lines.append(nearest) }
            isPrecededByProse = true
            return
        }
        var parts = [lines[end]]
        var above = end - 1
        while above >= 0, let first = parts.first, TableCaption.continues(lines[above], first) {
            parts.insert(lines[above], at: 0)
            above -= 1
        }
        let printed = TableCaption.unmarked(parts.map(\.text.withoutSpaces).joined())
        title = printed.title
        isContinuation = isContinuation || printed.isContinuation
        self.lines += parts
        if above >= 0 { isPrecededByProse = true }
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
}
