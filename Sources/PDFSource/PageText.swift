internal import CDrawingTap
internal import CPoppler
internal import PageModel

/// The text that Poppler finds on a page, with a box for each character.
struct PageText {
    var glyphs: [Glyph] = []
    private(set) var styles: [TextStyle] = []

    init() {}

    /// Returns the style's index.
    mutating func add(_ style: TextStyle) -> Int {
        styles.append(style)
        return styles.count - 1
    }

    /// Only what lies in `area`, the page, counts: reports carry hidden text above the page's edge.
    init(page: OpaquePointer, area: Rect, bounds: PageBounds) {
        guard let text = poppler_page_get_text(page) else { return }
        defer { g_free(text) }
        var rectangles: UnsafeMutablePointer<PopplerRectangle>?
        var count: guint = 0
        guard poppler_page_get_text_layout(page, &rectangles, &count) != 0, let rectangles else {
            return
        }
        defer { g_free(rectangles) }
        let spans = styleSpans(page)
        glyphs.reserveCapacity(Int(count))
        var span = 0
        for (index, scalar) in String(cString: text).unicodeScalars.enumerated() {
            guard index < Int(count) else { break }
            while span + 1 < spans.count, spans[span + 1].start <= index { span += 1 }
            if scalar.isBlank { continue }
            let r = rectangles[index]
            let box = Rect(
                x0: min(r.x1, r.x2), y0: min(r.y1, r.y2), x1: max(r.x1, r.x2), y1: max(r.y1, r.y2))
            guard area.contains(x: box.midX, y: box.midY), let box = bounds.clipped(box) else {
                continue
            }
            let style = spans.isEmpty ? 0 : spans[span].style
            glyphs.append(Glyph(scalar: scalar, box: box, style: style))
        }
        raiseFlat()
        glyphs = DoublePrints.removed(from: glyphs, on: area)
    }

    /// Makes the boxes of characters whose font gives them next to no height as high as their size.
    ///
    /// Some fonts say that they rise and fall by nothing; the characters stand on their baseline
    /// all the same, a little above the lower edge. Wide characters show which fonts do; narrow
    /// ones of the same font (a point) are as low: alone they could be text set upwards.
    mutating func raiseFlat() {
        var heights: [Int: Double] = [:]
        var turned: [Int: Int] = [:]
        for (index, glyph) in glyphs.enumerated() where styles.indices.contains(glyph.style) {
            let height = glyph.box.height
            if height < PageText.flat * styles[glyph.style].size, glyph.box.width > height {
                heights[glyph.style] = height
                turned[glyph.style, default: 0] += stepAcross(from: index)
            }
        }
        heights = heights.filter { turned[$0.key, default: 0] <= 0 }
        guard !heights.isEmpty else { return }
        for index in glyphs.indices {
            let style = glyphs[index].style
            guard let height = heights[style], abs(glyphs[index].box.height - height) < 0.01 else {
                continue
            }
            glyphs[index].stand(on: glyphs[index].box.y1, size: styles[style].size)
        }
    }

    /// 1 where the next character of the same style stands above or below this one, as those of
    /// turned text do, -1 where it stands beside it, else 0.
    private func stepAcross(from index: Int) -> Int {
        guard index + 1 < glyphs.count, glyphs[index + 1].style == glyphs[index].style else {
            return 0
        }
        let (own, next) = (glyphs[index].box, glyphs[index + 1].box)
        let across = abs(next.midY - own.midY)
        let along = abs(next.midX - own.midX)
        guard max(across, along) < 2 * max(own.width, own.height) else { return 0 }
        return across > along ? 1 : -1
    }

    /// A box lower than this share of the font's size is not the character's.
    static let flat = 0.6

    /// Runs of one style: the index of each one's first character, and its style.
    private mutating func styleSpans(_ page: OpaquePointer) -> [(start: Int, style: Int)] {
        guard let list = poppler_page_get_text_attributes(page) else { return [] }
        defer { poppler_page_free_text_attributes(list) }
        var spans: [(start: Int, style: Int)] = []
        var known: [TextStyle: Int] = [:]
        var item: UnsafeMutablePointer<GList>? = list
        while let current = item {
            if let data = current.pointee.data {
                let a = data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
                let color =
                    (UInt32(a.color.red) >> 8) << 16 | (UInt32(a.color.green) >> 8) << 8
                    | UInt32(a.color.blue) >> 8
                let size = min(max(0, a.font_size), PageBounds.longestSide)
                let font = a.font_name.map { GBKBytes.name($0) } ?? ""
                let style = TextStyle(font: font, size: size, color: color)
                let index = known[style] ?? styles.count
                if index == styles.count {
                    known[style] = index
                    styles.append(style)
                }
                spans.append((Int(a.start_index), index))
            }
            item = current.pointee.next
        }
        return spans
    }

    /// Takes out the text that the page does not show: in render mode 3, or outside the clip.
    ///
    /// Returns what it took out.
    mutating func removeUnseen(paintedAt places: PaintedPlaces) -> [Glyph] {
        let unseen = glyphs.filter { !places.shows($0) }
        if !unseen.isEmpty { glyphs.removeAll { !places.shows($0) } }
        return unseen
    }

    /// Gives characters of fonts that claim too much height the boxes that they have on the page.
    mutating func lowerTall(paintedAt places: PaintedPlaces) {
        let boxes = TallBoxes(glyphs, styles, paintedAt: places)
        if !boxes.isEmpty { glyphs = glyphs.map(boxes.lowered) }
    }

    /// Cuts boxes off that do not end near the page, whoever made them.
    mutating func clip(to bounds: PageBounds) {
        for index in glyphs.indices {
            guard let box = bounds.clipped(glyphs[index].box) else { continue }
            glyphs[index].box = box
        }
    }

    /// Takes out watermarks and seals: text on a slanted baseline, pale text much larger than the
    /// rest, and text of another colour that is printed over the page's own.
    mutating func takeOverlay(paintedAt origins: [tap_origin]) -> [Glyph] {
        let slanted = origins.filter { $0.slanted != 0 }
        let places = PaintedPlaces(slanted)
        let straight = PaintedPlaces(slanted.isEmpty ? [] : origins.filter { $0.slanted == 0 })
        let sizes = glyphs.map(\.box.height).sorted()
        let usual = sizes.isEmpty ? 0 : sizes[sizes.count / 2]
        let over = OverprintedStyles(glyphs, styles).indices
        var overlay: [Glyph] = []
        glyphs.removeAll { glyph in
            let distance = slanted.isEmpty ? .infinity : places.distanceToSame(glyph)
            let isSlanted = distance < .infinity && distance < straight.distanceToSame(glyph)
            let isPale = styles.indices.contains(glyph.style) && styles[glyph.style].isPale
            guard
                isSlanted || isPale && glyph.box.height > PageText.paleSize * usual
                    || over.contains(glyph.style)
            else { return false }
            overlay.append(glyph)
            return true
        }
        return PageText.inOrder(overlay, of: slanted)
    }

    /// Slanted text in the order in which it is painted: the text's own order is by line, and each
    /// of its characters stands on another.
    private static func inOrder(_ overlay: [Glyph], of origins: [tap_origin]) -> [Glyph] {
        guard !origins.isEmpty, overlay.count <= longestOverlay else { return overlay }
        let places = overlay.map { glyph in
            origins.indices.min {
                origins[$0].distance(to: glyph) < origins[$1].distance(to: glyph)
            } ?? 0
        }
        return overlay.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { overlay[$0] }
    }

    /// More glyphs than this are a page laid over the page, and stay in the text's order.
    static let longestOverlay = 1000

    /// Pale text larger than this (times the usual size) is a watermark.
    static let paleSize = 1.5
}

extension Glyph {
    /// Characters reach below the baseline by about this share of their size.
    private static let descent = 0.12

    /// Makes the box as high as the character, where the font says another height.
    mutating func stand(on baseline: Double, size: Double) {
        box.y1 = baseline + Glyph.descent * size
        box.y0 = box.y1 - size
    }
}

extension TextStyle {
    /// Grey lighter than two thirds, but not white: white text stands on dark headers.
    fileprivate var isPale: Bool {
        let channels = [color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF]
        guard let least = channels.min(), let most = channels.max() else { return false }
        return least > 165 && least < 250 && most - least < 40
    }
}

extension tap_origin {
    /// How far the glyph is from being this one, in points.
    fileprivate func distance(to glyph: Glyph) -> Double {
        let away = abs(x - glyph.box.midX) + abs(y - glyph.box.midY)
        return character == glyph.scalar.value ? away : away + 1000
    }
}
