internal import CDrawingTap
internal import CPoppler
internal import PageModel

/// What a page paints, heard from Poppler's drawing calls.
struct PageDrawing {
    let rulings: [Ruling]
    /// Lines in colour where most are not: of the table, or strokes of a pen over it.
    let coloured: [Ruling]
    /// Where pictures lie.
    let pictures: [Rect]
    /// Filled outlines that are neither boxes nor characters of a font.
    let curves: Int
    /// The page's /Rotate.
    let rotation: Int
    /// The glyphs that are really painted.
    let origins: [tap_origin]
    /// Digits of the fonts met so far, with the number of outlines each one shows.
    let shapes: [(character: Unicode.Scalar, outlines: Int)]

    init(page: OpaquePointer, tap: OpaquePointer) throws(PDFError) {
        PageDrawing.listen(page, tap)
        // even a page with nothing to see begins with its coordinates
        guard tap_rotation(tap) >= 0 || tap_calls(tap) > 0 else { throw .drawingNotHeard }
        var count = 0
        let marks = tap_marks(tap, &count)
        let painted = UnsafeBufferPointer(start: marks, count: count)
        (rulings, coloured) = DrawnRulings.rulings(of: painted)
        pictures = DrawnRulings.pictures(of: painted)
        curves = tap_curves(tap)
        rotation = max(0, Int(tap_rotation(tap)))
        let points = tap_origins(tap, &count)
        origins = Array(UnsafeBufferPointer(start: points, count: count))
        let seen = tap_shapes(tap, &count)
        shapes = UnsafeBufferPointer(start: seen, count: count).map {
            (Unicode.Scalar($0.character) ?? "?", Int($0.outlines))
        }
    }

    private static func listen(_ page: OpaquePointer, _ tap: OpaquePointer) {
        var width = 0.0
        var height = 0.0
        poppler_page_get_size(page, &width, &height)
        let scale = PDFDocument.drawingScale
        var extents = cairo_rectangle_t(x: 0, y: 0, width: width * scale, height: height * scale)
        let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)
        defer { cairo_surface_destroy(surface) }
        let context = cairo_create(surface)
        defer { cairo_destroy(context) }
        cairo_scale(context, scale, scale)
        tap_open(tap)
        poppler_page_render(page, context)
        tap_close(tap)
    }
}
