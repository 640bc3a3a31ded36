internal import Glibc

/// A picture in a file that goes when it has been used.
public struct TemporaryPicture {
    private let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// In memory where the system has room for files there.
    static let folder =
        access("/dev/shm", W_OK) == 0
        ? "/dev/shm" : getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"

    public func use<Result>(
        in folder: String? = nil, _ body: (_ path: String) throws(ScanError) -> Result
    ) throws(ScanError) -> Result {
        var path = Array("\(folder ?? TemporaryPicture.folder)/juesuan-XXXXXX.png".utf8CString)
        let file = mkstemps(&path, 4)
        let name = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard file >= 0 else { throw .noPicture(reason: TemporaryPicture.reason()) }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        defer { unlink(name) }
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(file, $0.baseAddress?.advanced(by: start), bytes.count - start)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                defer { _ = close(file) }
                throw .noPicture(reason: TemporaryPicture.reason())
            }
            start += count
        }
        guard close(file) == 0 else { throw .noPicture(reason: TemporaryPicture.reason()) }
        return try body(name)
    }

    private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}
