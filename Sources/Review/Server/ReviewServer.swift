public import AccountsDatabase
public import Dataset

/// What the server works on.
public struct ReviewSettings: Sendable {
    public var database: AccountsDatabase
    public var output: OutputListing
    public var pictures: any PagePictures
    /// Who reviews, where the page names nobody else.
    public var reviewer: String
    public var isReadOnly = false
    /// The official tables' titles, by the catalogue's ids.
    public var titles: [(id: String, title: String)]

    public init(
        database: AccountsDatabase, output: OutputListing, pictures: any PagePictures,
        reviewer: String, titles: [(id: String, title: String)]
    ) {
        self.database = database
        self.output = output
        self.pictures = pictures
        self.reviewer = reviewer
        self.titles = titles
    }
}

/// Paints pages of the documents.
public protocol PagePictures: Sendable {
    /// A WebP file of a page, `scale` pixels a point.
    func picture(
        ofPage page: Int, of document: SourceRecord, scale: Double
    ) async throws(PictureError) -> [UInt8]
}

public enum PictureError: Error, Hashable, Sendable {
    /// The PDF is not where it was, or is another now.
    case noFile
    /// More pages are asked for than are painted in a while.
    case busy
    case notPainted(reason: String)
}

/// Why the server does not run.
public enum ReviewServerError: Error, Hashable, Sendable, CustomStringConvertible {
    case portInUse(UInt16)
    case failed(reason: String)

    public var description: String {
        switch self {
        case .portInUse(let port): "port \(port) is in use; choose another with --port"
        case .failed(let reason): "cannot listen: \(reason)"
        }
    }
}

/// The review in the browser: answers on this machine's own address only.
public struct ReviewServer: Sendable {
    private let settings: ReviewSettings
    private let port: UInt16

    /// `port` 0 takes one that is free.
    public init(_ settings: ReviewSettings, port: UInt16) {
        self.settings = settings
        self.port = port
    }

    /// Serves until it is cancelled; `ready` hears of the address.
    public func run(
        ready: @escaping @Sendable (_ address: String) -> Void
    ) async throws(ReviewServerError) {
        let listener = try HTTPListener(port: port)
        let handler = ReviewHandler(settings, port: listener.port)
        ready("http://127.0.0.1:\(listener.port)/")
        await withTaskCancellationHandler {
            await withCheckedContinuation { ended in
                let isStarted = HTTPThread.start {
                    listener.run { await handler.response(to: $0) }
                    ended.resume()
                }
                if !isStarted { ended.resume() }
            }
        } onCancel: {
            listener.stop()
        }
    }
}
