internal import CDrawingTap
internal import CPoppler
internal import PageModel

/// Reads one Poppler page into a ``Page``: its text with positions, and what it draws.
struct PageReader {
    let page: OpaquePointer
    let number: Int
    let tap: OpaquePointer

    /// Pictures that cover this share of the page make it a scan when there is no text.
    static let scanCoverage = 0.5
    /// Text that stands only in margins of this share of the page's height, above and below, does
    /// not make a scan a page of text: page numbers are printed over scans.
    static let margin = 0.1
    /// So many drawn outlines on a page without text are its text, drawn.
    static let drawnText = 200

    func read() throws(PDFError) -> Page {
        tap_ignore_profiles(1)
        defer { tap_ignore_profiles(0) }
        var width = 0.0
        var height = 0.0
        poppler_page_get_size(page, &width, &height)
        guard let bounds = PageBounds(width: width, height: height) else {
            throw .impossiblePage(number, width: width, height: height)
        }
        var result = Page(number: number, width: width, height: height)
        // drawing first: while Poppler draws, it gathers the text as well
        let drawing = try PageDrawing(page: page, tap: tap, bounds: bounds)
        var text =
            drawing.crowd.map { PageText($0, area: result.box, bounds: bounds) }
            ?? PageText(page: page, area: result.box, bounds: bounds)
        let all = text.glyphs.count
        let places = PaintedPlaces(drawing.origins)
        let isHeard = PageReader.hasFonts && drawing.breakage == nil
        let unseen = isHeard ? text.removeUnseen(paintedAt: places) : []
        let unpainted = unseen.isEmpty ? 0 : PaintedPlaces(drawing.clipped).count(missing: unseen)
        text.lowerTall(paintedAt: places)
        text.clip(to: bounds)
        result.overlay = text.takeOverlay(paintedAt: drawing.origins)
        let chinese = GBKText(text.glyphs, text.styles)
        result.glyphs = chinese.glyphs
        result.styles = text.styles
        result.rulings = drawing.rulings(among: result.glyphs, and: result.overlay)
        result.images = drawing.pictures.compactMap(result.box.intersection)
        result.rotation = drawing.rotation
        result.remarks = drawing.breakage.map { [DrawingTrust.broken($0)] } ?? []
        let seen = seenText(of: result, &result.remarks)
        if let seen { result.glyphs.removeAll { !seen.shows($0) } }
        result.remarks += TextTrust.remarks(glyphs: result.glyphs, shapes: drawing.shapes)
        result.add(chinese.doubt)
        result.textKind =
            seen?.isMostlyPicture(result.images, under: result.glyphs) ?? false
            ? .scanned : PageReader.kind(of: result, curves: drawing.curves, unseen: unseen)
        result.doubt(unpainted, of: all)
        // what follows speaks of names alone: the text is right as far as it goes
        result.add(chinese.remark)
        if result.textKind == .digital {
            result.wordPictures = WordPictures.places(on: result)
            result.add(WordPictures.remark(result.wordPictures))
        }
        return result.turned(by: PageReader.turn(drawing.origins))
    }

    /// Without any font on this machine, what is not painted may well be seen elsewhere.
    private static let hasFonts = tap_has_fonts() != 0

    /// How far to turn the page, clockwise, so that most of its text reads from left to right.
    private static func turn(_ origins: [tap_origin]) -> Int {
        let straight = origins.filter { $0.slanted == 0 }
        for angle in [90, 180, 270] {
            let count = straight.count { Int($0.direction) == angle }
            if Double(count) > sideways * Double(straight.count) { return 360 - angle }
        }
        return 0
    }

    /// A page of which this share of the text runs another way than to the right is turned.
    static let sideways = 0.6

    /// What of a page's text is seen, where pictures cover most of the page; nil for other pages, and for
    /// those where it cannot be found out, with a remark.
    private func seenText(of page: Page, _ remarks: inout [PageRemark]) -> SeenText? {
        guard PageReader.hasFonts, PageReader.hasText(page), PageReader.isMostlyPictures(page)
        else { return nil }
        do {
            return try SeenText(
                self.page, width: page.width, height: page.height, number: page.number)
        } catch {
            remarks.append(DrawingTrust.notJudged(error))
            return nil
        }
    }

    private static func hasText(_ page: Page) -> Bool {
        let margin = PageReader.margin * page.height
        return page.glyphs.contains {
            $0.box.midY > margin && $0.box.midY < page.height - margin
        }
    }

    /// Text that is not painted and stands where pictures are is what OCR read in them, however small they are.
    private static func isLayer(_ unseen: [Glyph], over pictures: [Rect]) -> Bool {
        guard unseen.count >= shortestLayer, pictures.count <= mostPieces else { return false }
        let over = unseen.count { glyph in
            pictures.contains { $0.contains(x: glyph.box.midX, y: glyph.box.midY) }
        }
        return 2 * over > unseen.count
    }

    /// Characters; fewer are marks of a program.
    private static let shortestLayer = 20
    /// Scans are cut into no more pieces.
    private static let mostPieces = 1000

    private static func isMostlyPictures(_ page: Page) -> Bool {
        page.images.reduce(0) { $0 + $1.area } >= scanCoverage * page.box.area
    }

    private static func kind(of page: Page, curves: Int, unseen: [Glyph]) -> Page.TextKind {
        if hasText(page) { return page.remarks.isEmpty ? .digital : .unreliable }
        if isMostlyPictures(page) || curves >= drawnText { return .scanned }
        if isLayer(unseen, over: page.images) { return .scanned }
        if page.glyphs.isEmpty { return .blank }
        return page.remarks.isEmpty ? .digital : .unreliable
    }
}

extension Page {
    /// Once for each code: the first says enough.
    fileprivate mutating func add(_ remark: PageRemark?) {
        guard let remark, !remarks.contains(where: { $0.code == remark.code }) else { return }
        remarks.append(remark)
    }

    /// Says so where its text is not painted.
    ///
    /// Scans have a hidden text by right.
    fileprivate mutating func doubt(_ unpainted: Int, of all: Int) {
        guard textKind != .scanned, let remark = DrawingTrust.unpainted(unpainted, of: all) else {
            return
        }
        remarks.append(remark)
        let isMost = Double(unpainted) >= DrawingTrust.mostlyUnpainted * Double(all)
        if isMost, textKind == .digital { textKind = .unreliable }
    }
}
