internal import Glibc

/// The folder that a run writes into: a folder a document, and the list of all.
///
/// A document's folder is written beside its place and then moved there in one step, so that no
/// one ever sees half of it: not after a crash, a kill or on a full disk.
public struct OutputFolder: Sendable {
    public let path: String
    /// Which folder that was at the start.
    private let identity: String?

    /// Makes the folder where it is missing.
    public init(path: String) throws(OutputError) {
        try Disk.makeFolder(path)
        guard access(path, W_OK | X_OK) == 0 else {
            throw .cannotWrite(path: path, reason: Disk.reason())
        }
        self.path = path
        identity = Disk.identity(of: path)
    }

    /// Whether it is still the folder that it was at the start: nobody removed it, or put another in its place.
    public var isThere: Bool { identity != nil && Disk.identity(of: path) == identity }

    /// Writes a document's files and returns the name of the folder that holds them.
    ///
    /// That is `name`, made safe; `name~<8 hex>` when another document has the plain name. An
    /// older folder of the same document (by `sha256`) is replaced.
    public func write(
        _ files: [OutputFile], named name: String, sha256: String
    ) throws(OutputError) -> String {
        let plain = SafeFileName.make(name, fallback: "document")
        return try write(files, into: plain, sha256: sha256)
    }

    /// Writes a document's files into this folder, or into the one with its mark where another document has
    /// taken the plain one, and gives its name.
    ///
    /// Whose the folder is, is looked at while nobody else can move one there. `isOwned` where the one who asks
    /// knows that what the folder holds is this document's, unless the folder itself says otherwise.
    @discardableResult
    public func write(
        _ files: [OutputFile], into folder: String, sha256: String, isOwned: Bool = false
    ) throws(OutputError) -> String {
        let temporary = "\(path)/.\(folder).partial-\(getpid())"
        do throws(OutputError) {
            try Disk.makeOneFolder(temporary)
            for file in files {
                let slash = file.path.lastIndex(of: "/")
                if let slash { try Disk.makeOneFolder("\(temporary)/\(file.path[..<slash])") }
                try file.write(to: "\(temporary)/\(file.path)")
            }
            var place = folder
            try locked { () throws(OutputError) in
                place = try self.place(at: folder, sha256: sha256, isOwned: isOwned)
                try move(temporary, to: "\(path)/\(place)")
            }
            return place
        } catch {
            Disk.remove(temporary)
            // the temporary's name would mean nothing to the reader of the message
            throw error.named("\(path)/\(folder)")
        }
    }

    /// Whether a document's results are there.
    public func holds(_ folder: String) -> Bool {
        // it was moved there whole
        Disk.exists("\(path)/\(folder)")
    }

    // MARK: Places

    /// The name of the folder that this document goes into; `claimed` are those of other documents
    /// of the same run, by their SHA-256.
    public func place(
        for name: String, sha256: String, claimed: [String: String],
        owners: [String: String]? = nil
    ) throws(OutputError) -> String {
        let mark = String(sha256.prefix(8))
        let plain = SafeFileName.make(name, fallback: "document")
        for candidate in [plain, "\(plain)~\(mark)"] {
            if let owner = claimed[candidate] {
                if owner == sha256 { return candidate }
                continue
            }
            guard Disk.exists("\(path)/\(candidate)") else { return candidate }
            if digest(ofDocumentIn: candidate, owners) == sha256 { return candidate }
        }
        throw .occupied(path: "\(path)/\(plain)~\(mark)")
    }

    /// The folder, or the one with the document's mark where it is another's now.
    private func place(
        at folder: String, sha256: String, isOwned: Bool
    ) throws(OutputError) -> String {
        let mark = "~\(sha256.prefix(8))"
        let marked = folder.hasSuffix(mark) ? folder : folder + mark
        for candidate in [folder, marked] {
            guard Disk.exists("\(path)/\(candidate)") else { return candidate }
            let isKnown = isOwned && candidate == folder
            let owners = isKnown ? [candidate: sha256] : nil
            if digest(ofDocumentIn: candidate, owners) == sha256 { return candidate }
        }
        throw .occupied(path: "\(path)/\(marked)")
    }

    /// The SHA-256 of the document whose results are in this folder: from its `document.json`,
    /// or, where only CSV was asked for, from the manifest.
    private func digest(ofDocumentIn folder: String, _ owners: [String: String]?) -> String? {
        let file = "\(path)/\(folder)/\(DocumentFiles.documentFile)"
        if let head = Disk.read(file, atMost: 1 << 14) {
            return JSONLine(bytes: head[...]).string(after: "sha256")
        }
        return owners.map { $0[folder] } ?? Manifest(in: self).digest(ofDocumentIn: folder)
    }

    // MARK: Moving

    private func move(_ new: String, to place: String) throws(OutputError) {
        guard Disk.exists(place) else { return try Disk.rename(new, to: place) }
        var old = new
        if !Disk.swap(new, place) {
            old = new + "-old"
            try Disk.rename(place, to: old)
            try Disk.rename(new, to: place)
        }
        // what somebody else put beside our files stays
        for name in Disk.entries(of: old) where !DocumentFiles.own.contains(name) {
            try Disk.rename("\(old)/\(name)", to: "\(place)/\(name)")
        }
        Disk.remove(old)
    }

    /// A folder for what a process, or the workers of one, need for a moment; nothing in it is kept.
    public func scratch(of process: Int32) -> String { "\(path)/.scratch.partial-\(process)" }

    /// Removes this process's.
    public func removeScratch() { Disk.remove(scratch(of: getpid())) }

    /// Removes what runs that were ended by force left: to be called as a run begins, and as it ends.
    public func removeAbandoned() {
        for name in Disk.entries(of: path) where name.hasPrefix(".") {
            guard let mark = name.firstRange(of: ".partial-") else { continue }
            let digits = name[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
            guard let process = pid_t(digits) else { continue }
            let isGone = kill(process, 0) != 0 && errno == ESRCH
            if isGone || process == getpid() { Disk.remove("\(path)/\(name)") }
        }
    }

    /// Keeps other processes that write into the same folder out while `body` runs.
    ///
    /// Where the file system knows no locks, the body runs without one.
    func locked<Failure>(_ body: () throws(Failure) -> Void) throws(Failure) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 { _ = flock(folder, LOCK_EX) }
        defer { if folder >= 0 { _ = close(folder) } }
        try body()
    }
}
