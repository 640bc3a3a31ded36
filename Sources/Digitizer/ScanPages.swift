internal import Dataset
internal import PDFSource
internal import PageModel
internal import ScanReading
internal import TableRecognition

/// Has scanned pages read by an OCR engine.
struct ScanPages {
    let document: PDFDocument
    let mode: ScanMode
    let engine: (any ScanEngine)?
    private(set) var warnings: [WarningRecord] = []

    /// Pixels an inch: fewer lose strokes, more cost time and show nothing new.
    static let resolutions = 150.0...300.0
    /// For pages whose text is drawn as outlines.
    static let usualResolution = 200.0

    /// Larger pictures take a gigabyte with all that is made of them, and show nothing new: A2 at 300 pixels an
    /// inch has half as many.
    static let mostPixels = 70e6

    /// Pixels an inch at which a page is painted whose picture has so many.
    static func dpi(of page: Page, drawnAt resolution: Double) -> Double {
        let wanted = min(max(resolution, resolutions.lowerBound), resolutions.upperBound)
        return min(wanted, 72 * (mostPixels / max(1, page.box.area)).squareRoot())
    }

    init(document: PDFDocument, mode: ScanMode, engine: (any ScanEngine)?) {
        self.document = document
        self.mode = mode
        self.engine = engine
    }

    /// Puts what the engine reads in the place of such pages; those that it cannot read stay as they
    /// are, with a warning.
    mutating func read(_ pages: inout ArraySlice<PageFindings>, keepsGlyphs: Bool = false) {
        guard let engine, mode != .off else { return }
        for number in pages.indices {
            do {
                guard let page = try reading(of: pages[number].page, engine) else { continue }
                pages[number] = PageFindings(page, keepsGlyphs: keepsGlyphs)
            } catch {
                let page = pages[number].page.number
                warnings.append(
                    WarningRecord(page: page, code: "ocr-failed", message: "\(error)"))
            }
        }
    }

    /// The page as read; nil where there is nothing to read.
    private func reading(of page: Page, _ engine: any ScanEngine) throws -> Page? {
        if isScan(page) {
            var result = try read(page, engine)
            if page.hasRemark(PageRemark.substitutedFont) { result.remarks = page.remarks }
            return result
        }
        guard page.textKind == .digital, !page.wordPictures.isEmpty else { return nil }
        let resolution = try document.resolution(ofPage: page.number) ?? ScanPages.usualResolution
        let dpi = ScanPages.dpi(of: page, drawnAt: resolution)
        let words = try read(page.number, dpi, turn: page.turn, engine)
        // its glyphs were let go of
        return words.addingWords(to: try document.page(page.number))
    }

    private func isScan(_ page: Page) -> Bool {
        // the picture shows other letters
        if page.hasRemark(PageRemark.gbkText) { return false }
        return switch page.textKind {
        case .scanned, .unreliable: true
        case .blank, .recognised: false
        case .digital: mode == .force
        }
    }

    private func read(_ page: Page, _ engine: any ScanEngine) throws -> Page {
        // the page as displayed: text set sideways on it was turned by the reader
        let shown = page.turned(by: (360 - page.turn) % 360)
        let resolution = try document.resolution(ofPage: page.number) ?? ScanPages.usualResolution
        let dpi = ScanPages.dpi(of: page, drawnAt: resolution)
        var best = (turn: 0, reading: try read(page.number, dpi, turn: 0, engine))
        if best.reading.isIllegible {
            // landscape tables are often scanned as they lie
            for turn in [90, 270, 180] {
                let reading = try read(page.number, dpi, turn: turn, engine)
                if reading.legible > best.reading.legible { best = (turn, reading) }
                if !best.reading.isIllegible { break }
            }
        }
        return best.reading.page(of: shown.turned(by: best.turn))
    }

    private func read(
        _ page: Int, _ dpi: Double, turn: Int, _ engine: any ScanEngine
    ) throws -> ScanReading {
        let picture = try document.picture(ofPage: page, scale: dpi / 72, turn: turn)
        return try TemporaryPicture(picture).use(in: engine.pictureFolder) {
            path throws(ScanError) in
            try engine.read(picture: path, dpi: dpi)
        }
    }
}
