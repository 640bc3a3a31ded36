/// Results on their way to stdout.
struct ResultWriter {
    /// The reader went away (`juesuan show … | head`): nothing more needs to be made.
    private(set) var isClosed = false

    mutating func line(_ text: String = "") {
        bytes(Array(text.utf8) + [UInt8(ascii: "\n")])
    }

    mutating func lines(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        bytes(Array(lines.joined(separator: "\n").utf8) + [UInt8(ascii: "\n")])
    }

    mutating func bytes(_ bytes: [UInt8]) {
        guard !isClosed else { return }
        isClosed = !StandardStreams.write(bytes, to: StandardStreams.results)
    }
}
