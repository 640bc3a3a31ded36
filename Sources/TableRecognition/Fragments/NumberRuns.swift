internal import PageModel

/// Glyphs that go into one cell together: the digits of a number, which no ruling parts.
///
/// Sheets print amounts that are too long for their column over its edges, and fonts with wide
/// digits make any amount too long.
enum NumberRuns {
    /// Digits of one number are at most this far apart (share of the digit's height).
    static let gap = 0.12
    /// They may overlap by this share of a digit's width.
    static let overlap = 0.6

    /// The glyphs in text order, numbers kept together; any other glyph is a run of its own.
    static func runs(of glyphs: [Glyph]) -> [[Glyph]] {
        var runs: [[Glyph]] = []
        runs.reserveCapacity(glyphs.count)
        for glyph in glyphs {
            if let last = runs.last?.last, isNumeral(last), isNumeral(glyph), goesOn(last, glyph) {
                runs[runs.count - 1].append(glyph)
            } else {
                runs.append([glyph])
            }
        }
        return runs
    }

    private static func isNumeral(_ glyph: Glyph) -> Bool {
        glyph.scalar.isASCIIDigit || glyph.scalar == "." || glyph.scalar == ","
    }

    private static func goesOn(_ last: Glyph, _ next: Glyph) -> Bool {
        let height = min(last.box.height, next.box.height)
        let step = next.box.x0 - last.box.x1
        return abs(last.box.midY - next.box.midY) < 0.2 * height
            && step < gap * height && step > -overlap * last.box.width
    }
}
