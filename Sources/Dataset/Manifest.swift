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

    /// The path as the user gave it or as a folder's search made it.
    public var input: String
    public var status: Status
    public var exitCode: Int
    public var milliseconds: Int
    /// The folder below the output folder; nil for a failed document.
    public var folder: String?
    public var document: DocumentRecord?
    /// For a failed document: a stable code and a sentence.
    public var error: (code: String, message: String)?

    public init(
        input: String, status: Status, exitCode: Int, milliseconds: Int, folder: String? = nil,
        document: DocumentRecord? = nil, error: (code: String, message: String)? = nil
    ) {
        self.input = input
        self.status = status
        self.exitCode = exitCode
        self.milliseconds = milliseconds
        self.folder = folder
        self.document = document
        self.error = error
    }
}

/// `manifest.jsonl`: one line per input document, also for those that failed.
///
/// A line is appended as soon as a document is done, so that the list is right even when a run
/// ends in the middle; ``compact()`` then leaves each input's last line only.
public struct Manifest: Sendable {
    private let output: OutputFolder
    private var path: String { output.path + "/manifest.jsonl" }

    public init(in output: OutputFolder) {
        self.output = output
    }

    public func append(_ entry: ManifestEntry) throws(OutputError) {
        try output.locked { () throws(OutputError) in
            let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
            guard file >= 0 else { throw Disk.failure(path) }
            defer { _ = close(file) }
            var bytes = Manifest.line(of: entry)
            if Manifest.isTorn(file) { bytes.insert(UInt8(ascii: "\n"), at: 0) }
            try Disk.write(bytes, to: file, path)
        }
    }

    /// Drops lines that a later line of the same input replaces, and what a torn line left.
    public func compact() throws(OutputError) {
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
            guard kept.count < lines.count else { return }
            let temporary = path + ".partial"
            let bytes = kept.reversed().flatMap { $0 + [UInt8(ascii: "\n")] }
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

    private func lines() -> [ArraySlice<UInt8>] {
        (Disk.read(path) ?? []).split(separator: UInt8(ascii: "\n"))
    }

    /// The bytes of the input's name, as written; nil for a line that is not whole.
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
        let document = entry.document
        json.object(.inline) { json in
            json.field("input", entry.input)
            json.field("status", entry.status.rawValue)
            json.field("exit", entry.exitCode)
            json.field("folder", entry.folder)
            json.field("sha256", document?.source.sha256)
            json.field("pages", document?.source.pages)
            json.field("tables", document?.tables.count)
            json.field("suspect", document?.suspectCount)
            json.field("warnings", document?.warnings.count)
            json.key("error")
            if let error = entry.error {
                json.object(.inline) { json in
                    json.field("code", error.code)
                    json.field("message", error.message)
                }
            } else {
                json.null()
            }
            json.field("milliseconds", entry.milliseconds)
            json.field("extractor", document?.source.extractor)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
