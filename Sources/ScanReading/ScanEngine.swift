internal import Dataset

/// What reads the pictures of pages.
public protocol ScanEngine: AnyObject {
    /// Reads a picture (PNG) of `dpi` pixels an inch.
    func read(picture path: String, dpi: Double) throws(ScanError) -> ScanReading
    /// Where the pictures are to be put that it reads.
    var pictureFolder: String { get }
}

extension ScanEngine {
    public var pictureFolder: String { TemporaryPicture.folder }
}

/// An engine in a process of its own, which lives for many pages and is started anew when it dies.
public final class EngineHelper: ScanEngine {
    private let arguments: [String]
    private let seconds: Double
    private let starter: EngineStarter?
    private var process: EngineProcess?
    private var count = 0
    /// Starts that failed one after the other: an engine that is not there is not looked for on
    /// every page.
    private var failedStarts: (count: Int, error: ScanError)?
    /// Models are loaded.
    private static let secondsToStart = 60.0
    private static let mostStarts = 2

    /// The program with its arguments; `seconds` for a page.
    ///
    /// A starter starts it where this process must not.
    public init(arguments: [String], seconds: Double = 60, starter: EngineStarter? = nil) {
        self.arguments = arguments
        self.seconds = seconds
        self.starter = starter
    }

    public var pictureFolder: String { starter?.pictures ?? TemporaryPicture.folder }

    public func read(picture path: String, dpi: Double) throws(ScanError) -> ScanReading {
        let isFresh = process == nil
        do throws(ScanError) {
            return try ask(path, dpi)
        } catch {
            guard !error.isOfPage else { throw error }
            process = nil
            // one that died between two pages, or of this one: once more with a new one
            guard !isFresh, case .died = error else { throw error }
        }
        do throws(ScanError) {
            return try ask(path, dpi)
        } catch {
            if !error.isOfPage { process = nil }
            throw error
        }
    }

    private func ask(_ path: String, _ dpi: Double) throws(ScanError) -> ScanReading {
        let process = try running()
        count += 1
        var request = JSONWriter()
        request.object(.inline) { json in
            json.field("id", String(count))
            json.field("image", path)
            json.key("dpi")
            json.value(tenths: dpi)
        }
        let line = try process.exchange(request.bytes, seconds: seconds)
        guard let json = JSONValue(line), json["id"]?.string == String(count) else {
            throw .nonsense
        }
        if let reason = json["error"]?.string { throw .refused(reason) }
        guard let reading = ScanReading(json, dpi: dpi) else { throw .nonsense }
        return reading
    }

    private func running() throws(ScanError) -> EngineProcess {
        if let process { return process }
        if let failedStarts, failedStarts.count >= EngineHelper.mostStarts {
            throw failedStarts.error
        }
        do throws(ScanError) {
            let new = try EngineProcess(arguments, starter)
            let hello = try new.exchange(nil, seconds: EngineHelper.secondsToStart)
            guard JSONValue(hello)?["ready"]?.string == "juesuan-ocr/1" else { throw .nonsense }
            process = new
            failedStarts = nil
            return new
        } catch {
            failedStarts = ((failedStarts?.count ?? 0) + 1, error)
            throw error
        }
    }
}
