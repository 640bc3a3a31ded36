/// A file of a document's folder, made when it is written: those of a long document take more room than the document.
public struct OutputFile: Sendable {
    private enum Content: Sendable {
        case bytes(@Sendable () -> [UInt8])
        case json(@Sendable (inout JSONWriter) -> Void)
    }

    /// Below the document's folder, such as `tables/01-收入决算表.csv`.
    public let path: String
    private let content: Content

    public init(path: String, bytes: [UInt8]) {
        self.init(path: path, making: { bytes })
    }

    init(path: String, making: @escaping @Sendable () -> [UInt8]) {
        self.path = path
        content = .bytes(making)
    }

    /// JSON, a block at a time.
    init(path: String, writing: @escaping @Sendable (inout JSONWriter) -> Void) {
        self.path = path
        content = .json(writing)
    }

    /// All that it holds.
    public var bytes: [UInt8] {
        switch content {
        case .bytes(let make): return make()
        case .json(let write):
            var json = JSONWriter()
            write(&json)
            return json.bytes
        }
    }

    func write(to place: String) throws(OutputError) {
        switch content {
        case .bytes(let make): try Disk.write(make(), to: place)
        case .json(let write):
            let file = try BlockFile(path: place)
            var json = JSONWriter(into: file)
            write(&json)
            try file.close()
        }
    }
}
