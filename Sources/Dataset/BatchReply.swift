/// What became of one document: a worker's reply, which is also what a run tells of it.
public struct BatchReply: Sendable {
    public var status: ManifestEntry.Status
    public var exitCode: Int
    /// Below the output folder; nil for a failed document.
    public var folder: String?
    public var facts: ManifestEntry.Facts?
    public var error: (code: String, message: String)?
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

    /// Nil where the line is no reply.
    public static func read(_ line: String) -> (id: Int, reply: BatchReply)? {
        guard let json = JSONValue(Array(line.utf8)), let id = json["id"]?.int,
            let status = json["status"]?.string.flatMap(ManifestEntry.Status.init(rawValue:)),
            let exit = json["exit"]?.int
        else { return nil }
        var reply = BatchReply(status: status, exitCode: exit)
        reply.folder = json["folder"]?.string
        if let sha256 = json["sha256"]?.string {
            reply.facts = ManifestEntry.Facts(
                sha256: sha256, pages: json["pages"]?.int ?? 0, tables: json["tables"]?.int ?? 0,
                suspect: json["suspect"]?.int ?? 0, warnings: json["warned"]?.int ?? 0,
                extractor: json["extractor"]?.string ?? "")
        }
        if let code = json["code"]?.string {
            reply.error = (code, json["message"]?.string ?? "")
        }
        reply.proved = json["proved"]?.int ?? 0
        reply.plausible = json["plausible"]?.int ?? 0
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

    public init(id: Int, path: String, folder: String?, password: String? = nil) {
        self.id = id
        self.path = path
        self.folder = folder
        self.password = password
    }

    /// One line of JSON.
    public var bytes: [UInt8] {
        var json = JSONWriter()
        json.object(.inline) { json in
            json.field("id", id)
            json.field("path", path)
            json.field("folder", folder)
            json.field("password", password)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// Nil where the line is no request.
    public init?(line: String) {
        guard let json = JSONValue(Array(line.utf8)), let id = json["id"]?.int,
            let path = json["path"]?.string
        else { return nil }
        self.init(
            id: id, path: path, folder: json["folder"]?.string,
            password: json["password"]?.string)
    }
}
