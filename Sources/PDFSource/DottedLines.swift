internal import PageModel

/// Lines drawn dot by dot: filled squares in a row, as browsers print dotted borders.
enum DottedLines {
    /// A dot's sides differ by no more than this (times the shorter one).
    static let square = 1.5
    /// The next dot is no farther away than this (times the dot's side), middle to middle.
    static let step = 4.0
    /// So many dots are a line.
    static let fewest = 5
    /// Dots of one line lie this close to it (times their side).
    private static let lean = 0.25

    static func isDot(_ box: Rect) -> Bool {
        let (short, long) = (min(box.width, box.height), max(box.width, box.height))
        return short > 0 && long <= DrawnRulings.thickest && long <= square * short
    }

    /// The lines that these dots show; none where they fill areas, as a pattern does.
    static func rulings(of dots: [Rect]) -> [Ruling] {
        guard dots.count >= fewest else { return [] }
        let rows = chains(dots, across: \.midY, along: \.midX)
        let columns = chains(dots, across: \.midX, along: \.midY)
        let inRows = Set(rows.joined())
        let inBoth = columns.joined().count(where: inRows.contains)
        guard inBoth * 2 <= inRows.count + columns.joined().count - inBoth else { return [] }
        let lines =
            rows.map { line(dots[$0[0]], to: dots[$0[$0.count - 1]], .horizontal) }
            + columns.map { line(dots[$0[0]], to: dots[$0[$0.count - 1]], .vertical) }
        return lines.compactMap(DrawnRulings.ruling(ofThin:))
    }

    /// The bar that would show the same.
    private static func line(_ first: Rect, to last: Rect, _ axis: Ruling.Axis) -> Rect {
        var bar = first
        switch axis {
        case .horizontal: bar.x1 = last.x1
        case .vertical: bar.y1 = last.y1
        }
        return bar
    }

    /// Indices of the dots that follow one another on a line.
    private static func chains(
        _ dots: [Rect], across: (Rect) -> Double, along: (Rect) -> Double
    ) -> [[Int]] {
        let ordered = dots.indices.sorted { across(dots[$0]) < across(dots[$1]) }
        var found: [[Int]] = []
        var start = 0
        while start < ordered.count {
            let first = dots[ordered[start]]
            let reach = lean * first.width
            var end = start + 1
            while end < ordered.count, across(dots[ordered[end]]) <= across(first) + reach {
                end += 1
            }
            found += inARow(
                ordered[start..<end].sorted { along(dots[$0]) < along(dots[$1]) }, dots, along)
            start = end
        }
        return found
    }

    private static func inARow(
        _ line: [Int], _ dots: [Rect], _ along: (Rect) -> Double
    ) -> [[Int]] {
        var found: [[Int]] = []
        for dot in line {
            if let last = found.last?.last,
                along(dots[dot]) - along(dots[last])
                    <= step * max(dots[dot].width, dots[last].width)
            {
                found[found.count - 1].append(dot)
            } else {
                found.append([dot])
            }
        }
        return found.filter { $0.count >= fewest }
    }
}
