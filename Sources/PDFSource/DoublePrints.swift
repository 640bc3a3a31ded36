internal import PageModel

/// Bold made by printing each character twice, a little aside: the text has it twice as well.
enum DoublePrints {
    /// Two prints of one character this close (share of its size) are one.
    static let shift = 0.25
    /// Glyphs are looked up by squares of this side (points): farther apart they are two.
    private static let side = 8.0

    /// The glyphs without second prints, in their order; all lie on the `page`.
    static func removed(from glyphs: [Glyph], on page: Rect) -> [Glyph] {
        let columns = 1 + Int(clamping: min(1000, page.width / side))
        let rows = 1 + Int(clamping: min(1000, page.height / side))
        // the last glyph kept in each square, and the one before it in the same square
        var last = [Int32](repeating: -1, count: columns * rows)
        var before: [Int32] = []
        var kept: [Glyph] = []
        kept.reserveCapacity(glyphs.count)
        before.reserveCapacity(glyphs.count)
        for glyph in glyphs {
            let column = min(columns - 1, max(0, Int(clamping: glyph.box.midX / side)))
            let row = min(rows - 1, max(0, Int(clamping: glyph.box.midY / side)))
            var isDouble = false
            for y in max(0, row - 1)...min(rows - 1, row + 1) {
                for x in max(0, column - 1)...min(columns - 1, column + 1) {
                    var other = last[y * columns + x]
                    while other >= 0, !isDouble {
                        isDouble = prints(glyph, kept[Int(other)])
                        other = before[Int(other)]
                    }
                }
            }
            if isDouble { continue }
            before.append(last[row * columns + column])
            last[row * columns + column] = Int32(kept.count)
            kept.append(glyph)
        }
        return kept
    }

    private static func prints(_ glyph: Glyph, _ other: Glyph) -> Bool {
        guard glyph.scalar == other.scalar else { return false }
        let reach = shift * min(max(2, glyph.box.height), glyph.box.width + 1)
        return abs(glyph.box.midX - other.box.midX) < reach
            && abs(glyph.box.midY - other.box.midY) < reach
    }
}
