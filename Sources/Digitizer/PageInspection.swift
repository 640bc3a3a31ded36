internal import PDFSource
internal import PageModel
public import ScanReading
internal import TableRecognition

/// One page as a picture with what was found on it, to see why a table came out as it did.
public struct PageInspection: Sendable {
    /// A PNG file.
    public var picture: [UInt8]
    public var glyphs: Int
    public var rulings: Int
    /// Tables, or parts of tables, on this page.
    public var fragments: Int
    public var cells: Int

    /// What the colours of the picture mean.
    public static let legend =
        "grey: glyphs; red: rulings; green: cells with row,column; orange: header cells; "
        + "violet: captions, notes, repeated headers; brown: page headers and footers; "
        + "blue: watermarks; turquoise: pictures"

    /// Draws page `number` of the PDF at `path`, `scale` pixels a point.
    ///
    /// All pages are read, since a table may begin before and go on after this one; of scans only this one,
    /// by `engine`.
    public init(
        path: String, page number: Int, scale: Double, password: String? = nil,
        scans: ScanMode = .auto, engine: (any ScanEngine)? = nil
    ) throws {
        let document = try PDFDocument(path: path, password: password)
        guard (1...document.pageCount).contains(number) else {
            throw DigitizerError.noSuchPage(number, pages: document.pageCount)
        }
        var loader = PageLoader(document: document)
        var pages = try loader.read(
            Array(1...document.pageCount), keepingGlyphsOf: number)
        var reader = ScanPages(document: document, mode: scans, engine: engine)
        reader.read(&pages[(number - 1)..<number], keepsGlyphs: true)
        let shown = pages[number - 1].page
        let marks = InspectionMarks(page: shown, recognition: TableRecognizer.recognise(pages))
        picture = try document.picture(ofPage: number, scale: scale, marks: marks.all)
        glyphs = shown.glyphs.count
        rulings = shown.rulings.count
        fragments = marks.fragments
        cells = marks.cells
    }
}
