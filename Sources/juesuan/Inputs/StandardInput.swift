internal import Glibc
internal import PDFSource

/// What `-` stands for: a PDF that is on stdin itself, or a list of paths there.
enum StandardInput {
    case document(MemoryFile)
    case paths(PathList)

    /// What a document on stdin is called.
    static let name = "stdin"
    /// As large as a file may be that comes to `worker --rows` (bytes).
    static let largest = 512 << 20
    /// Bytes read at once, and those in which a PDF says that it is one (ISO 32000-1, appendix H.3).
    private static let blockSize = 1 << 18
    private static let headSize = 1024

    /// Reads all of it.
    static func read() throws -> StandardInput {
        if isatty(STDIN_FILENO) == 1 {
            let line = "juesuan: reading from the terminal; Ctrl-D ends it\n"
            StandardStreams.write(Array(line.utf8), to: StandardStreams.talk)
        }
        var bytes: [UInt8] = []
        while bytes.count < headSize, let more = try block() { bytes += more }
        guard !isPDF(bytes) else { return .document(try spooled(bytes)) }
        while let more = try block() {
            bytes += more
            guard bytes.count <= largest else { throw tooLarge }
        }
        guard let paths = PathList(bytes) else {
            throw Failure(
                code: "not-paths",
                message: "is neither a PDF nor a list of paths; name files as arguments, or write "
                    + "their paths to stdin, one a line",
                status: .inputDamaged)
        }
        return .paths(paths)
    }

    /// The document on stdin, for those that take no list.
    static func document() throws -> MemoryFile {
        if case .document(let file) = try read() { return file }
        throw Failure(
            code: "not-a-pdf", message: "is no PDF; name a file, or write a PDF to stdin",
            status: .inputDamaged)
    }

    /// Whether the first bytes are those of a PDF, something else before it allowed for.
    static func isPDF(_ bytes: [UInt8]) -> Bool {
        let mark = Array("%PDF-".utf8)
        let head = bytes.prefix(headSize)
        return head.indices.contains { start in
            let digit = start + mark.count
            return digit < head.endIndex && head[start..<digit].elementsEqual(mark)
                && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(head[digit])
        }
    }

    private static func spooled(_ head: [UInt8]) throws -> MemoryFile {
        let file = try MemoryFile()
        try file.append(head[...])
        var count = head.count
        while let more = try block() {
            count += more.count
            guard count <= largest else { throw tooLarge }
            try file.append(more[...])
        }
        return file
    }

    /// The next bytes; nil at the end.
    private static func block() throws -> [UInt8]? {
        var block = [UInt8](repeating: 0, count: blockSize)
        while true {
            let count = Glibc.read(STDIN_FILENO, &block, block.count)
            if count > 0 { return Array(block[..<count]) }
            if count == 0 { return nil }
            if errno == EINTR { continue }
            throw Failure(
                code: "unreadable",
                message: "cannot be read: \(String(cString: strerror(errno)).lowercased())",
                status: .inputDamaged)
        }
    }

    private static let tooLarge = Failure(
        code: "too-large", message: "has more than \(largest >> 20) MiB; name the file instead",
        status: .inputDamaged)
}
