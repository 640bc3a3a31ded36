/// `document.json` files one after another, each on a line of its own (JSON Lines).
public struct DocumentLines {
    private var file: StreamedFile

    public init(path: String) throws(OutputError) { file = try StreamedFile(path: path) }

    /// Adds a file that ``DocumentFiles`` wrote.
    public mutating func add(_ document: [UInt8]) throws(OutputError) {
        try file.append(DocumentLines.line(document))
    }

    public mutating func finish() throws(OutputError) {
        try file.finish()
        try file.publish()
    }

    public func abandon() { file.abandon() }

    /// Line ends and what indents the next line stand between values only: in texts they are escaped.
    static func line(_ document: [UInt8]) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(document.count)
        var isAfterLineEnd = false
        for byte in document {
            switch byte {
            case 0x0A, 0x0D: isAfterLineEnd = true
            case 0x20 where isAfterLineEnd: continue
            default:
                isAfterLineEnd = false
                line.append(byte)
            }
        }
        return line + [0x0A]
    }
}
