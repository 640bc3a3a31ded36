internal import PageModel

/// Glyphs of one font side by side, cut into bytes and pairs of bytes.
struct GBKRun {
    enum Kind {
        /// Of the first level of GB2312, or a sign.
        case usual
        /// Of its second level.
        case rare
        /// Of GBK alone; the second byte may be an ASCII letter, so that Latin words have such pairs.
        case extended
    }

    enum Unit {
        /// ASCII, or a sign that stands alone in Chinese text.
        case single(Int)
        /// With the glyph after it, a character.
        case pair(Int, Unicode.Scalar, Kind)
        /// A letter that is half a character at best.
        case loose(Int)
    }

    let font: String
    let range: Range<Int>
    private(set) var units: [Unit] = []
    /// Holds bytes beyond ASCII.
    private(set) var isHigh = false
    /// Letters of parts that no language writes: two or more, all beyond ASCII, no letter beside them.
    private(set) var suspicious = 0

    /// A gap of so many heights parts columns; spaces and wide letter-spacing part no pairs.
    private static let gap = 1.0

    static func runs(of glyphs: [Glyph], _ styles: [TextStyle]) -> [GBKRun] {
        var runs: [GBKRun] = []
        var start = 0
        func font(_ index: Int) -> String {
            let style = glyphs[index].style
            return styles.indices.contains(style) ? styles[style].font : ""
        }
        for index in glyphs.indices.dropFirst() where index > start {
            let isSame = glyphs[index].style == glyphs[index - 1].style
            guard isSame, follows(glyphs[index].box, glyphs[index - 1].box) else {
                runs.append(GBKRun(glyphs, start..<index, font(start)))
                start = index
                continue
            }
        }
        if start < glyphs.count {
            runs.append(GBKRun(glyphs, start..<glyphs.count, font(start)))
        }
        return runs
    }

    /// Beside it, in whichever direction the text runs.
    private static func follows(_ next: Rect, _ last: Rect) -> Bool {
        let most = gap * max(last.height, last.width)
        return max(next.x0 - last.x1, last.x0 - next.x1) < most
            && max(next.y0 - last.y1, last.y0 - next.y1) < most
    }

    private init(_ glyphs: [Glyph], _ range: Range<Int>, _ font: String) {
        self.font = font
        self.range = range
        isHigh = glyphs[range].contains { GBKBytes.isHighLatin($0.scalar) }
        guard isHigh else {
            units = range.map { .single($0) }
            return
        }
        var index = range.lowerBound
        while index < range.upperBound {
            let unit = GBKRun.unit(glyphs, index, range.upperBound)
            units.append(unit)
            if case .pair = unit { index += 2 } else { index += 1 }
        }
        countSuspicious(glyphs)
    }

    private static func unit(_ glyphs: [Glyph], _ index: Int, _ end: Int) -> Unit {
        let scalar = glyphs[index].scalar
        guard let lead = GBKBytes.lead(scalar) else { return .single(index) }
        if index + 1 < end, let trail = GBKBytes.trail(glyphs[index + 1].scalar),
            areOnOneLine(glyphs[index].box, glyphs[index + 1].box),
            let character = GBKBytes.character(lead, trail)
        {
            return .pair(index, character, GBKBytes.kind(lead, trail))
        }
        return GBKBytes.isSign(scalar) ? .single(index) : .loose(index)
    }

    private static func areOnOneLine(_ one: Rect, _ other: Rect) -> Bool {
        abs(one.midY - other.midY) < 0.5 * min(one.height, other.height)
            || abs(one.midX - other.midX) < 0.5 * min(one.width, other.width)
    }

    private mutating func countSuspicious(_ glyphs: [Glyph]) {
        for part in glyphs[range].split(whereSeparator: { $0.scalar.isASCIISign }) {
            let letters = part.count { GBKBytes.isHighLetter($0.scalar) }
            let isHigh = part.allSatisfy { GBKBytes.lead($0.scalar) != nil }
            if isHigh, part.count >= 2, letters > 0 { suspicious += part.count }
        }
    }
}

extension Unicode.Scalar {
    /// Digits and punctuation: words end there.
    fileprivate var isASCIISign: Bool {
        value < 0x80 && !(0x41...0x5A).contains(value) && !(0x61...0x7A).contains(value)
    }
}
