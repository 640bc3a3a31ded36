internal import Glibc
internal import PDFSource

/// The documents that the arguments of `extract` name.
struct InputList {
    /// One document, or what stands in its place when it cannot even be found.
    struct Input {
        /// As a person knows it.
        let path: String
        let failure: Failure?
        /// The bytes that came on stdin; nil for files, which are at their path.
        var spool: MemoryFile?
    }

    private(set) var inputs: [Input] = []
    /// What lies in the folders and is not read.
    private(set) var unread = UnreadFiles()
    /// Folders that were named, in their order.
    private(set) var folders: [String] = []
    private var seenFiles: Set<String> = []
    private var seenFolders: Set<FileIdentity> = []

    /// The same folder by another path: a link that leads back up.
    private struct FileIdentity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    /// Files, folders (all PDFs below, in the order of their names) and `-` for stdin: a PDF, or a list of both,
    /// one a line.
    init(arguments: [String]) throws {
        for argument in arguments {
            if argument == "-" { try addStandardInput() } else { add(argument) }
        }
        guard !inputs.isEmpty else {
            throw Failure(
                code: "no-input", message: "is empty; write a PDF or paths to it",
                status: .inputDamaged)
        }
        guard !hasDocumentOnStdin || inputs.count == 1 else {
            throw Failure(
                code: "stdin-with-others",
                message:
                    "is a PDF, which is done alone; name the other inputs in a run of their own",
                status: .usage)
        }
    }

    private var hasDocumentOnStdin: Bool { inputs.contains { $0.spool != nil } }

    private mutating func addStandardInput() throws {
        // it can be read once only
        guard !hasDocumentOnStdin else { return }
        switch try StandardInput.read() {
        case .document(let file):
            inputs.append(Input(path: StandardInput.name, failure: nil, spool: file))
        case .paths(let list):
            try InputList.refuse(list.paths)
            for path in list.paths { path.isUTF8 ? add(path.text) : failName(path.text) }
        }
    }

    /// A text that is no list of paths: one error, not one for each of its lines.
    private static func refuse(_ paths: [PathList.Path]) throws {
        guard paths.count > 1, !paths.contains(where: { access($0.text, F_OK) == 0 }) else {
            return
        }
        throw Failure(
            code: "not-paths",
            message:
                "has \(paths.count) lines, none of which is the path of a file here; a transcript is "
                + "named, as a file that ends in .txt", status: .inputDamaged)
    }

    private mutating func add(_ path: String) {
        guard InputList.isFolder(path) != nil else { return addFile(path) }
        let before = inputs.count
        folders.append(path)
        addFolder(path)
        if inputs.count == before {
            fail(path, code: "no-pdf", "holds no PDF; name a folder with files that end in .pdf")
        }
    }

    private mutating func addFile(_ path: String) {
        if seenFiles.insert(path).inserted { inputs.append(Input(path: path, failure: nil)) }
    }

    private mutating func addFolder(_ path: String, isOwn: Bool = false) {
        guard let identity = InputList.isFolder(path), seenFolders.insert(identity).inserted else {
            return
        }
        guard let entries = FolderList.entries(in: path) else {
            let reason = String(cString: strerror(errno)).lowercased()
            return fail(
                path, code: "unreadable", "cannot be read: \(reason); check its permissions")
        }
        // what an earlier run wrote is not to be read
        let isOwn = isOwn || entries.contains { InputList.ownFiles.contains($0.name) }
        for entry in entries.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            let name = entry.name
            let child = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
            if InputList.isFolder(child) != nil {
                addFolder(child, isOwn: isOwn)
            } else if name.lowercased().hasSuffix(".pdf") {
                entry.isUTF8 ? addFile(child) : failName(child)
            } else if !isOwn {
                unread.add(name)
            }
        }
    }

    /// By which an output folder, and a document's, are known.
    private static let ownFiles: Set = ["manifest.jsonl", "document.json"]

    private mutating func failName(_ path: String) {
        fail(
            path, code: "bad-name",
            "has a name that is not UTF-8; rename it, for GBK names with `convmv -f gbk -t utf8`")
    }

    private mutating func fail(_ path: String, code: String, _ message: String) {
        let failure = Failure(code: code, message: message, status: .inputDamaged)
        inputs.append(Input(path: path, failure: failure))
    }

    /// Tells of files that somebody may have meant to be read.
    func noteUnread(_ messages: Messages) {
        guard let sentence = unread.sentence, let folder = folders.first else { return }
        let place = folders.count == 1 ? folder : "\(folders.count) folders"
        messages.note(place, code: "not-read", sentence)
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
