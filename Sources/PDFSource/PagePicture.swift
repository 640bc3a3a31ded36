internal import CDrawingTap
internal import CPoppler
internal import CWebP
internal import PageModel

/// A page painted in earnest: pixels, with marks over them.
///
/// To be used while no tap is open, since an open tap keeps everything from being painted.
struct PagePicture {
    let surface: OpaquePointer
    let context: OpaquePointer

    /// Cairo's images are not wider or higher than this (pixels).
    static let longestSide = 32_767.0
    /// Four bytes each.
    static let mostPixels = 150e6
    /// The page pales by this much, so that marks stand out.
    static let paleness = 0.3
    /// Points.
    static let labelSize = 4.5

    /// White paper; its size in points before it is turned clockwise.
    init(
        width: Double, height: Double, scale: Double, turn: Int, page: Int,
        mostPixels: Double = PagePicture.mostPixels
    ) throws(PDFError) {
        let isOnItsSide = turn % 180 != 0
        // a picture as large as the page keeps its pixels: no row more for the last bit of a product
        let across = ((isOnItsSide ? height : width) * scale - 0.01).rounded(.up)
        let down = ((isOnItsSide ? width : height) * scale - 0.01).rounded(.up)
        guard across >= 1, down >= 1, max(across, down) <= PagePicture.longestSide,
            across * down <= mostPixels
        else {
            throw .cannotDraw(
                page: page,
                reason: "\(Int(clamping: width)) × \(Int(clamping: height)) points at this --scale")
        }
        guard
            let surface = cairo_image_surface_create(
                CAIRO_FORMAT_RGB24, Int32(clamping: Int(clamping: across)),
                Int32(clamping: Int(clamping: down))),
            let context = cairo_create(surface)
        else { throw .cannotDraw(page: page, reason: "out of memory") }
        self.surface = surface
        self.context = context
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_translate(context, across / 2, down / 2)
        cairo_rotate(context, Double(turn) * .pi / 180)
        cairo_scale(context, scale, scale)
        cairo_translate(context, -width / 2, -height / 2)
    }

    func destroy() {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Smaller pictures than this share of the page are seals and logos.
    static let scanShare = 0.1

    /// Pixels an inch of the finest picture that is more than a seal; nil where there is none.
    static func resolution(of page: OpaquePointer) -> Double? {
        var width = 0.0
        var height = 0.0
        poppler_page_get_size(page, &width, &height)
        let list = poppler_page_get_image_mapping(page)
        defer { poppler_page_free_image_mapping(list) }
        var finest: Double?
        var item = list
        while let entry = item {
            item = entry.pointee.next
            guard let data = entry.pointee.data else { continue }
            let mapping = data.assumingMemoryBound(to: PopplerImageMapping.self).pointee
            let across = abs(mapping.area.x2 - mapping.area.x1)
            let down = abs(mapping.area.y2 - mapping.area.y1)
            guard across * down > scanShare * width * height,
                let image = poppler_page_get_image(page, mapping.image_id)
            else { continue }
            defer { cairo_surface_destroy(image) }
            // pictures may lie sideways: the longer side goes with the longer
            let pixels = Double(
                max(cairo_image_surface_get_width(image), cairo_image_surface_get_height(image)))
            finest = max(finest ?? 0, pixels / max(across, down) * 72)
        }
        return finest
    }

    /// Throws where not all of the page can be painted.
    func paint(_ page: OpaquePointer, number: Int) throws(PDFError) {
        cairo_save(context)
        poppler_page_render(page, context)
        cairo_restore(context)
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .brokenDrawing(number, reason: PagePicture.reason(status))
        }
        guard tap_broke_a_face() == 0 else {
            throw .brokenDrawing(number, reason: "a font is broken")
        }
    }

    /// What cairo says of it.
    static func reason(_ status: cairo_status_t) -> String {
        cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown reason"
    }

    func paint(_ marks: [PageMark]) {
        guard !marks.isEmpty else { return }
        cairo_set_source_rgba(context, 1, 1, 1, PagePicture.paleness)
        cairo_paint(context)
        for mark in marks { paint(mark) }
        for mark in marks { paintLabel(mark) }
    }

    private func paint(_ mark: PageMark) {
        let box = mark.box
        if mark.tint > 0 {
            setColour(mark.colour, opacity: mark.tint)
            cairo_rectangle(context, box.x0, box.y0, box.width, box.height)
            cairo_fill(context)
        }
        guard mark.border > 0 else { return }
        setColour(mark.colour, opacity: 0.9)
        cairo_set_line_width(context, mark.border)
        cairo_rectangle(context, box.x0, box.y0, box.width, box.height)
        cairo_stroke(context)
    }

    private func paintLabel(_ mark: PageMark) {
        guard let label = mark.label else { return }
        cairo_select_font_face(
            context, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
        cairo_set_font_size(context, PagePicture.labelSize)
        var extents = cairo_text_extents_t()
        cairo_text_extents(context, label, &extents)
        let (x, y) = (mark.box.x0 + 1, mark.box.y0 + PagePicture.labelSize)
        cairo_set_source_rgba(context, 1, 1, 1, 0.75)
        cairo_rectangle(
            context, x - 0.5, mark.box.y0 + 0.4, extents.x_advance + 1, PagePicture.labelSize)
        cairo_fill(context)
        setColour(mark.colour, opacity: 1)
        cairo_move_to(context, x, y)
        cairo_show_text(context, label)
    }

    private func setColour(_ colour: UInt32, opacity: Double) {
        cairo_set_source_rgba(
            context, Double(colour >> 16 & 0xFF) / 255, Double(colour >> 8 & 0xFF) / 255,
            Double(colour & 0xFF) / 255, opacity)
    }

    /// The bytes of a PNG file; nil when cairo cannot make it.
    func webP(quality: Double) -> [UInt8]? {
        cairo_surface_flush(surface)
        guard let pixels = cairo_image_surface_get_data(surface) else { return nil }
        var file: UnsafeMutablePointer<UInt8>?
        let size = cwebp_encode(
            pixels, cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface),
            cairo_image_surface_get_stride(surface), Float(quality), &file)
        guard size > 0, let file else { return nil }
        defer { WebPFree(file) }
        return Array(UnsafeBufferPointer(start: file, count: size))
    }

    func png() -> [UInt8]? {
        var bytes: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &bytes) { bytes in
            cairo_surface_write_to_png_stream(
                surface,
                { target, data, count in
                    guard let target, let data else { return CAIRO_STATUS_WRITE_ERROR }
                    target.assumingMemoryBound(to: [UInt8].self).pointee
                        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                    return CAIRO_STATUS_SUCCESS
                }, bytes)
        }
        return status == CAIRO_STATUS_SUCCESS ? bytes : nil
    }
}
