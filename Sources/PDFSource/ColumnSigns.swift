internal import PageModel

/// Tells from its text alone whether a page can hold a table.
///
/// Drawing a page costs more than reading it, most of it for the fonts that only drawing needs:
/// a contents page set in a font of 16 MB took 50 ms. Prose has one piece a line; a table has
/// several.
enum ColumnSigns {
    /// A gap this wide (share of the glyphs' height) parts two pieces of a line: 第一部分 stands
    /// nearer than this to the words that it numbers.
    static let gap = 1.2
    /// So many gaps in one line are a sign …
    static let gaps = 2
    /// … and so are two lines with one gap this wide.
    static let wideGap = 2.2

    static func canHoldTable(_ glyphs: [Glyph]) -> Bool {
        var wideLines = 0
        var line: [Glyph] = []
        for glyph in glyphs.sorted(by: { $0.box.midY < $1.box.midY }) {
            if let last = line.last, glyph.box.midY - last.box.midY > 0.35 * last.box.height {
                if count(gaps: gap, in: line) >= gaps { return true }
                if count(gaps: wideGap, in: line) > 0 { wideLines += 1 }
                line.removeAll(keepingCapacity: true)
            }
            line.append(glyph)
        }
        if count(gaps: wideGap, in: line) > 0 { wideLines += 1 }
        return wideLines > 1 || count(gaps: gap, in: line) >= gaps
    }

    private static func count(gaps width: Double, in line: [Glyph]) -> Int {
        let sorted = line.sorted { $0.box.x0 < $1.box.x0 }
        return zip(sorted, sorted.dropFirst()).count { left, right in
            right.box.x0 - left.box.x1 > width * min(left.box.height, right.box.height)
        }
    }
}
