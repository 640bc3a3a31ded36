internal import PageModel

/// The glyphs of a piece of text, in half the room where they are equally high and of one style, as nearly all are.
///
/// A long document's text is kept in lines until its last page is read.
struct GlyphRow: Sendable, Hashable {
    private enum Storage: Sendable, Hashable {
        case level(y0: Double, y1: Double, style: Int, [Place])
        case any([Glyph])
    }

    private struct Place: Sendable, Hashable {
        var x0: Double
        var x1: Double
        var scalar: Unicode.Scalar
    }

    private var storage: Storage

    init(_ glyphs: [Glyph]) {
        guard let first = glyphs.first,
            glyphs.allSatisfy({
                $0.box.y0 == first.box.y0 && $0.box.y1 == first.box.y1 && $0.style == first.style
            })
        else {
            storage = .any(glyphs)
            return
        }
        let places = glyphs.map { Place(x0: $0.box.x0, x1: $0.box.x1, scalar: $0.scalar) }
        storage = .level(y0: first.box.y0, y1: first.box.y1, style: first.style, places)
    }

    var glyphs: [Glyph] {
        switch storage {
        case .any(let glyphs): glyphs
        case .level(let y0, let y1, let style, let places):
            places.map {
                Glyph(
                    scalar: $0.scalar, box: Rect(x0: $0.x0, y0: y0, x1: $0.x1, y1: y1), style: style
                )
            }
        }
    }

    /// The median height, in points.
    var height: Double {
        switch storage {
        case .level(let y0, let y1, _, _): return y1 - y0
        case .any(let glyphs):
            let heights = glyphs.map(\.box.height).sorted()
            return heights.isEmpty ? 0 : heights[heights.count / 2]
        }
    }
}
