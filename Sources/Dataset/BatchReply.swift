/// What became of one document: a worker's reply, which is also what a run tells of it.
public struct BatchReply: Sendable {
    public var status: ManifestEntry.Status
    public var exitCode: Int
    /// Below the output folder; nil for a failed document.
    public var folder: String?
    public var facts: ManifestEntry.Facts?
    public var error: (code: String, message: String)?
    /// The worker ends after it: whoever asks takes another one for the next document.
    public var isLast = false
    /// Numbers by status.
    public var proved = 0
    public var plausible = 0
    /// What a person reads of it on stdout.
    public var lines: [String] = []
    /// Warnings: where, which, what.
    public var warnings: [(place: String, code: String, message: String)] = []

    public init(status: ManifestEntry.Status, exitCode: Int) {
        self.status = status
        self.exitCode = exitCode
    }

    /// One line of JSON; with the document's rows in it where they are asked for.
    public func bytes(id: Int, rows: DocumentRows? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object(.inline) { json in
            json.field("id", id)
            if isLast {
                json.key("last")
                json.value(true)
            }
            json.field("status", status.rawValue)
            json.field("exit", exitCode)
            json.field("folder", folder)
            json.field("sha256", facts?.sha256)
            json.field("pages", facts?.pages)
            json.field("tables", facts?.tables)
            json.field("suspect", facts?.suspect)
            json.field("warned", facts?.warnings)
            json.field("extractor", facts?.extractor)
            json.field("code", error?.code)
            json.field("message", error?.message)
            json.field("proved", proved)
            json.field("plausible", plausible)
            json.list("lines", lines, layout: .inline) { $1.value($0) }
            json.list("warnings", warnings, layout: .inline) { warning, json in
                json.array(.inline) { json in
                    json.value(warning.place)
                    json.value(warning.code)
                    json.value(warning.message)
                }
            }
            if let rows {
                json.key("rows")
                rows.write(to: &json)
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// A line that says that a document is under way.
    public static func progress(id: Int) -> [UInt8] {
        Array("{\"id\": \(id), \"progress\": true}\n".utf8)
    }

    /// The document that a line of progress is about; nil where it is none.
    public static func readProgress(_ line: String) -> Int? {
        let json = JSONValue(Array(line.utf8))
        return json?["progress"] == nil ? nil : json?["id"]?.int
    }

    /// Nil where the line is no reply: a worker that a document took over may say anything.
    public static func read(_ line: String) -> (id: Int, reply: BatchReply)? {
        guard let json = JSONValue(Array(line.utf8)), let id = json["id"]?.int,
            let status = json["status"]?.string.flatMap(ManifestEntry.Status.init(rawValue:)),
            let exit = json["exit"]?.int, ManifestEntry.exitCodes.contains(exit)
        else { return nil }
        var reply = BatchReply(status: status, exitCode: exit)
        reply.folder = json["folder"]?.string
        if let folder = reply.folder, !SafeFileName.isSafe(folder) { return nil }
        if let sha256 = json["sha256"]?.string {
            reply.facts = ManifestEntry.Facts(
                sha256: sha256, pages: json["pages"]?.count ?? 0,
                tables: json["tables"]?.count ?? 0, suspect: json["suspect"]?.count ?? 0,
                warnings: json["warned"]?.count ?? 0, extractor: json["extractor"]?.string ?? "")
        }
        if let code = json["code"]?.string {
            reply.error = (code, json["message"]?.string ?? "")
        }
        reply.proved = json["proved"]?.count ?? 0
        reply.plausible = json["plausible"]?.count ?? 0
        reply.isLast = json["last"]?.bool ?? false
        reply.lines = (json["lines"]?.array ?? []).compactMap(\.string)
        reply.warnings = (json["warnings"]?.array ?? []).compactMap { warning in
            let texts = (warning.array ?? []).compactMap(\.string)
            return texts.count == 3 ? (texts[0], texts[1], texts[2]) : nil
        }
        return (id, reply)
    }
}

/// What a worker is asked for.
public struct BatchRequest: Sendable, Hashable {
    public var id: Int
    public var path: String
    /// Below the output folder; nil where the worker may choose.
    public var folder: String?
    public var password: String?
    /// What the folder holds is known to be this document's.
    public var isOwned: Bool

    public init(
        id: Int, path: String, folder: String?, password: String? = nil, isOwned: Bool = false
    ) {
        self.id = id
        self.path = path
        self.folder = folder
        self.password = password
        self.isOwned = isOwned
    }

    /// Whether a reply is this document's: it has its number and, where it has a folder, the one that was asked for
    /// or the one with the document's mark.
    public func isAnswered(by answer: (id: Int, reply: BatchReply)) -> Bool {
        guard answer.id == id else { return false }
        guard let written = answer.reply.folder, let folder else { return true }
        let mark = (answer.reply.facts?.sha256.prefix(8)).map { "~\($0)" }
        return written == folder || mark.map { written == folder + $0 } ?? false
    }

    /// One line of JSON.
    public var bytes: [UInt8] {
        var json = JSONWriter()
        json.object(.inline) { json in
            json.field("id", id)
            json.field("path", path)
            json.field("folder", folder)
            json.field("password", password)
            if isOwned {
                json.key("owned")
                json.value(true)
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// Nil where the line is no request.
    public init?(line: String) {
        guard let json = JSONValue(Array(line.utf8)), let id = json["id"]?.int,
            let path = json["path"]?.string
        else { return nil }
        let folder = json["folder"]?.string
        // else something beside the output folder would be written over
        if let folder, !SafeFileName.isSafe(folder) { return nil }
        self.init(
            id: id, path: path, folder: folder, password: json["password"]?.string,
            isOwned: json["owned"]?.bool ?? false)
    }
}
