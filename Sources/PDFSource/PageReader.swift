internal import CDrawingTap
internal import CPoppler
internal import PageModel

/// Reads one Poppler page into a ``Page``: text with positions first, then, where the page can
/// hold more than prose, what it draws.
struct PageReader {
    let page: OpaquePointer
    let number: Int
    let tap: OpaquePointer
    /// Whether pages of prose are drawn too; else only those that can hold a table.
    let alwaysDraws: Bool

    /// A picture that covers this share of the page makes it a scan when there is no text.
    static let scanCoverage = 0.5

    func read() throws(PDFError) -> Page {
        var width = 0.0
        var height = 0.0
        poppler_page_get_size(page, &width, &height)
        var result = Page(number: number, width: width, height: height)
        result.rotation = rotation()
        var text = PageText(page: page, bounds: result.box)
        result.images = text.glyphs.isEmpty ? images(in: result.box) : []
        result.textKind = emptyKind(of: result)
        // a scan holds no rulings to hear, and its picture is costly to decode
        if text.glyphs.isEmpty, result.textKind == .scanned { return result }
        if !alwaysDraws, !text.glyphs.isEmpty, !ColumnSigns.canHoldTable(text.glyphs) {
            result.glyphs = text.glyphs
            result.styles = text.styles
            return finished(result, shapes: [])
        }
        let drawing = try PageDrawing(page: page, tap: tap, hasText: !text.glyphs.isEmpty)
        text.removeUnseen(shownAt: drawing.origins)
        result.overlay = text.takeOverlay(paintedAt: drawing.origins)
        result.glyphs = text.glyphs
        result.styles = text.styles
        result.rulings = drawing.rulings + thinPictures(result.images)
        return finished(result, shapes: drawing.shapes)
    }

    /// The page with what is to be said of its text.
    private func finished(
        _ page: Page, shapes: [(character: Unicode.Scalar, outlines: Int)]
    ) -> Page {
        var result = page
        result.remarks = TextTrust.remarks(glyphs: page.glyphs, shapes: shapes)
        if !page.glyphs.isEmpty {
            result.textKind = result.remarks.isEmpty ? .digital : .unreliable
        }
        return result
    }

    private func emptyKind(of page: Page) -> Page.TextKind {
        let covered = page.images.reduce(0) { $0 + $1.area }
        return covered >= PageReader.scanCoverage * page.box.area ? .scanned : .blank
    }

    /// poppler-glib tells the size after /Rotate but not the angle; the label of the crop box does
    /// not either. What differs is the order of width and height.
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

    /// Some producers draw a ruling as a stretched picture of one pixel.
    private func thinPictures(_ images: [Rect]) -> [Ruling] {
        images.compactMap { DrawnRulings.ruling(ofThin: $0) }
    }
}
