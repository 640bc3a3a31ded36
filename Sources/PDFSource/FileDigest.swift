internal import CPoppler
internal import Glibc

/// What identifies a file, whatever its name.
public enum FileDigest {
    /// The SHA-256 of its bytes, lower-case hexadecimal; throws `PDFError` where it cannot be read.
    ///
    /// A block at a time: a file may be larger than memory.
    public static func sha256(of path: String) throws(PDFError) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable() }
        defer { _ = close(file) }
        guard let checksum = g_checksum_new(G_CHECKSUM_SHA256) else {
            throw .unreadable(reason: "out of memory")
        }
        defer { g_checksum_free(checksum) }
        var block = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = read(file, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable() }
            if count == 0 { break }
            g_checksum_update(checksum, block, count)
        }
        return g_checksum_get_string(checksum).map { String(cString: $0) } ?? ""
    }

    private static func unreadable() -> PDFError {
        .unreadable(reason: String(cString: strerror(errno)).lowercased())
    }
}
