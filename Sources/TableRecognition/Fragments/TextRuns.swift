internal import PageModel

/// Glyphs that may go into one cell together, though it is too narrow for them.
///
/// Sheets print amounts and names that are too long over the edges of their cells, and fonts with
/// wide digits make any amount too long.
enum TextRuns {
    /// Glyphs of one run are at most this far apart (share of their height).
    static let gap = 0.12
    /// They may overlap by this share of a glyph's width.
    static let overlap = 0.6
    /// Money has so many decimals: what follows them is the next column's.
    static let decimals = 2

    /// The glyphs in text order, cut into numbers and tight runs of words.
    static func runs(of glyphs: [Glyph]) -> [[Glyph]] {
        var runs: [[Glyph]] = []
        var sincePoint: Int?
        for glyph in glyphs {
            let isDigit = glyph.scalar.isASCIIDigit
            if let last = runs.last?.last, isNumeral(last) == isNumeral(glyph), goesOn(last, glyph),
                !(isDigit && sincePoint == decimals)
            {
                runs[runs.count - 1].append(glyph)
            } else {
                runs.append([glyph])
                sincePoint = nil
            }
            if glyph.scalar == "." {
                sincePoint = 0
            } else if isDigit, let count = sincePoint {
                sincePoint = count + 1
            }
        }
        return runs
    }

    static func isNumeral(_ glyph: Glyph) -> Bool {
        glyph.scalar.isASCIIDigit || glyph.scalar == "." || glyph.scalar == ","
    }

    private static func goesOn(_ last: Glyph, _ next: Glyph) -> Bool {
        let height = min(last.box.height, next.box.height)
        let step = next.box.x0 - last.box.x1
        return abs(last.box.midY - next.box.midY) < 0.2 * height
            && step < gap * height && step > -overlap * last.box.width
    }
}
