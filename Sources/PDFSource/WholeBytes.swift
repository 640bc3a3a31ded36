internal import CPoppler
internal import RegularFiles

/// A file as GLib's bytes, for Poppler.
enum WholeBytes {
    /// To be released with `g_bytes_unref`.
    static func read(_ path: String) throws(PDFError) -> (bytes: OpaquePointer, count: Int) {
        do throws(FileFault) {
            return try wrapped(RegularFile(path: path))
        } catch {
            throw .unreadable(reason: error.description)
        }
    }

    private static func wrapped(
        _ file: borrowing RegularFile
    ) throws(FileFault) -> (bytes: OpaquePointer, count: Int) {
        // none for an empty file
        let block = g_try_malloc(gsize(file.size))
        let buffer = UnsafeMutableRawBufferPointer(start: block, count: file.size)
        var isHandedOver = false
        defer { if !isHandedOver { g_free(block) } }
        guard block != nil || file.size == 0 else { throw .tooLarge }
        var filled = 0
        while filled < file.size {
            let count = try file.read(
                into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            if count == 0 { break }
            filled += count
        }
        guard let bytes = g_bytes_new_take(block, gsize(filled)) else { throw .tooLarge }
        isHandedOver = true
        return (bytes, filled)
    }
}
