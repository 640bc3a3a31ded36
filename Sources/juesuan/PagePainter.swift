internal import Dataset
internal import Glibc
internal import Review
internal import Subprocess
internal import SystemPackage

/// Paints pages in processes of their own: a damaged page costs its picture and not the server.
actor PagePainter: PagePictures {
    private let files: SourceFiles
    private let password: String?
    private let isConfined: Bool
    /// Files that were looked at, by SHA-256: their path, and what would tell that they are changed.
    private var known: [String: (path: String, stamp: String)] = [:]
    /// Pages that are being painted, and who waits for one of them to be done.
    private var painted = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private static let mostPainted = max(2, BatchOptions.cores)
    /// More than a person scrolls over before the first of them is shown.
    private static let mostWaiting = 48
    /// Bytes of a picture.
    private static let largest = 64 << 20

    init(files: SourceFiles, password: String?, isConfined: Bool = true) {
        self.files = files
        self.password = password
        self.isConfined = isConfined
    }

    func picture(
        ofPage page: Int, of document: SourceRecord, scale: Double
    ) async throws(PictureError) -> [UInt8] {
        guard let path = path(of: document) else { throw .noFile }
        guard painted < PagePainter.mostPainted || waiting.count < PagePainter.mostWaiting else {
            throw .busy
        }
        await enter()
        defer { leave() }
        return try await paint(page, of: path, scale: scale)
    }

    private func enter() async {
        guard painted >= PagePainter.mostPainted else {
            painted += 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// The place goes to the one who waits longest.
    private func leave() {
        if waiting.isEmpty { painted -= 1 } else { waiting.removeFirst().resume() }
    }

    private func paint(
        _ page: Int, of path: String, scale: Double
    ) async throws(PictureError) -> [UInt8] {
        var arguments = ["picture", "--parent=\(getpid())", "--page=\(page)", "--scale=\(scale)"]
        if !isConfined { arguments.append("--no-sandbox") }
        if let password { arguments.append("--password=\(password)") }
        arguments += ["--", path]
        do {
            let result = try await Subprocess.run(
                .path(FilePath("/proc/self/exe")),
                arguments: Arguments(arguments), output: .bytes(limit: PagePainter.largest),
                error: .discarded)
            guard result.terminationStatus.isSuccess else {
                throw PictureError.notPainted(reason: "page \(page) cannot be painted")
            }
            return result.standardOutput
        } catch let error as PictureError {
            throw error
        } catch {
            throw .notPainted(reason: "\(error)")
        }
    }

    private func path(of document: SourceRecord) -> String? {
        if let (path, stamp) = known[document.sha256], Disk.stamp(of: path) == stamp { return path }
        guard let path = SourceOptions.find(document, files), let stamp = Disk.stamp(of: path)
        else {
            return nil
        }
        known[document.sha256] = (path, stamp)
        return path
    }
}
