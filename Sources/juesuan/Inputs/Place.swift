internal import Dataset
internal import Glibc
internal import TerminalText

/// What an argument names, for all commands that look at documents: a file, the folder of a document that
/// `extract` wrote, or a folder of many.
enum Place: Equatable {
    /// A PDF or a transcript; it may not be there.
    case file(String)
    case document(WrittenDocument)
    /// The output folder. The PDFs lie in it too where it is a folder of reports at the same time.
    case folder(String, documents: [WrittenDocument], pdfs: [String])

    init(_ argument: String) throws(Failure) {
        let path = Place.trimmed(argument)
        guard let names = FolderList.names(in: path) else {
            guard errno == ENOTDIR || errno == ENOENT else {
                throw Failure(
                    code: "unreadable",
                    message: "cannot be read: \(String(cString: strerror(errno)).lowercased())",
                    status: .inputDamaged)
            }
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            self =
                parts.last.map(String.init) == DocumentFiles.documentFile
                ? .document(Place.document(parts.count < 2 ? "." : Place.parent(of: path)))
                : .file(path)
            return
        }
        if names.contains(DocumentFiles.documentFile) {
            self = .document(Place.document(path))
            return
        }
        let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let documents = sorted.map { WrittenDocument(output: path, name: $0) }
            .filter { access($0.record, F_OK) == 0 }
        let pdfs = sorted.filter { $0.lowercased().hasSuffix(".pdf") }
            .map { path == "/" ? "/\($0)" : "\(path)/\($0)" }
        guard !documents.isEmpty || !pdfs.isEmpty else {
            let below = sorted.map { path == "." ? $0 : "\(path)/\($0)" }
            throw .noDocuments(meant: below.first { access("\($0)/\(Manifest.file)", F_OK) == 0 })
        }
        self = .folder(path, documents: documents, pdfs: pdfs)
    }

    // MARK: What commands need of it

    /// The documents it stands for; a file is none.
    func documents() throws(Failure) -> [WrittenDocument] {
        switch self {
        case .file(let path): throw Place.notExtracted(path)
        case .document(let document): return [document]
        case .folder(let path, let documents, let pdfs):
            guard documents.isEmpty else { return documents }
            throw .noDocuments(extracting: pdfs.isEmpty ? nil : path)
        }
    }

    /// The output folder it stands for, which for a document is the one above it.
    func output() throws(Failure) -> String {
        let documents = try documents()
        if case .folder(let path, _, _) = self { return path }
        return documents[0].output
    }

    /// The one document or file that it stands for.
    func single() throws(Failure) -> Place {
        guard case .folder = self else { return self }
        let documents = try documents()
        guard documents.count == 1 else {
            throw Failure(
                code: "several-documents",
                message: "holds \(documents.count) documents: name one, such as "
                    + documents[0].folder.asShellWord,
                status: .usage)
        }
        return .document(documents[0])
    }

    private static func notExtracted(_ path: String) -> Failure {
        guard access(path, F_OK) == 0 else {
            return Failure(
                code: "unreadable", message: "is not there: no such file or folder",
                status: .inputDamaged)
        }
        return Failure(
            code: "not-extracted",
            message: "is a file; extract it first, and name the folder that was written: "
                + "juesuan extract \(path.asShellWord)",
            status: .usage)
    }

    // MARK: Paths

    private static func document(_ path: String) -> WrittenDocument {
        // "." has no name of its own
        let isRelative = [".", ".."].contains(
            path.split(separator: "/").last.map(String.init) ?? "")
        let whole = isRelative ? absolute(path) : path
        let name = whole.split(separator: "/").last.map(String.init) ?? ""
        return WrittenDocument(output: parent(of: whole), name: name)
    }

    private static func absolute(_ path: String) -> String {
        guard let whole = realpath(path, nil) else { return path }
        defer { free(whole) }
        return String(cString: whole)
    }

    /// "a/b" → "a", "a" → ".", "/a" → "/".
    private static func parent(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return "." }
        let above = parts.dropLast().joined(separator: "/")
        return above.isEmpty ? "/" : above
    }

    /// Without slashes at the end.
    private static func trimmed(_ path: String) -> String {
        var path = path
        while path.count > 1, path.last == "/" { path.removeLast() }
        return path
    }
}

extension Failure {
    /// The one answer to a folder that holds none; `meant` is one in it that does, `extracting` the folder where it
    /// holds what they could be made of.
    static func noDocuments(meant: String? = nil, extracting folder: String? = nil) -> Failure {
        let advice =
            if let meant {
                "did you mean \(meant.asShellWord)?"
            } else {
                "run juesuan extract \(folder.map { "\($0.asShellWord) " } ?? "")first, and name its "
                    + "output folder or a document's folder in it"
            }
        return Failure(
            code: "no-documents", message: "holds no documents; \(advice)", status: .inputDamaged)
    }
}
