internal import Glibc

/// A regular file, open for reading: the one way in which files are opened that people or other programs name.
///
/// A pipe or a device gives bytes for ever or none at all, and whoever waits for them hangs. So what is no regular
/// file is refused before it is opened, and again after: it may have been put there in between.
public struct RegularFile: ~Copyable {
    /// Closed when this value goes.
    private let descriptor: Int32
    /// In bytes, when it was opened.
    public let size: Int

    public init(path: String) throws(FileFault) {
        var information = stat()
        // opening a device can do something, so it is looked at first
        guard stat(path, &information) == 0 else { throw .system(errno) }
        guard RegularFile.isRegular(information) else { throw .notRegular }
        // a pipe put there since is not waited for
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw .system(errno) }
        guard fstat(descriptor, &information) == 0, RegularFile.isRegular(information) else {
            _ = close(descriptor)
            throw .notRegular
        }
        self.descriptor = descriptor
        size = Int(information.st_size)
    }

    deinit { _ = close(descriptor) }

    /// Puts the next bytes into `buffer`, as many as there are and fit, and gives their number; 0 at the end.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            let number = errno
            if number != EINTR { throw .system(number) }
        }
    }

    /// The same, with an array.
    public func read(into block: inout [UInt8]) throws(FileFault) -> Int {
        let result = block.withUnsafeMutableBytes { buffer in
            Result { () throws(FileFault) in try read(into: buffer) }
        }
        return try result.get()
    }

    /// The whole file, or its first bytes.
    public func bytes(atMost limit: Int = .max) throws(FileFault) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(limit, size))
        var block = [UInt8](repeating: 0, count: min(limit, RegularFile.blockSize))
        while bytes.count < limit {
            let count = try read(into: &block)
            if count == 0 { break }
            bytes += block[..<min(count, limit - bytes.count)]
        }
        return bytes
    }

    /// So much is read at once (bytes).
    public static let blockSize = 1 << 18

    private static func isRegular(_ information: stat) -> Bool {
        information.st_mode & S_IFMT == S_IFREG
    }
}

/// Why a file cannot be read.
public enum FileFault: Error, Hashable, CustomStringConvertible {
    /// A folder, a pipe, a device.
    case notRegular
    /// The system's error number.
    case system(Int32)
    /// There is not so much memory.
    case tooLarge

    public var description: String {
        switch self {
        case .notRegular: "not a regular file"
        case .tooLarge: "it is larger than the memory there is"
        case .system(let number): String(cString: strerror(number)).lowercased()
        }
    }
}
