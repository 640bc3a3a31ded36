internal import CDrawingTap
internal import CPoppler
internal import PageModel

/// Reads one Poppler page into a ``Page``: its text with positions, and what it draws.
struct PageReader {
    let page: OpaquePointer
    let number: Int
    let tap: OpaquePointer
    /// Whether pages of prose are drawn too; else only those that can hold a table.
    let alwaysDraws: Bool

    /// Pictures that cover this share of the page make it a scan when there is no text.
    static let scanCoverage = 0.5
    /// Text that stands only in margins of this share of the page's height, above and below, does
    /// not make a scan a page of text: page numbers are printed over scans.
    static let margin = 0.1
    /// So many drawn outlines on a page without text are its text, drawn.
    static let drawnText = 200

    /// The page, and whether it was drawn.
    func read() throws(PDFError) -> (page: Page, isDrawn: Bool) {
        tap_ignore_profiles(1)
        defer { tap_ignore_profiles(0) }
        var width = 0.0
        var height = 0.0
        poppler_page_get_size(page, &width, &height)
        var result = Page(number: number, width: width, height: height)
        var text = PageText(page: page, bounds: result.box)
        if text.glyphs.isEmpty {
            // a scan holds no rulings to hear, and its picture is costly to decode
            result.images = images(in: result.box)
            result.rotation = rotation()
            result.textKind = PageReader.kind(of: result, curves: 0)
            if result.textKind == .scanned { return (result, true) }
        } else if !alwaysDraws, !ColumnSigns.canHoldTable(text.glyphs) {
            result.glyphs = text.glyphs
            result.styles = text.styles
            result.rotation = rotation()
            result.remarks = TextTrust.remarks(glyphs: result.glyphs, shapes: [])
            result.textKind = PageReader.kind(of: result, curves: 0)
            return (result, false)
        }
        let drawing = try PageDrawing(page: page, tap: tap, hasText: !text.glyphs.isEmpty)
        text.removeUnseen(paintedAt: drawing.origins)
        result.overlay = text.takeOverlay(paintedAt: drawing.origins)
        result.glyphs = text.glyphs
        result.styles = text.styles
        result.rulings = drawing.rulings
        result.images = drawing.pictures.compactMap(result.box.intersection)
        result.rotation = drawing.rotation
        result.remarks = TextTrust.remarks(glyphs: result.glyphs, shapes: drawing.shapes)
        result.textKind = PageReader.kind(of: result, curves: drawing.curves)
        return (result, true)
    }

    private static func kind(of page: Page, curves: Int) -> Page.TextKind {
        let margin = PageReader.margin * page.height
        let hasText = page.glyphs.contains {
            $0.box.midY > margin && $0.box.midY < page.height - margin
        }
        if hasText { return page.remarks.isEmpty ? .digital : .unreliable }
        let covered = page.images.reduce(0) { $0 + $1.area }
        if covered >= scanCoverage * page.box.area || curves >= drawnText { return .scanned }
        if page.glyphs.isEmpty { return .blank }
        return page.remarks.isEmpty ? .digital : .unreliable
    }

    // MARK: Without drawing

    /// The order of width and height tells whether the page lies on its side.
    ///
    /// poppler-glib gives the size after /Rotate but not the angle; only drawing tells more.
    private func rotation() -> Int {
        var crop = PopplerRectangle()
        poppler_page_get_crop_box(page, &crop)
        var width = 0.0
        var height = 0.0
        poppler_page_get_size(page, &width, &height)
        let tall = abs(crop.y2 - crop.y1) >= abs(crop.x2 - crop.x1)
        return tall == (height >= width) ? 0 : 90
    }

    private func images(in bounds: Rect) -> [Rect] {
        guard let list = poppler_page_get_image_mapping(page) else { return [] }
        defer { poppler_page_free_image_mapping(list) }
        var found: [Rect] = []
        var item: UnsafeMutablePointer<GList>? = list
        while let current = item {
            if let data = current.pointee.data {
                let area = data.assumingMemoryBound(to: PopplerImageMapping.self).pointee.area
                let box = Rect(
                    x0: min(area.x1, area.x2), y0: min(area.y1, area.y2),
                    x1: max(area.x1, area.x2), y1: max(area.y1, area.y2))
                if let visible = box.intersection(bounds) { found.append(visible) }
            }
            item = current.pointee.next
        }
        return found
    }
}
