internal import Glibc
internal import RegularFiles

/// The few file operations that writing results needs, with the system's errors as ours.
///
/// Straight system calls: Foundation would cost more at start-up than a small report's tables.
public enum Disk {
    static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw failure(path) }
        do throws(OutputError) {
            try write(bytes, to: file, path)
        } catch {
            _ = close(file)
            throw error
        }
        // some file systems tell only now that there was no room
        guard close(file) == 0 else { throw failure(path) }
    }

    static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(OutputError) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress?.advanced(by: start), bytes.count - start)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path)
            }
            start += count
        }
    }

    /// Makes the folder and those above it, as far as they are missing.
    static func makeFolder(_ path: String) throws(OutputError) {
        if isFolder(path) { return }
        if exists(path) { throw .notAFolder(path: path) }
        let parent = self.parent(of: path)
        if parent != path { try makeFolder(parent) }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw .cannotCreate(path: path, reason: reason())
        }
    }

    /// Makes the folder in one that is there: what somebody removed is not made anew.
    static func makeOneFolder(_ path: String) throws(OutputError) {
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw errno == ENOSPC || errno == EDQUOT
                ? .diskFull(path: path) : .cannotCreate(path: path, reason: reason())
        }
    }

    /// Which folder a path leads to; nil where it leads to none.
    static func identity(of path: String) -> String? {
        var information = stat()
        guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else {
            return nil
        }
        return "\(information.st_dev) \(information.st_ino)"
    }

    /// Removes a file or a folder with all that is in it; links are removed, not followed.
    package static func remove(_ path: String) {
        if unlink(path) == 0 || errno == ENOENT { return }
        for name in entries(of: path) { remove(path + "/" + name) }
        _ = rmdir(path)
    }

    /// Names in a folder, without `.` and `..`; none when it cannot be read.
    static func entries(of path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The first so many bytes of a regular file; nil when it cannot be read.
    public static func read(_ path: String, atMost limit: Int = .max) -> [UInt8]? {
        try? RegularFile(path: path).bytes(atMost: limit)
    }

    package static func exists(_ path: String) -> Bool {
        var information = stat()
        return lstat(path, &information) == 0
    }

    /// Tells whether a file was written anew: its size, time and place on disk; nil where it is gone.
    public static func stamp(of path: String) -> String? {
        var information = stat()
        guard stat(path, &information) == 0 else { return nil }
        let time = information.st_mtim
        return "\(information.st_size) \(time.tv_sec).\(time.tv_nsec) \(information.st_ino)"
    }

    static func isFolder(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    }

    package static func isEmptyFile(_ path: String) -> Bool {
        var information = stat()
        return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
            && information.st_size == 0
    }

    static func isRegular(_ file: Int32) -> Bool {
        var information = stat()
        return fstat(file, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
    }

    static func rename(_ old: String, to new: String) throws(OutputError) {
        guard Glibc.rename(old, new) == 0 else { throw failure(new) }
    }

    /// Puts each of two paths in the other's place, in one step; false where the system cannot.
    static func swap(_ one: String, _ other: String) -> Bool {
        // glibc shows renameat2 only to GNU sources, which Swift's overlay is not
        typealias Renameat2 =
            @convention(c) (
                Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
            ) -> Int32
        let exchange: UInt32 = 2
        guard let symbol = dlsym(nil, "renameat2") else { return false }
        let renameat2 = unsafeBitCast(symbol, to: Renameat2.self)
        return renameat2(AT_FDCWD, one, AT_FDCWD, other, exchange) == 0
    }

    private static func parent(of path: String) -> String {
        let parts = path.split(separator: "/")
        let start = path.hasPrefix("/") ? "/" : ""
        let joined = start + parts.dropLast().joined(separator: "/")
        return joined.isEmpty ? "." : joined
    }

    static func failure(_ path: String) -> OutputError {
        errno == ENOSPC || errno == EDQUOT
            ? .diskFull(path: path) : .cannotWrite(path: path, reason: reason())
    }

    static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}
