internal import Glibc

/// What became of one input document.
public struct ManifestEntry: Sendable {
    public enum Status: String, Sendable {
        case done
        /// Written, but no table was found.
        case noTable = "no-table"
        /// Written, but all pages with content are pictures: it needs OCR.
        case noText = "no-text"
        case failed
    }

    /// What a process can end with.
    static let exitCodes = 0...255

    /// What is known of a document that was written.
    public struct Facts: Sendable, Hashable {
        public var sha256: String
        public var pages: Int
        public var tables: Int
        /// Numbers in doubt.
        public var suspect: Int
        public var warnings: Int
        public var extractor: String

        public init(
            sha256: String, pages: Int, tables: Int, suspect: Int, warnings: Int, extractor: String
        ) {
            self.sha256 = sha256
            self.pages = pages
            self.tables = tables
            self.suspect = suspect
            self.warnings = warnings
            self.extractor = extractor
        }

        public init(_ document: DocumentRecord) {
            self.init(
                sha256: document.source.sha256, pages: document.source.pages,
                tables: document.tables.count, suspect: document.suspectCount,
                warnings: document.warnings.count, extractor: document.source.extractor)
        }
    }

    /// The path as the user gave it or as a folder's search made it.
    public var input: String
    public var status: Status
    public var exitCode: Int
    /// The folder below the output folder; nil for a failed document.
    public var folder: String?
    /// Nil for a failed document.
    public var facts: Facts?
    /// Numbers that the relations prove, and those that nothing proves nor doubts.
    public var proved: Int
    public var plausible: Int
    /// How it was extracted: what is asked for in the same way again need not be done again.
    public var options: String
    /// For a failed document: a stable code and a sentence.
    public var error: (code: String, message: String)?

    public init(
        input: String, status: Status, exitCode: Int, folder: String? = nil,
        facts: Facts? = nil, proved: Int = 0, plausible: Int = 0, options: String = "",
        error: (code: String, message: String)? = nil
    ) {
        self.input = input
        self.status = status
        self.exitCode = exitCode
        self.folder = folder
        self.facts = facts
        self.proved = proved
        self.plausible = plausible
        self.options = options
        self.error = error
    }
}

/// `manifest.jsonl`: one line per input document, also for those that failed.
///
/// A line is appended as soon as a document is done, so that the list is right even when a run
/// ends in the middle; ``compact()`` then leaves each input's last line only.
public struct Manifest: Sendable {
    private let output: OutputFolder
    public static let file = "manifest.jsonl"
    private var path: String { output.path + "/" + Manifest.file }

    public init(in output: OutputFolder) {
        self.output = output
    }

    public func append(_ entry: ManifestEntry) throws(OutputError) {
        try output.locked { () throws(OutputError) in
            let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o666)
            guard file >= 0 else { throw Disk.failure(path) }
            defer { _ = close(file) }
            // a pipe would take what fits into it, and the next writer would wait
            guard Disk.isRegular(file) else {
                throw .cannotWrite(path: path, reason: "not a regular file")
            }
            var bytes = Manifest.line(of: entry)
            if Manifest.isTorn(file) { bytes.insert(UInt8(ascii: "\n"), at: 0) }
            try Disk.write(bytes, to: file, path)
        }
    }

    /// The last line of each input, and the SHA-256 of the document that each folder was last
    /// written for; read once.
    public func read() -> (entries: [ManifestEntry], owners: [String: String]) {
        var last: [String: ManifestEntry] = [:]
        var owners: [String: String] = [:]
        for line in lines() {
            guard let entry = ManifestEntry(line: line) else { continue }
            last[entry.input] = entry
            if let folder = entry.folder, let facts = entry.facts { owners[folder] = facts.sha256 }
        }
        return (Array(last.values), owners)
    }

    /// Those of the inputs that the manifest does not have, or whose folder is not there.
    public func missing(of inputs: [String]) -> [String] {
        var folders: [String: String?] = [:]
        for entry in read().entries { folders[entry.input] = .some(entry.folder) }
        return inputs.filter { input in
            guard let folder = folders[input] else { return true }
            return folder.map { !output.holds($0) } ?? false
        }
    }

    /// Drops lines that a later line of the same input replaces, and what a torn line left; the
    /// others come in the order of their inputs, however long each took.
    public func compact(order: [String] = []) throws(OutputError) {
        try output.locked { () throws(OutputError) in
            let lines = self.lines()
            var seen: Set<ArraySlice<UInt8>> = []
            var kept: [ArraySlice<UInt8>] = []
            for line in lines.reversed() {
                guard let input = Manifest.input(of: line), seen.insert(input).inserted else {
                    continue
                }
                kept.append(line)
            }
            kept.reverse()
            let sorted = Manifest.sorted(kept, by: order)
            guard sorted != lines else { return }
            let temporary = path + ".partial"
            let bytes = sorted.flatMap { $0 + [UInt8(ascii: "\n")] }
            try Disk.write(bytes, to: temporary)
            try Disk.rename(temporary, to: path)
        }
    }

    /// The SHA-256 of the document that the last line for this folder names.
    func digest(ofDocumentIn folder: String) -> String? {
        lines().last { JSONLine(bytes: $0).has("folder", folder) }
            .flatMap { JSONLine(bytes: $0).string(after: "sha256") }
    }

    // MARK: Lines

    /// Inputs of other runs first, as they stood.
    private static func sorted(
        _ lines: [ArraySlice<UInt8>], by order: [String]
    ) -> [ArraySlice<UInt8>] {
        guard !order.isEmpty else { return lines }
        var places: [ArraySlice<UInt8>: Int] = [:]
        for (place, input) in order.enumerated() {
            var json = JSONWriter()
            json.object(.inline) { $0.field("input", input) }
            places[json.bytes.dropLast(2)] = place
        }
        return lines.enumerated().map { number, line in
            (line, Manifest.input(of: line).flatMap { places[$0] } ?? -1, number)
        }.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
    }

    private func lines() -> [ArraySlice<UInt8>] {
        (Disk.read(path) ?? []).split(separator: UInt8(ascii: "\n"))
    }

    /// The bytes up to the end of the input's name, as written; nil for a line that is not whole.
    private static func input(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let start = Array("{\"input\": \"".utf8)
        guard line.starts(with: start), line.last == UInt8(ascii: "}") else { return nil }
        var index = line.startIndex + start.count
        while index < line.endIndex, line[index] != UInt8(ascii: "\"") {
            index += line[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index < line.endIndex ? line[line.startIndex..<index] : nil
    }

    private static func isTorn(_ file: Int32) -> Bool {
        let end = lseek(file, 0, SEEK_END)
        var last: UInt8 = 0
        return end > 0 && pread(file, &last, 1, end - 1) == 1 && last != UInt8(ascii: "\n")
    }

    static func line(of entry: ManifestEntry) -> [UInt8] {
        var json = JSONWriter()
        let facts = entry.facts
        json.object(.inline) { json in
            json.field("input", entry.input)
            json.field("status", entry.status.rawValue)
            json.field("exit", entry.exitCode)
            json.field("folder", entry.folder)
            json.field("sha256", facts?.sha256)
            json.field("pages", facts?.pages)
            json.field("tables", facts?.tables)
            json.field("proved", facts.map { _ in entry.proved })
            json.field("plausible", facts.map { _ in entry.plausible })
            json.field("suspect", facts?.suspect)
            json.field("warnings", facts?.warnings)
            json.key("error")
            if let error = entry.error {
                json.object(.inline) { json in
                    json.field("code", error.code)
                    json.field("message", error.message)
                }
            } else {
                json.null()
            }
            json.field("options", entry.options)
            json.field("extractor", facts?.extractor)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension ManifestEntry {
    /// Nil where the line is not whole.
    init?(line: ArraySlice<UInt8>) {
        guard let json = JSONValue(Array(line)), let input = json["input"]?.string,
            let status = json["status"]?.string.flatMap(Status.init(rawValue:)),
            let exit = json["exit"]?.int, ManifestEntry.exitCodes.contains(exit)
        else { return nil }
        self.init(
            input: input, status: status, exitCode: exit, folder: json["folder"]?.string,
            proved: json["proved"]?.count ?? 0, plausible: json["plausible"]?.count ?? 0,
            options: json["options"]?.string ?? "",
            error: json["error"]?["code"]?.string.map {
                ($0, json["error"]?["message"]?.string ?? "")
            })
        guard let sha256 = json["sha256"]?.string else { return }
        facts = Facts(
            sha256: sha256, pages: json["pages"]?.count ?? 0, tables: json["tables"]?.count ?? 0,
            suspect: json["suspect"]?.count ?? 0, warnings: json["warnings"]?.count ?? 0,
            extractor: json["extractor"]?.string ?? "")
    }
}
