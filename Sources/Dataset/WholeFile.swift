internal import Glibc

/// A file that appears whole or not at all.
public enum WholeFile {
    /// Writes beside `path` and renames; into what is no regular file, such as a pipe, directly.
    public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        var information = stat()
        if stat(path, &information) == 0, information.st_mode & S_IFMT != S_IFREG {
            return try Disk.write(bytes, to: path)
        }
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let temporary = "\(path[..<slash]).\(path[slash...]).partial-\(getpid())"
        do throws(OutputError) {
            try Disk.write(bytes, to: temporary)
            try Disk.rename(temporary, to: path)
        } catch {
            Disk.remove(temporary)
            throw WholeFile.named(path, error)
        }
    }

    /// Nobody knows the name of the file beside.
    private static func named(_ path: String, _ error: OutputError) -> OutputError {
        switch error {
        case .cannotWrite(_, let reason): .cannotWrite(path: path, reason: reason)
        case .diskFull: .diskFull(path: path)
        default: error
        }
    }
}
