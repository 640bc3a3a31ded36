internal import CPoppler

/// What identifies a file, whatever its name.
public enum FileDigest {
    /// The SHA-256 of its bytes, lower-case hexadecimal; throws `PDFError` where it cannot be read.
    public static func sha256(of path: String) throws(PDFError) -> String {
        let file = try PDFDocument.read(path)
        defer { g_bytes_unref(file.bytes) }
        return PDFDocument.digest(file.bytes)
    }
}
