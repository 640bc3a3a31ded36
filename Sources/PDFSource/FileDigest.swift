internal import CPoppler
internal import RegularFiles

/// What identifies a file, whatever its name.
public enum FileDigest {
    /// The SHA-256 of its bytes, lower-case hexadecimal; throws `PDFError` where it cannot be read.
    ///
    /// A block at a time: a file may be larger than memory.
    public static func sha256(of path: String) throws(PDFError) -> String {
        try sha256(of: path, while: { true }) ?? ""
    }

    /// The same, as long as `goesOn` says so, which is asked before each block; nil where it was given up.
    ///
    /// A file that has more than `limit` bytes is not read.
    public static func sha256(
        of path: String, limit: Int = .max, while goesOn: () -> Bool
    ) throws(PDFError) -> String? {
        var size = 0
        do throws(FileFault) {
            let file = try RegularFile(path: path)
            size = file.size
            if size <= limit { return try digest(of: file, while: goesOn) }
        } catch {
            throw .unreadable(reason: error.description)
        }
        throw .tooLarge(bytes: size, limit: limit)
    }

    private static func digest(
        of file: borrowing RegularFile, while goesOn: () -> Bool
    ) throws(FileFault) -> String? {
        guard let checksum = g_checksum_new(G_CHECKSUM_SHA256) else { throw .tooLarge }
        defer { g_checksum_free(checksum) }
        var block = [UInt8](repeating: 0, count: RegularFile.blockSize)
        while goesOn() {
            let count = try file.read(into: &block)
            if count == 0 {
                return g_checksum_get_string(checksum).map { String(cString: $0) } ?? ""
            }
            g_checksum_update(checksum, block, count)
        }
        return nil
    }
}
