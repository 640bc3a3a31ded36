internal import CPoppler
internal import Glibc

/// A file that is in memory only: nothing is left of it however this process ends.
public final class MemoryFile: Sendable {
    private let descriptor: Int32

    /// Of this process only.
    public var path: String { "/proc/self/fd/\(descriptor)" }

    public init() throws(PDFError) {
        descriptor = cpoppler_memory_file()
        if descriptor < 0 { throw MemoryFile.reason() }
    }

    deinit {
        close(descriptor)
    }

    /// Gives back what it held.
    public func clear() throws(PDFError) {
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw MemoryFile.reason()
        }
    }

    public func append(_ bytes: ArraySlice<UInt8>) throws(PDFError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw MemoryFile.reason() }
            rest = rest.dropFirst(count)
        }
    }

    private static func reason() -> PDFError {
        .unreadable(reason: String(cString: strerror(errno)).lowercased())
    }
}
