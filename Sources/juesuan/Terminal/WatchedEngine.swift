internal import ScanReading

/// Shows on the terminal how many pages OCR has read of a document: it takes seconds for each.
final class WatchedEngine: ScanEngine {
    private let engine: EngineHelper
    private let file: String
    private var pages = 0

    init(_ engine: EngineHelper, file: String) {
        self.engine = engine
        self.file = file
    }

    var pictureFolder: String { engine.pictureFolder }

    func read(picture path: String, dpi: Double) throws(ScanError) -> ScanReading {
        pages += 1
        StatusLine.show(
            "\(file): OCR reads \(pages == 1 ? "the first page" : "page \(pages)") without text")
        return try engine.read(picture: path, dpi: dpi)
    }
}

extension Messages {
    /// The engine, watched where somebody sits before it.
    func watched(_ engine: EngineHelper?, file: String) -> (any ScanEngine)? {
        guard let engine else { return nil }
        return options.quiet || StatusLine.width == nil ? engine : WatchedEngine(engine, file: file)
    }
}
