internal import Glibc

/// A file that is written a block at a time by somebody who cannot fail: its first error is kept until it is closed.
final class BlockFile {
    /// Bytes that are worth a call of the system.
    static let blockSize = 1 << 18

    private let path: String
    private var file: Int32
    private var error: OutputError?

    init(path: String) throws(OutputError) {
        self.path = path
        file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw Disk.failure(path) }
    }

    deinit { if file >= 0 { _ = Glibc.close(file) } }

    /// After an error nothing.
    func append(_ bytes: [UInt8]) {
        guard error == nil else { return }
        do throws(OutputError) {
            try Disk.write(bytes, to: file, path)
        } catch {
            self.error = error
        }
    }

    /// Throws what went wrong since it was opened.
    func close() throws(OutputError) {
        let result = Glibc.close(file)
        file = -1
        if let error { throw error }
        // some file systems tell only now that there was no room
        guard result == 0 else { throw Disk.failure(path) }
    }
}
