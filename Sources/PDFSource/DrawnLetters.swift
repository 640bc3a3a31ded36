internal import PageModel

/// Tells outlines of letters from lines.
///
/// Bold text is often made by stroking the letters' outlines over them. Programs that print what other
/// programs drew (cairo's, for one) write the outlines as paths; 工 then has eight straight sides.
struct DrawnLetters {
    /// By their middle, from top to bottom.
    private let boxes: [Rect]
    private let highest: Double

    /// An outline may reach beyond its letter's box by these shares of the box's height.
    ///
    /// How wide a letter is, fonts say well, how high, less well. A cell leaves room beside its letter.
    static let beyond = (aside: 0.05, above: 0.2)
    /// Lower or narrower outlines (points) are lines, or the dashes of one.
    static let flat = 0.6

    init(_ glyphs: [Glyph]) {
        boxes = glyphs.map(\.box).sorted { $0.midY < $1.midY }
        highest = boxes.map(\.height).max() ?? 0
    }

    /// Whether an outline with this box is one of a letter.
    func have(_ outline: Rect) -> Bool {
        guard DrawnLetters.isOutline(outline),
            outline.height <= highest * (1 + 2 * DrawnLetters.beyond.above)
        else { return false }
        let reach = highest * (0.5 + DrawnLetters.beyond.above)
        for box in boxes[boxes.firstIndex(behind: { $0.midY < outline.midY - reach })...] {
            if box.midY > outline.midY + reach { return false }
            let aside = DrawnLetters.beyond.aside * box.height
            let above = DrawnLetters.beyond.above * box.height
            if outline.x0 >= box.x0 - aside, outline.x1 <= box.x1 + aside,
                outline.y0 >= box.y0 - above, outline.y1 <= box.y1 + above
            {
                return true
            }
        }
        return false
    }

    /// Whether an outline with this box could be one of a letter: it is no line.
    static func isOutline(_ box: Rect) -> Bool { box.width > flat && box.height > flat }
}
