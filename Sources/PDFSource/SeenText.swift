internal import CDrawingTap
internal import CPoppler
internal import PageModel

/// Which text of a page with pictures can be seen at all: the page is painted with its text and without.
///
/// Scanners and OCR programs put text under the picture, or in white or without any opacity over it.
/// However it is hidden, a glyph that changes nothing that is seen is not on the page.
struct SeenText {
    private let with: PagePixels
    private let without: PagePixels

    /// Pixels a point: the strokes of small text are grey at this size, not gone.
    private static let scale = 1.0
    /// A channel that differs by less than this (of 255) is not seen to differ.
    private static let leastDifference = 24
    /// What is darker than this is ink, what is lighter than the second is paper.
    private static let (ink, paper) = (140, 200)
    /// A photograph or a coloured background has less paper than this.
    private static let leastPaper = 0.6
    /// A scan has at least so many times the ink of the text that is printed over it: a stamp, a
    /// page number, the name of an archive.
    private static let scanInk = 10

    /// Larger pages are not looked at: both pictures take 300 MB then.
    ///
    /// A0 has a third of that.
    static let mostPixels = 25e6

    /// Throws where the page is too large, or cannot be painted.
    init(_ page: OpaquePointer, width: Double, height: Double, number: Int) throws(PDFError) {
        with = try SeenText.pixels(page, width, height, number)
        tap_leave_out_text(1)
        defer { tap_leave_out_text(0) }
        without = try SeenText.pixels(page, width, height, number)
    }

    private static func pixels(
        _ page: OpaquePointer, _ width: Double, _ height: Double, _ number: Int
    ) throws(PDFError) -> PagePixels {
        let picture = try PagePicture(
            width: width, height: height, scale: scale, turn: 0, page: number,
            mostPixels: mostPixels)
        defer { picture.destroy() }
        try picture.paint(page, number: number)
        return picture.pixels
    }

    func shows(_ glyph: Glyph) -> Bool { ink(of: glyph) > 0 }

    /// Pixels that a glyph changes; only those that it darkens where it stands on paper: white text
    /// is read on dark ground, while over a scan it merely scratches the ink.
    private func ink(of glyph: Glyph) -> Int {
        let places = with.places(in: glyph.box, scale: SeenText.scale)
        let changed = places.filter {
            with.difference($0, without) >= SeenText.leastDifference
        }
        guard !changed.isEmpty else { return 0 }
        let onPaper = places.count { without.brightness($0) > SeenText.paper }
        guard 2 * onPaper > places.count else { return changed.count }
        return changed.count { with.brightness($0) < without.brightness($0) }
    }

    /// The pictures are paper with far more ink on it than the page's own text has.
    func isMostlyPicture(_ pictures: [Rect], under glyphs: [Glyph]) -> Bool {
        var (count, paper, ink) = (0, 0, 0)
        for picture in pictures {
            for place in without.places(in: picture, scale: SeenText.scale) {
                let brightness = without.brightness(place)
                count += 1
                if brightness > SeenText.paper { paper += 1 }
                if brightness < SeenText.ink { ink += 1 }
            }
        }
        let text = glyphs.reduce(0) { $0 + self.ink(of: $1) }
        return Double(paper) >= SeenText.leastPaper * Double(count)
            && ink > SeenText.scanInk * text
    }
}
