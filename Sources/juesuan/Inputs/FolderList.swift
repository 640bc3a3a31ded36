internal import Glibc

/// The entries of a folder.
enum FolderList {
    struct Entry {
        let name: String
        /// Else the name is not what stands on the disk, and nothing can be opened by it.
        let isUTF8: Bool
    }

    /// Names without hidden ones; nil, with the reason in `errno`, when the folder cannot be read.
    static func names(in path: String) -> [String]? { entries(in: path)?.map(\.name) }

    /// The same, with whether each name can be written as text.
    static func entries(in path: String) -> [Entry]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var entries: [Entry] = []
        while let entry = readdir(folder) {
            let found = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { name in
                    let whole = String(validatingCString: name)
                    return Entry(name: whole ?? String(cString: name), isUTF8: whole != nil)
                }
            }
            if !found.name.hasPrefix(".") { entries.append(found) }
        }
        return entries
    }
}
