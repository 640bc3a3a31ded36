internal import Dataset
internal import Glibc
internal import Review
internal import Subprocess
internal import SystemPackage

/// Paints pages in processes of their own: a damaged page costs its picture and not the server.
actor PagePainter: PagePictures {
    private let files: SourceFiles
    private let password: String?
    /// Files that were looked at, by SHA-256: their path, and what would tell that they are changed.
    private var known: [String: (path: String, stamp: String)] = [:]
    /// Bytes of a picture.
    private static let largest = 64 << 20

    init(files: SourceFiles, password: String?) {
        self.files = files
        self.password = password
    }

    func picture(
        ofPage page: Int, of document: SourceRecord, scale: Double
    ) async throws(PictureError) -> [UInt8] {
        guard let path = path(of: document) else { throw .noFile }
        var arguments = ["picture", "--parent=\(getpid())", "--page=\(page)", "--scale=\(scale)"]
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
