internal import CPoppler

/// A plain text file: its text, and what identifies it.
public struct TextFile: Sendable {
    public let text: String
    public let byteCount: Int
    /// Lower-case hexadecimal.
    public let sha256: String

    /// Reads UTF-8, UTF-16 with a byte order mark, or GB18030 (and so GBK).
    ///
    /// Throws `PDFError` where it cannot be read or is empty, ``TextFileError`` where it is no text.
    public init(path: String) throws {
        let file = try WholeBytes.read(path)
        defer { g_bytes_unref(file.bytes) }
        guard file.count > 0 else { throw PDFError.empty }
        byteCount = file.count
        sha256 = PDFDocument.digest(file.bytes)
        var size: gsize = 0
        guard let data = g_bytes_get_data(file.bytes, &size) else { throw PDFError.empty }
        text = try TextFile.text(UnsafeRawBufferPointer(start: data, count: Int(size)))
    }

    private static func text(_ bytes: UnsafeRawBufferPointer) throws(TextFileError) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return try converted(bytes, from: "UTF-16")
        }
        if bytes.contains(0) { throw .binary }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if let text = String(validating: bytes[start...], as: UTF8.self) { return text }
        return try converted(bytes, from: "GB18030")
    }

    private static func converted(
        _ bytes: UnsafeRawBufferPointer, from encoding: String
    ) throws(TextFileError) -> String {
        var count: gsize = 0
        let input = bytes.bindMemory(to: CChar.self)
        let output = g_convert(
            input.baseAddress, gssize(input.count), "UTF-8", encoding, nil, &count, nil)
        guard let output else { throw .unknownEncoding }
        defer { g_free(output) }
        let result = UnsafeRawBufferPointer(start: output, count: Int(count))
        guard let text = String(validating: result, as: UTF8.self) else { throw .unknownEncoding }
        return text
    }
}

/// Why a file is no text.
public enum TextFileError: Error, Hashable, CustomStringConvertible {
    case binary
    case unknownEncoding

    public var description: String {
        switch self {
        case .binary: "is no text: it has NUL bytes; name a PDF or a text file"
        case .unknownEncoding: "is neither UTF-8 nor GB18030 text; convert it with iconv"
        }
    }
}
