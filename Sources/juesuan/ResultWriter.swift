internal import Glibc

/// Results on their way to stdout.
struct ResultWriter {
    /// Why stdout takes no more.
    private var error: Int32?

    /// Nothing more needs to be made: it would reach nobody.
    var isClosed: Bool { error != nil }

    /// Nil also when the reader went away (`juesuan show … | head`): it has what it wanted.
    var failure: Failure? {
        guard let error, error != EPIPE else { return nil }
        let reason = String(cString: strerror(error)).lowercased()
        return Failure(
            code: "cannot-write", message: "cannot be shown: stdout cannot be written: \(reason)",
            status: .cannotWriteOutput)
    }

    mutating func line(_ text: String = "") {
        lines([text])
    }

    mutating func lines(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        bytes(Array(lines.joined(separator: "\n").utf8) + [UInt8(ascii: "\n")])
    }

    mutating func bytes(_ bytes: [UInt8]) {
        StatusLine.clear()
        if error == nil { error = StandardStreams.write(bytes, to: StandardStreams.results) }
    }
}
