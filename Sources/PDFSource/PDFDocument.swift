internal import CDrawingTap
internal import CPoppler
public import PageModel

/// An open PDF.
///
/// Poppler is not safe across threads: one document at a time, on one thread.
public final class PDFDocument {
    public let pageCount: Int
    /// The program that made the PDF, as it says itself; nil when it does not say.
    public let producer: String?
    public let byteCount: Int
    /// Lower-case hexadecimal.
    public let sha256: String

    private let handle: OpaquePointer
    private let bytes: OpaquePointer
    private let tap: OpaquePointer
    private lazy var substitutedFonts = SubstitutedFonts(handle)

    /// Reads the whole file and opens it.
    public init(path: String, password: String? = nil) throws(PDFError) {
        let file = try WholeBytes.read(path)
        self.bytes = file.bytes
        self.byteCount = file.count
        var opened = false
        defer { if !opened { g_bytes_unref(file.bytes) } }
        guard file.count > 0 else { throw .empty }
        guard PDFDocument.looksLikePDF(file.bytes) else { throw .notAPDF }
        self.sha256 = PDFDocument.digest(file.bytes)
        self.handle = try PDFDocument.open(file.bytes, path, password: password)
        self.pageCount = Int(poppler_document_get_n_pages(handle))
        guard pageCount > 0 else {
            cpoppler_unref(UnsafeMutableRawPointer(handle))
            throw .noPages
        }
        self.producer = PDFDocument.string(poppler_document_get_producer(handle))
        self.tap = tap_create()
        opened = true
    }

    deinit {
        tap_destroy(tap)
        cpoppler_unref(UnsafeMutableRawPointer(handle))
        g_bytes_unref(bytes)
    }

    /// A font that Poppler may keep for all documents of this process is broken: text set in it is not painted
    /// in pictures any more.
    ///
    /// The document under way is read to its end, and its pages say what that cost them. This process should not
    /// read another one.
    public static var isProcessTainted: Bool { tap_broke_a_face() != 0 }

    /// The page as a value; `number` counts from 1.
    public func page(_ number: Int) throws(PDFError) -> Page {
        let page = try popplerPage(number)
        defer { cpoppler_unref(UnsafeMutableRawPointer(page)) }
        var result = try PageReader(page: page, number: number, tap: tap).read()
        substitutedFonts.judge(&result)
        return result
    }

    /// The page as a PNG file, `scale` pixels a point, with `marks` drawn over it; turned clockwise by
    /// 0, 90, 180 or 270 degrees.
    public func picture(
        ofPage number: Int, scale: Double, turn: Int = 0, marks: [PageMark] = []
    ) throws(PDFError) -> [UInt8] {
        try paint(number, scale: scale, turn: turn, marks: marks) { $0.png() }
    }

    /// The page as a WebP file, a fraction of a PNG's size: for people to look at.
    ///
    /// `quality` from 0 to 100, which keeps text as it is; pages that are pictures are smaller with less.
    public func webPicture(
        ofPage number: Int, scale: Double, quality: Double = 100
    ) throws(PDFError) -> [UInt8] {
        try paint(number, scale: scale) { $0.webP(quality: quality) }
    }

    private func paint(
        _ number: Int, scale: Double, turn: Int = 0, marks: [PageMark] = [],
        as encode: (PagePicture) -> [UInt8]?
    ) throws(PDFError) -> [UInt8] {
        let page = try popplerPage(number)
        defer { cpoppler_unref(UnsafeMutableRawPointer(page)) }
        var width = 0.0
        var height = 0.0
        poppler_page_get_size(page, &width, &height)
        let picture = try PagePicture(
            width: width, height: height, scale: scale, turn: turn, page: number)
        defer { picture.destroy() }
        try picture.paint(page, number: number)
        picture.paint(marks)
        guard let bytes = encode(picture) else {
            throw .cannotDraw(page: number, reason: "cairo gave no picture")
        }
        return bytes
    }

    /// Pixels an inch of the finest picture that covers a good part of the page; nil where none does.
    public func resolution(ofPage number: Int) throws(PDFError) -> Double? {
        let page = try popplerPage(number)
        defer { cpoppler_unref(UnsafeMutableRawPointer(page)) }
        return PagePicture.resolution(of: page)
    }

    /// To be released with `cpoppler_unref`.
    private func popplerPage(_ number: Int) throws(PDFError) -> OpaquePointer {
        guard (1...pageCount).contains(number),
            let page = poppler_document_get_page(handle, Int32(number - 1))
        else { throw .brokenPage(number) }
        return page
    }

    // MARK: Opening

    /// The header may stand within the first 1024 bytes (ISO 32000-1, appendix H.3).
    private static func looksLikePDF(_ bytes: OpaquePointer) -> Bool {
        var size: gsize = 0
        guard let data = g_bytes_get_data(bytes, &size) else { return false }
        let head = UnsafeRawBufferPointer(start: data, count: min(Int(size), 1024))
        let mark = Array("%PDF-".utf8)
        guard head.count >= mark.count else { return false }
        return (0...(head.count - mark.count)).contains { start in
            zip(head[start...], mark).allSatisfy { $0 == $1 }
        }
    }

    static func digest(_ bytes: OpaquePointer) -> String {
        guard let text = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes) else { return "" }
        defer { g_free(text) }
        return String(cString: text)
    }

    /// The password is tried only on what does not open without, and then on the file itself:
    /// Poppler reads freed memory when it tries a wrong one on bytes (seen in 22.12).
    private static func open(
        _ bytes: OpaquePointer, _ path: String, password: String?
    ) throws(PDFError) -> OpaquePointer {
        // Poppler is told of them before it opens anything
        _ = CharacterMaps.carried
        var error: UnsafeMutablePointer<GError>?
        if let handle = poppler_document_new_from_bytes(bytes, nil, &error) { return handle }
        if let password, isEncryption(error), let whole = g_canonicalize_filename(path, nil) {
            g_clear_error(&error)
            let address = g_filename_to_uri(whole, nil, nil)
            defer { g_free(address) }
            g_free(whole)
            if let handle = poppler_document_new_from_file(address, password, &error) {
                return handle
            }
        }
        defer { g_error_free(error) }
        throw reason(error, hasPassword: password != nil)
    }

    private static func isEncryption(_ error: UnsafeMutablePointer<GError>?) -> Bool {
        error.map {
            $0.pointee.domain == cpoppler_error_domain()
                && PopplerError(UInt32($0.pointee.code)) == POPPLER_ERROR_ENCRYPTED
        } ?? false
    }

    private static func reason(
        _ error: UnsafeMutablePointer<GError>?, hasPassword: Bool
    ) -> PDFError {
        guard let error, error.pointee.domain == cpoppler_error_domain() else {
            return .damaged(reason: "Poppler gave no reason")
        }
        return switch PopplerError(UInt32(error.pointee.code)) {
        case POPPLER_ERROR_ENCRYPTED: hasPassword ? .wrongPassword : .encrypted
        case POPPLER_ERROR_BAD_CATALOG: .damaged(reason: "its page catalogue cannot be read")
        case POPPLER_ERROR_DAMAGED: .damaged(reason: "its cross-reference table is broken")
        default: .damaged(reason: String(cString: error.pointee.message))
        }
    }

    static func string(_ text: UnsafeMutablePointer<gchar>?) -> String? {
        guard let text else { return nil }
        defer { g_free(text) }
        let value = String(cString: text)
        return value.isEmpty ? nil : value
    }
}
