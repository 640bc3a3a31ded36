internal import CPoppler
internal import PageModel

/// The fonts of a document that are not in it: pages are painted with others in their place.
///
/// Pages are looked through in order, each once, and none before it is asked for.
final class SubstitutedFonts {
    private let info: OpaquePointer?
    private var names: Set<String> = []
    private var pagesSeen = 0

    init(_ document: OpaquePointer) { info = poppler_font_info_new(document) }

    deinit { if let info { cpoppler_unref(UnsafeMutableRawPointer(info)) } }

    /// Adds to a page whose text has no meaning that its picture has none either, where that is so.
    func judge(_ page: inout Page) {
        guard page.remarks.contains(where: { $0.code == TextTrust.nonsenseCode }) else { return }
        let damaged = page.glyphs.filter { TextTrust.isDamaged($0.scalar) }
        let missing = names(upTo: page.number)
        let fonts = damaged.map {
            page.styles.indices.contains($0.style) ? page.styles[$0.style].font : ""
        }
        // fonts of crowded pages have no names: they may be any
        let substituted = fonts.filter { missing.contains($0) || $0.isEmpty && !missing.isEmpty }
        guard 2 * substituted.count > damaged.count else { return }
        let named = Set(substituted).filter { !$0.isEmpty }.sorted().prefix(3).joined(
            separator: ", ")
        page.remarks.append(
            PageRemark(
                code: PageRemark.substitutedFont,
                message: "the font of these letters is not in the PDF"
                    + (named.isEmpty ? "" : " (\(named))")
                    + ": where they are wrong, so are they in pictures of the page and for OCR; "
                    + "take the names from a print, or from a PDF that holds its fonts"))
    }

    private func names(upTo page: Int) -> Set<String> {
        guard let info, page > pagesSeen else { return names }
        var next: OpaquePointer?
        let found = poppler_font_info_scan(info, Int32(page - pagesSeen), &next)
        pagesSeen = page
        guard found != 0, let fonts = next else { return names }
        defer { poppler_fonts_iter_free(fonts) }
        repeat {
            if poppler_fonts_iter_is_embedded(fonts) == 0,
                let name = poppler_fonts_iter_get_full_name(fonts)
            {
                names.insert(GBKBytes.name(name))
            }
        } while poppler_fonts_iter_next(fonts) != 0
        return names
    }
}
