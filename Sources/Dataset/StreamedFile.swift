internal import Glibc

/// A file of any length, written a block at a time beside its place until it is whole.
struct StreamedFile {
    let path: String
    private(set) var byteCount = 0
    private let file: Int32
    private var block: [UInt8] = []
    private static let blockSize = 1 << 18

    var partial: String { path + ".partial" }

    init(path: String) throws(OutputError) {
        self.path = path
        file = open(path + ".partial", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw Disk.failure(path) }
    }

    mutating func append(_ bytes: [UInt8]) throws(OutputError) {
        block += bytes
        byteCount += bytes.count
        if block.count >= StreamedFile.blockSize { try flush() }
    }

    private mutating func flush() throws(OutputError) {
        try Disk.write(block, to: file, path)
        block.removeAll(keepingCapacity: true)
    }

    /// All of it is on disk, still beside its place.
    mutating func finish() throws(OutputError) {
        try flush()
        guard close(file) == 0 else { throw Disk.failure(path) }
    }

    /// Puts what is finished at its place.
    func publish() throws(OutputError) { try Disk.rename(partial, to: path) }

    /// Leaves nothing behind of what is not finished.
    func abandon() {
        _ = close(file)
        Disk.remove(partial)
    }
}
