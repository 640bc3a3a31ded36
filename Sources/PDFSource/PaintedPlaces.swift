internal import CDrawingTap
internal import PageModel

/// Where glyphs are painted, for asking whether a character of the text is among them.
struct PaintedPlaces {
    /// Points; a glyph's surroundings are a few squares of this side.
    private static let side = 12.0
    /// A glyph's origin lies within its box, or no more than this share of its height away.
    private static let near = 0.25
    /// The same where the very character is painted: boxes of slanted text are wide.
    private static let nearSame = 0.6

    private let origins: [tap_origin]
    /// For each square, row after row, the index of its first origin; one more at the end.
    private let starts: [Int]
    private let left: Double
    private let top: Double
    private let columns: Int
    private let rows: Int

    init(_ all: [tap_origin]) {
        let xs = all.map(\.x)
        let ys = all.map(\.y)
        left = xs.min() ?? 0
        top = ys.min() ?? 0
        columns = PaintedPlaces.squares(from: left, to: xs.max() ?? 0)
        rows = PaintedPlaces.squares(from: top, to: ys.max() ?? 0)
        var starts = [Int](repeating: 0, count: columns * rows + 1)
        let (left, top, columns, rows) = (self.left, self.top, self.columns, self.rows)
        let squares = all.map { origin in
            PaintedPlaces.square(origin.y, from: top, of: rows) * columns
                + PaintedPlaces.square(origin.x, from: left, of: columns)
        }
        for square in squares { starts[square + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        var next = starts
        var sorted = all
        for (origin, square) in zip(all, squares) {
            sorted[next[square]] = origin
            next[square] += 1
        }
        self.starts = starts
        origins = sorted
    }

    /// Whether something is painted where this glyph stands.
    func shows(_ glyph: Glyph) -> Bool {
        has(glyph) { origin, reach in
            origin.isNear(glyph.box, within: PaintedPlaces.near * reach) || origin.paints(glyph)
        }
    }

    /// How many of them are not there.
    func count(missing glyphs: [Glyph]) -> Int { glyphs.count { !shows($0) } }

    /// How far from where a straight glyph begins its own character is painted, in points.
    ///
    /// A character that is not known may be any. Infinite when it is not painted around it.
    func distanceToSame(_ glyph: Glyph) -> Double {
        let start = (x: glyph.box.x0, y: glyph.box.y1 - PaintedPlaces.descent * glyph.box.height)
        var least = Double.infinity
        _ = has(glyph) { origin, _ in
            if origin.character == 0 || origin.paints(glyph) {
                let (dx, dy) = (origin.x - start.x, origin.y - start.y)
                least = min(least, (dx * dx + dy * dy).squareRoot())
            }
            return false
        }
        return least
    }

    /// The baselines within its box on which this character, or an unknown one, is painted from left to
    /// right: its own, and of high boxes perhaps those of the lines above and below.
    func baselines(of glyph: Glyph) -> [Double] {
        var found: [Double] = []
        _ = has(glyph) { origin, _ in
            if origin.slanted == 0, origin.direction == 0,
                origin.character == 0 || origin.paints(glyph),
                abs(origin.x - glyph.box.x0) < PaintedPlaces.near * glyph.box.width,
                (glyph.box.y0...glyph.box.y1).contains(origin.y)
            {
                found.append(origin.y)
            }
            return false
        }
        return found
    }

    /// The baseline lies this share of a box's height above its lower edge.
    static let descent = 0.2

    private func has(_ glyph: Glyph, where isIt: (tap_origin, Double) -> Bool) -> Bool {
        guard !origins.isEmpty else { return false }
        let size = max(4, glyph.box.height)
        let area = glyph.box.insetBy(-PaintedPlaces.nearSame * size)
        let x0 = PaintedPlaces.square(area.x0, from: left, of: columns)
        let x1 = PaintedPlaces.square(area.x1, from: left, of: columns)
        let y0 = PaintedPlaces.square(area.y0, from: top, of: rows)
        let y1 = PaintedPlaces.square(area.y1, from: top, of: rows)
        for row in y0...y1 {
            for index in starts[row * columns + x0]..<starts[row * columns + x1 + 1] {
                let origin = origins[index]
                if area.contains(x: origin.x, y: origin.y), isIt(origin, size) { return true }
            }
        }
        return false
    }

    /// How many squares it takes; text far off the page does not make them countless.
    private static func squares(from low: Double, to high: Double) -> Int {
        1 + Int(clamping: min(1000, max(0, (high - low) / side)))
    }

    private static func square(_ value: Double, from low: Double, of count: Int) -> Int {
        Int(clamping: min(Double(count - 1), max(0, (value - low) / side)))
    }
}

extension tap_origin {
    fileprivate func isNear(_ box: Rect, within distance: Double) -> Bool {
        box.insetBy(-distance).contains(x: x, y: y)
    }

    /// Poppler's text has the plain character where a font means a radical or another form of it.
    fileprivate func paints(_ glyph: Glyph) -> Bool {
        switch character {
        case 0x2E80...0x2FDF, 0xF900...0xFAFF, 0xFB00...0xFB06, 0xFF00...0xFFEF: true
        default: character == glyph.scalar.value
        }
    }
}
