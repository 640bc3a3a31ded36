internal import CDrawingTap
internal import PageModel

extension PageText {
    /// The text of a crowded page, in the order in which it is painted; fonts without their names.
    init(_ crowd: [tap_character], area: Rect, bounds: PageBounds) {
        var text = PageText()
        var known: [TextStyle: Int] = [:]
        for character in crowd {
            let box = Rect(x0: character.x0, y0: character.y0, x1: character.x1, y1: character.y1)
            guard let scalar = Unicode.Scalar(character.character), !scalar.isBlank,
                area.contains(x: box.midX, y: box.midY), let box = bounds.clipped(box)
            else { continue }
            let size = min(max(0, character.size), PageBounds.longestSide)
            let style = TextStyle(
                font: "", size: (size * 10).rounded() / 10, color: character.colour)
            let index = known[style] ?? text.add(style)
            known[style] = index
            text.glyphs.append(Glyph(scalar: scalar, box: box, style: index))
        }
        text.glyphs = DoublePrints.removed(from: text.glyphs, on: area)
        self = text
    }
}
