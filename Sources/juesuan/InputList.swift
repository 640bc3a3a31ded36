internal import Glibc

/// The documents that the arguments of `extract` name.
struct InputList {
    /// One document, or what stands in its place when it cannot even be found.
    struct Input {
        let path: String
        let failure: Failure?
    }

    private(set) var inputs: [Input] = []
    private var seenFiles: Set<String> = []
    private var seenFolders: Set<FileIdentity> = []

    /// The same folder by another path: a link that leads back up.
    private struct FileIdentity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    /// Files, folders (all PDFs below, in the order of their names) and `-` for a list of both on
    /// stdin, one a line.
    init(arguments: [String]) {
        for argument in arguments {
            if argument == "-" {
                while let line = readLine() {
                    let path = line.last == "\r" ? String(line.dropLast()) : line
                    if !path.isEmpty { add(path) }
                }
            } else {
                add(argument)
            }
        }
    }

    private mutating func add(_ path: String) {
        guard InputList.isFolder(path) != nil else { return addFile(path) }
        let before = inputs.count
        addFolder(path)
        if inputs.count == before {
            fail(path, code: "no-pdf", "holds no PDF; name a folder with files that end in .pdf")
        }
    }

    private mutating func addFile(_ path: String) {
        if seenFiles.insert(path).inserted { inputs.append(Input(path: path, failure: nil)) }
    }

    private mutating func addFolder(_ path: String) {
        guard let identity = InputList.isFolder(path), seenFolders.insert(identity).inserted else {
            return
        }
        guard let entries = FolderList.entries(in: path) else {
            let reason = String(cString: strerror(errno)).lowercased()
            return fail(
                path, code: "unreadable", "cannot be read: \(reason); check its permissions")
        }
        for entry in entries.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            let name = entry.name
            let child = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
            if InputList.isFolder(child) != nil {
                addFolder(child)
            } else if name.lowercased().hasSuffix(".pdf") {
                entry.isUTF8 ? addFile(child) : failName(child)
            }
        }
    }

    private mutating func failName(_ path: String) {
        fail(
            path, code: "bad-name",
            "has a name that is not UTF-8; rename it, for GBK names with `convmv -f gbk -t utf8`")
    }

    private mutating func fail(_ path: String, code: String, _ message: String) {
        let failure = Failure(code: code, message: message, status: .inputDamaged)
        inputs.append(Input(path: path, failure: failure))
    }

    /// The folder's identity, links followed; nil for what is no folder.
    private static func isFolder(_ path: String) -> FileIdentity? {
        var information = stat()
        guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else {
            return nil
        }
        return FileIdentity(device: UInt64(information.st_dev), number: UInt64(information.st_ino))
    }
}
