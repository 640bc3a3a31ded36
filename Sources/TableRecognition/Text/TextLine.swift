public import PageModel

/// Glyphs that stand in a row with no wide gap between them.
public struct TextPiece: Sendable, Hashable {
    public var glyphs: [Glyph] { row.glyphs }
    private let row: GlyphRow
    public var box: Rect
    /// As printed; a space where the page shows a gap.
    public var text: String

    /// `glyphs` from left to right; not empty.
    init(_ glyphs: [Glyph]) {
        self.row = GlyphRow(glyphs)
        self.box = glyphs.map(\.box).boundingBox() ?? Rect(x0: 0, y0: 0, x1: 0, y1: 0)
        self.text = TextPiece.text(of: glyphs)
    }

    /// A gap this wide (share of the glyphs' height) is a space.
    static let space = 0.3

    private static func text(of glyphs: [Glyph]) -> String {
        var text = String.UnicodeScalarView()
        var last: Glyph?
        for glyph in glyphs {
            if let last {
                let em = min(last.box.height, glyph.box.height)
                if glyph.box.x0 - last.box.x1 > space * em { text.append(" ") }
            }
            text.append(glyph.scalar)
            last = glyph
        }
        return String(text)
    }

    /// The median glyph height, in points: what the text's size looks like.
    var size: Double { row.height }
}

/// A printed line: its pieces from left to right.
public struct TextLine: Sendable, Hashable {
    public var pieces: [TextPiece]
    public var box: Rect

    init(_ pieces: [TextPiece]) {
        self.pieces = pieces
        self.box = pieces.map(\.box).boundingBox() ?? Rect(x0: 0, y0: 0, x1: 0, y1: 0)
    }

    /// The pieces' texts with a space between them.
    public var text: String { pieces.map(\.text).joined(separator: " ") }
    public var glyphs: [Glyph] { pieces.flatMap(\.glyphs) }
    var size: Double { pieces.map(\.size).max() ?? 0 }
}
