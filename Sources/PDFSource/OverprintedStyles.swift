internal import PageModel

/// Styles whose text lies over the page's own: the words and numbers of seals, pale watermarks.
///
/// Their colour is another than that of most of the text, and some of their characters are
/// printed on top of others.
struct OverprintedStyles {
    /// Indices of the styles.
    private(set) var indices: Set<Int> = []

    /// A colour is another when a channel differs by more than this (of 255).
    static let difference = 70
    /// A character is printed over another when they share this part of the smaller one's box.
    static let shared = 0.25
    /// Styles with more than this share of the page's characters are its own text.
    static let most = 0.3

    init(_ glyphs: [Glyph], _ styles: [TextStyle]) {
        var counts = [Int](repeating: 0, count: styles.count)
        for glyph in glyphs where styles.indices.contains(glyph.style) { counts[glyph.style] += 1 }
        guard let main = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return }
        let others = Set(
            styles.indices.filter { index in
                counts[index] > 0
                    && Double(counts[index]) < OverprintedStyles.most * Double(glyphs.count)
                    && OverprintedStyles.differ(styles[index].color, styles[main].color)
            })
        guard !others.isEmpty else { return }
        let own = glyphs.filter { !others.contains($0.style) }.sorted { $0.box.midY < $1.box.midY }
        for glyph in glyphs where others.contains(glyph.style) && !indices.contains(glyph.style) {
            if OverprintedStyles.isOver(glyph, own) { indices.insert(glyph.style) }
        }
    }

    private static func differ(_ a: UInt32, _ b: UInt32) -> Bool {
        for shift: UInt32 in [16, 8, 0] {
            let (x, y) = (Int(a >> shift & 0xFF), Int(b >> shift & 0xFF))
            if abs(x - y) > difference { return true }
        }
        return false
    }

    /// `own` from top to bottom.
    private static func isOver(_ glyph: Glyph, _ own: [Glyph]) -> Bool {
        let reach = glyph.box.height / 2 + 20
        let first = own.firstIndex(behind: { $0.box.midY < glyph.box.midY - reach })
        for other in own[first...] {
            if other.box.midY > glyph.box.midY + reach { return false }
            guard let common = glyph.box.intersection(other.box) else { continue }
            if common.area > shared * min(glyph.box.area, other.box.area) { return true }
        }
        return false
    }
}
