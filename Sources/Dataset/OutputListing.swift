internal import Glibc

/// The documents of a folder that `extract` wrote.
public struct OutputListing: Sendable {
    public let path: String
    /// Names of the folders that hold a document, in order.
    public let folders: [String]
    private let skipped: @Sendable (_ folder: String) -> Void

    /// A document of the folder.
    public struct Document {
        public let folder: String
        /// Its document.json.
        public let bytes: [UInt8]
        public let rows: DocumentRows
    }

    /// Lists the folder, once, or one of its documents `only`; `skipped` hears of documents that turn out not to be
    /// readable.
    public init(
        of path: String, only name: String? = nil,
        skipped: @escaping @Sendable (_ folder: String) -> Void = { _ in }
    ) {
        self.path = path
        self.skipped = skipped
        folders = (name.map { [$0] } ?? Disk.entries(of: path)).filter {
            !$0.hasPrefix(".") && Disk.exists("\(path)/\($0)/\(DocumentFiles.documentFile)")
        }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The document.json in one of the folders; nil where it is gone.
    public func read(_ folder: String) -> [UInt8]? {
        Disk.read("\(path)/\(folder)/\(DocumentFiles.documentFile)")
    }

    /// Tells whether that file was written anew; nil where it is gone.
    public func stamp(of folder: String) -> String? {
        Disk.stamp(of: "\(path)/\(folder)/\(DocumentFiles.documentFile)")
    }

    /// Tells that a document turned out not to be one.
    public func skip(_ folder: String) { skipped(folder) }

    /// The same, as rows; nil where they cannot be had, which is told.
    public func rows(of bytes: [UInt8], in folder: String) -> DocumentRows? {
        let rows = DocumentRows(bytes, folder: folder)
        if rows == nil { skipped(folder) }
        return rows
    }

    /// Each document, one at a time; one that stands in two folders is done for the first.
    ///
    /// `corrected`
    /// gives a document.json as it is after what people said of it, nil where they said nothing.
    public func forEachOnce(
        corrected: (_ document: String, _ bytes: [UInt8]) throws -> [UInt8]? = { _, _ in nil },
        _ body: (Document) throws -> Void
    ) throws {
        var seen: Set<String> = []
        for folder in folders {
            guard var bytes = read(folder), var rows = rows(of: bytes, in: folder),
                seen.insert(rows.document).inserted
            else { continue }
            if let newer = try corrected(rows.document, bytes),
                let newerRows = DocumentRows(newer, folder: folder)
            {
                (bytes, rows) = (newer, newerRows)
            }
            try body(Document(folder: folder, bytes: bytes, rows: rows))
        }
    }
}
