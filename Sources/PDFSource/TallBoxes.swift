internal import PageModel

/// Makes boxes as high as their characters where a font claims to rise and fall by much more.
///
/// A box's height is what the font says of itself, and some fonts say twice their size and more: those
/// that hold all scripts, and parts of fonts that another program wrote again. Boxes of one line then
/// overlap those of the next, and stand beside a plain font's.
struct TallBoxes {
    /// A box higher than this (times the font's size) is not the character's.
    static let tall = 1.6

    /// Characters of one font: their boxes are equally high.
    private struct Kind: Hashable {
        let style: Int
        /// In tenths of a point: fonts without a name are one style.
        let height: Int

        init(_ glyph: Glyph) {
            style = glyph.style
            height = Int(clamping: (10 * glyph.box.height).rounded())
        }
    }

    /// Each style's size in points.
    private var sizes: [Double]
    /// Where in the box the baseline lies, as a share of its height from above.
    private var baselines: [Kind: Double] = [:]

    init(_ glyphs: [Glyph], _ styles: [TextStyle], paintedAt places: PaintedPlaces) {
        sizes = TallBoxes.sizes(of: styles, glyphs)
        let tall = glyphs.filter(isTall)
        for (kind, glyphs) in Dictionary(grouping: tall, by: Kind.init) {
            baselines[kind] = TallBoxes.baseline(of: glyphs, places)
        }
    }

    /// Whether there are none.
    var isEmpty: Bool { baselines.isEmpty }

    private func isTall(_ glyph: Glyph) -> Bool {
        sizes.indices.contains(glyph.style)
            && glyph.box.height > TallBoxes.tall * sizes[glyph.style]
    }

    /// An ideograph is as wide as its font's size; of fonts drawn by programs (Type 3) Poppler may say
    /// another.
    private static func sizes(of styles: [TextStyle], _ glyphs: [Glyph]) -> [Double] {
        var sums = [(width: Double, count: Double)](repeating: (0, 0), count: styles.count)
        for glyph in glyphs where styles.indices.contains(glyph.style) && glyph.scalar.isIdeograph {
            sums[glyph.style].width += glyph.box.width
            sums[glyph.style].count += 1
        }
        return zip(styles, sums).map { style, sum in
            guard sum.count > 0 else { return style.size }
            let width = sum.width / sum.count
            return (width / stretched...width * stretched).contains(style.size) ? style.size : width
        }
    }

    /// Text is condensed or expanded by no more than this.
    private static let stretched = 1.4

    /// The share that most of them have; nil where none of them is found.
    ///
    /// Lines below one another often have the same characters: their shares are found too, but not as
    /// often as the own one, which is there each time.
    private static func baseline(of glyphs: [Glyph], _ places: PaintedPlaces) -> Double? {
        let shares = glyphs.flatMap { glyph in
            places.baselines(of: glyph).map { ($0 - glyph.box.y0) / glyph.box.height }
        }
        let counts = shares.reduce(into: [:]) { $0[Int(clamping: $1 * steps), default: 0] += 1 }
        let around = counts.keys.map { step in
            (step: step, count: (step - 1...step + 1).reduce(0) { $0 + (counts[$1] ?? 0) })
        }
        let most = around.max { ($0.count, -distance($0.step)) < ($1.count, -distance($1.step)) }
        guard let most else { return nil }
        let own = shares.filter { abs(Int(clamping: $0 * steps) - most.step) <= 1 }
        return own.reduce(0, +) / Double(own.count)
    }

    /// Shares no farther apart than two of so many steps are one.
    private static let steps = 50.0
    /// Where baselines usually are.
    private static let usual = 0.75

    private static func distance(_ step: Int) -> Double { abs(Double(step) / steps - usual) }

    /// Their characters stand on the baselines on which they are painted.
    func lowered(_ glyph: Glyph) -> Glyph {
        guard isTall(glyph), let baseline = baselines[Kind(glyph)] else { return glyph }
        var lowered = glyph
        lowered.stand(
            on: glyph.box.y0 + baseline * glyph.box.height, size: sizes[glyph.style])
        return lowered
    }
}

extension Unicode.Scalar {
    fileprivate var isIdeograph: Bool { (0x3400...0x9FFF).contains(value) }
}
