internal import CDrawingTap
internal import CPoppler
internal import PageModel

/// What a page paints, heard from Poppler's drawing calls.
struct PageDrawing {
    /// Lines, boxes and pictures.
    private let marks: [tap_mark]
    /// Where pictures lie.
    let pictures: [Rect]
    /// Filled outlines that are neither boxes nor characters of a font.
    let curves: Int
    /// The page's /Rotate.
    let rotation: Int
    /// The glyphs that are really painted.
    let origins: [tap_origin]
    /// The glyphs that the clip hides: what does not fit the cells of sheets.
    let clipped: [tap_origin]
    /// The text of a page with more characters than Poppler should be asked for; nil for other pages.
    let crowd: [tap_character]?
    /// Digits of the fonts met so far, with the number of outlines each one shows.
    let shapes: [(character: Unicode.Scalar, outlines: Int)]

    /// What stopped the drawing before its end; nil when all was heard.
    let breakage: String?
    /// What is farther off is cut off.
    private let bounds: PageBounds

    init(page: OpaquePointer, tap: OpaquePointer, bounds: PageBounds) throws(PDFError) {
        self.bounds = bounds
        let status = PageDrawing.listen(page, tap)
        breakage = status == CAIRO_STATUS_SUCCESS ? nil : PagePicture.reason(status)
        // even a page with nothing to see begins with its coordinates
        guard tap_rotation(tap) >= 0 || tap_calls(tap) > 0 else { throw .drawingNotHeard }
        var count = 0
        let painted = tap_marks(tap, &count)
        marks = Array(UnsafeBufferPointer(start: painted, count: count))
        pictures = DrawnRulings.pictures(of: marks)
        curves = tap_curves(tap)
        rotation = max(0, Int(tap_rotation(tap)))
        let points = tap_origins(tap, &count)
        origins = Array(UnsafeBufferPointer(start: points, count: count))
        let hidden = tap_clipped(tap, &count)
        clipped = Array(UnsafeBufferPointer(start: hidden, count: count))
        let crowded = tap_crowd(tap, &count)
        crowd = count > 0 ? Array(UnsafeBufferPointer(start: crowded, count: count)) : nil
        let seen = tap_shapes(tap, &count)
        shapes = UnsafeBufferPointer(start: seen, count: count).map {
            (Unicode.Scalar($0.character) ?? "?", Int($0.outlines))
        }
    }

    /// The rulings of the page, whose text this is; lines in colour where most are not only if they do
    /// not run through text: they are of the table, or strokes of a pen over it.
    func rulings(among glyphs: [Glyph], and overlay: [Glyph]) -> [Ruling] {
        let (own, coloured) = DrawnRulings.rulings(of: marks, among: glyphs + overlay)
        let isOverText = coloured.contains { DrawnRulings.crosses($0, glyphs) }
        return (own + (isOverText ? [] : coloured)).compactMap(bounds.clipped)
    }

    /// Drawing coordinates are taken at this many units a point, so that Poppler's alignment of
    /// thin strokes to whole device units moves a ruling by less than 0.1 point.
    private static let usualScale = 4.0
    /// A soft mask as large as the page takes four bytes for each square unit, half a gigabyte then, and no
    /// side of it can be longer; Poppler crashes where there is no room for one.
    ///
    /// A0 is still drawn at the usual scale.
    private static let (mostArea, longestSide) = (130e6, 32_000.0)

    /// Units a point that a page of this size is drawn at.
    static func scale(width: Double, height: Double) -> Double {
        min(
            usualScale, (mostArea / (width * height)).squareRoot(),
            longestSide / max(width, height))
    }

    private static func listen(_ page: OpaquePointer, _ tap: OpaquePointer) -> cairo_status_t {
        var width = 0.0
        var height = 0.0
        poppler_page_get_size(page, &width, &height)
        let scale = scale(width: width, height: height)
        var extents = cairo_rectangle_t(x: 0, y: 0, width: width * scale, height: height * scale)
        let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)
        defer { cairo_surface_destroy(surface) }
        let context = cairo_create(surface)
        defer { cairo_destroy(context) }
        cairo_scale(context, scale, scale)
        tap_open(tap, scale)
        poppler_page_render(page, context)
        tap_close(tap)
        return cairo_status(context)
    }
}
