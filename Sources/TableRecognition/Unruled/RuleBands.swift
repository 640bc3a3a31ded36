internal import PageModel

/// The heights between the first and the last of horizontal rulings of one extent: a table with rules
/// between its rows, or one with three lines.
enum RuleBands {
    /// So many rulings make a band.
    static let leastRules = 3
    /// Rulings of one band begin and end within this distance (points).
    static let sameEnd = 3.0
    /// The lines of a table have several pieces: so many of the band's (share).
    static let tabular = 0.5

    /// From top to bottom; none overlaps another.
    static func find(_ rules: [Ruling], _ lines: [TextLine]) -> [ClosedRange<Double>] {
        var groups: [[Ruling]] = []
        for rule in rules.sorted(by: { $0.position < $1.position }) {
            if let same = groups.lastIndex(where: { isAlike($0.last, rule) }),
                !parts(groups[same], rule, lines)
            {
                groups[same].append(rule)
            } else {
                groups.append([rule])
            }
        }
        var bands: [ClosedRange<Double>] = []
        for group in groups where group.count >= leastRules {
            guard let first = group.first, let bottom = group.last?.position else { continue }
            let top = headTop(over: first, rules, lines)
            let inside = lines.filter { $0.box.midY > top && $0.box.midY < bottom }
            let wide = inside.count { $0.pieces.count > 1 }
            // rules between the rows show them where most rows have one text
            let isParted = group.count * 2 > inside.count && wide >= TableRegion.leastLines
            guard !inside.isEmpty, isParted || Double(wide) >= tabular * Double(inside.count),
                !bands.contains(where: { $0.overlaps(top...bottom) })
            else { continue }
            bands.append(top...bottom)
        }
        return bands.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Where a header begins that stands over the band's first ruling, for want of one at its top: a
    /// shorter ruling between its levels shows that it is one.
    private static func headTop(
        over first: Ruling, _ rules: [Ruling], _ lines: [TextLine]
    ) -> Double {
        let inner = rules.filter {
            $0.position < first.position - sameEnd && $0.start > first.start - sameEnd
                && $0.end < first.end + sameEnd && !isAlike($0, first)
        }
        var top = first.position
        for line in lines.filter({ $0.box.midY < first.position }).reversed() {
            guard top - line.box.y1 < headGap * line.box.height,
                line.box.x0 > first.start - sameEnd, line.box.x1 < first.end + sameEnd,
                !isCaption(line)
            else { break }
            let isOnRule = inner.contains {
                $0.position > line.box.midY && $0.position < top + sameEnd
                    && $0.start < line.box.midX && $0.end > line.box.midX
            }
            guard line.pieces.count > 1 || isOnRule else { break }
            top = line.box.y0
        }
        let hasLevels = inner.contains { $0.position > top && $0.position < first.position }
        return hasLevels ? top : first.position
    }

    /// The lines of a header are no further apart than so many of their heights.
    static let headGap = 1.5

    /// Whether a caption, or a heading in a gap wider than those above, stands between a band and the
    /// next ruling: two tables one over the other are no one band.
    private static func parts(_ group: [Ruling], _ next: Ruling, _ lines: [TextLine]) -> Bool {
        guard let last = group.last?.position else { return false }
        let gaps = zip(group, group.dropFirst()).map { $1.position - $0.position }.sorted()
        let isWide =
            gaps.isEmpty || next.position - last > widerGap * gaps[gaps.count / 2]
        return lines.contains { line in
            guard line.box.midY > last, line.box.midY < next.position else { return false }
            let isAlone = lines.allSatisfy {
                $0 == line || $0.box.y1 <= line.box.y0 + line.box.height * overlap
                    || $0.box.y0 >= line.box.y1 - line.box.height * overlap
            }
            return isCaption(line) || isWide && isAlone && isHeading(line)
        }
    }

    /// Wider than the usual gap by this factor, a gap parts two tables.
    static let widerGap = 2.0
    /// Lines over each other may share so much of their height.
    static let overlap = 0.2

    private static func isCaption(_ line: TextLine) -> Bool {
        var caption = TableCaption()
        let text = line.text.withoutSpaces
        if caption.take(line) { return CaptionPart.year(text) == nil }
        return line.pieces.count == 1 && text.count >= 4 && TableCaption.endsAsTable(text)
    }

    /// 一、, （1）, 2、 alone on their line.
    private static func isHeading(_ line: TextLine) -> Bool {
        guard line.pieces.count == 1 else { return false }
        let text = line.text.withoutSpaces
        if TableCaption.isHeading(text) { return true }
        let number = text.drop { "（(".contains($0) }
        let digits = number.prefix { $0.isNumber && $0.isASCII }
        guard !digits.isEmpty, let mark = number.dropFirst(digits.count).first else { return false }
        return "、）)".contains(mark)
    }

    private static func isAlike(_ a: Ruling?, _ b: Ruling) -> Bool {
        guard let a else { return false }
        return abs(a.start - b.start) < sameEnd && abs(a.end - b.end) < sameEnd
    }
}
