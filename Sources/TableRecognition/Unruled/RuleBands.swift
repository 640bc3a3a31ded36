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
                let above = groups[same].last?.position,
                !lines.contains(where: {
                    $0.box.midY > above && $0.box.midY < rule.position && isCaption($0)
                })
            {
                groups[same].append(rule)
            } else {
                groups.append([rule])
            }
        }
        var bands: [ClosedRange<Double>] = []
        for group in groups where group.count >= leastRules {
            guard let top = group.first?.position, let bottom = group.last?.position else {
                continue
            }
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

    /// Two tables one over the other are no one band.
    private static func isCaption(_ line: TextLine) -> Bool {
        var caption = TableCaption()
        if caption.take(line) { return CaptionPart.year(line.text.withoutSpaces) == nil }
        let text = line.text.withoutSpaces
        return line.pieces.count == 1 && text.count >= 4 && TableCaption.endsAsTable(text)
    }

    private static func isAlike(_ a: Ruling?, _ b: Ruling) -> Bool {
        guard let a else { return false }
        return abs(a.start - b.start) < sameEnd && abs(a.end - b.end) < sameEnd
    }
}
