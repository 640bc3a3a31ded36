internal import PageModel

/// The lines of a page that can be a table without rulings.
struct TableRegion {
    var lines: [TextLine]
    /// Whether a title or a unit stands right above.
    var hasCaption: Bool
    /// Whether it lies under a header that is ruled alone.
    var isBody = false

    /// A line this wide (share of the page) in one piece is prose.
    static let proseWidth = 0.55
    /// So many lines with several pieces make a table under a caption.
    static let leastLines = 2
    /// … and so many where nothing announces one.
    static let leastUnannounced = 4

    /// Regions from top to bottom.
    ///
    /// `continues`: the page before ended in such a table.
    ///
    /// Under `heads`, headers that are ruled alone, a body is expected. In `bands`, heights between
    /// rulings of one extent, all lines are one table's.
    static func find(
        _ lines: [TextLine], page: Page, continues: Bool, heads: [Rect] = [],
        bands: [ClosedRange<Double>] = []
    ) -> [TableRegion] {
        var regions: [TableRegion] = []
        var band: ClosedRange<Double>?
        var current = TableRegion(lines: [], hasCaption: continues)
        var announced = continues
        for (index, line) in lines.enumerated() {
            let next = index + 1 < lines.count ? lines[index + 1] : nil
            let top = index > 0 ? lines[index - 1].box.midY : 0
            if heads.contains(where: { $0.midY > top && $0.midY < line.box.midY }) {
                regions.append(current)
                current = TableRegion(lines: [], hasCaption: true, isBody: true)
                announced = true
            }
            if let inside = bands.first(where: { $0.contains(line.box.midY) }) {
                if band != inside, !(band == nil && announced && current.lines.isEmpty) {
                    regions.append(current)
                    current = TableRegion(lines: [], hasCaption: true, isBody: true)
                    announced = true
                }
                current.isBody = true
                band = inside
                current.lines.append(line)
                continue
            }
            if band != nil, line.pieces.count == 1 {
                regions.append(current)
                current = TableRegion(lines: [], hasCaption: false)
                announced = false
            }
            band = nil
            if isWithin(line, after: current.lines.last, before: next) {
                current.lines.append(line)
                continue
            }
            switch kind(of: line, page, isFirst: current.lines.isEmpty) {
            case .caption:
                regions.append(current)
                current = TableRegion(lines: [], hasCaption: true)
                announced = true
            case .end:
                regions.append(current)
                current = TableRegion(lines: [], hasCaption: false)
                announced = false
            case .inside:
                current.lines.append(line)
            }
            current.hasCaption = announced
        }
        regions.append(current)
        return regions.compactMap { $0.trimmed().checked() }
    }

    private enum LineKind { case caption, end, inside }

    private static func kind(of line: TextLine, _ page: Page, isFirst: Bool) -> LineKind {
        let text = line.text.withoutSpaces
        if TableNote.starts(text) { return .end }
        var caption = TableCaption()
        // a year alone may also be a part of a wrapped name
        if caption.take(line), isFirst || CaptionPart.year(text) == nil { return .caption }
        guard line.pieces.count == 1 else { return .inside }
        let centred = abs(line.box.midX - page.width / 2) < TableCaption.centred
        if TableCaption.endsAsTable(text), centred, text.count >= 4, text.count <= 60 {
            return .caption
        }
        if TableCaption.isHeading(text), !startsRow(text) { return .end }
        return line.box.width > proseWidth * page.width ? .end : .inside
    }

    /// 一、一般公共服务支出 opens a row as well as a chapter; the rows of the accounts end so.
    private static func startsRow(_ text: String) -> Bool {
        ["收入", "支出", "结余", "拨款", "资金", "预算"].contains { text.hasSuffix($0) }
    }

    /// Whether a line of one piece is set tight between lines of a table: a wrapped name.
    private static func isWithin(_ line: TextLine, after: TextLine?, before: TextLine?) -> Bool {
        guard line.pieces.count == 1, let after, let before, before.pieces.count > 1 else {
            return false
        }
        let gaps = [line.box.y0 - after.box.y1, before.box.y0 - line.box.y1]
        return (gaps.min() ?? 0) < 0.3 * line.size && (gaps.max() ?? 0) < 2.5 * line.size
            && CaptionPart.parse(line.text) == nil && !TableNote.starts(line.text.withoutSpaces)
    }

    /// Without lines of one piece before the first and after the last line that has several.
    private func trimmed() -> TableRegion {
        var result = self
        while let first = result.lines.first, first.pieces.count == 1,
            !isShortNear(first, result.lines.dropFirst().first)
        {
            result.lines.removeFirst()
        }
        while let last = result.lines.last, last.pieces.count == 1,
            !isShortNear(last, result.lines.dropLast().last)
        {
            result.lines.removeLast()
        }
        return result
    }

    /// A wrapped part of a cell: close to a line of the table.
    private func isShortNear(_ line: TextLine, _ other: TextLine?) -> Bool {
        guard let other, other.pieces.count > 1 || lines.count > 2 else { return false }
        // a sentence ends above a table
        if line.text.hasSuffix("。"), line.box.y1 < other.box.midY { return false }
        let gap = max(other.box.y0 - line.box.y1, line.box.y0 - other.box.y1)
        let isTotal = ColumnFinder.totals.contains(line.text.withoutSpaces)
        return gap < (isTotal ? 2.5 : 1.2) * line.size
    }

    private func checked() -> TableRegion? {
        let tabular = lines.filter { $0.pieces.count > 1 }
        let numeric = tabular.filter { line in
            line.pieces.contains { NumberShape($0.text.withoutSpaces).isNumber }
        }
        let wide = tabular.filter { $0.pieces.count > 2 }
        if hasCaption {
            return tabular.count >= TableRegion.leastLines && (isBody || !wide.isEmpty) ? self : nil
        }
        if countsItsRows(tabular) { return self }
        return numeric.count >= TableRegion.leastUnannounced
            && wide.count >= TableRegion.leastUnannounced ? self : nil
    }

    /// Whether a line of labels stands over rows that count themselves: 序号, 1, 2, 3.
    private func countsItsRows(_ tabular: [TextLine]) -> Bool {
        guard let head = tabular.first, head.pieces.count > 2,
            head.pieces.allSatisfy({ NumberShape($0.text) == .words })
        else { return false }
        let firsts = tabular.dropFirst().compactMap(\.pieces.first).filter {
            $0.box.x1 < head.pieces[1].box.x0 && $0.box.x1 > head.pieces[0].box.x0
        }
        return firsts.count >= TableRegion.leastLines
            && firsts.map(\.text) == (1...firsts.count).map(String.init)
    }
}
