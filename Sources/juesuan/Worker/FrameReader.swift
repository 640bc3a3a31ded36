internal import Glibc

/// Lines, and bytes that follow a line, from one stream.
struct FrameReader {
    private let stream: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)
    /// What was read and not taken.
    private var rest = 0..<0

    /// A longer line is no request.
    private static let longestLine = 1 << 16

    init(stream: Int32) { self.stream = stream }

    /// The next line, without its end, one that is too long in part; nil where the stream has ended.
    mutating func line() -> String? {
        var line: [UInt8] = []
        while line.count < FrameReader.longestLine {
            guard !rest.isEmpty || fill() else {
                return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
            }
            if let end = buffer[rest].firstIndex(of: UInt8(ascii: "\n")) {
                line += buffer[rest.lowerBound..<end]
                rest = (end + 1)..<rest.upperBound
                return String(decoding: line, as: UTF8.self)
            }
            line += buffer[rest]
            rest = 0..<0
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// Hands over so many bytes, part by part; false where the stream ends before.
    mutating func take(_ count: Int, _ body: (ArraySlice<UInt8>) -> Void) -> Bool {
        var missing = count
        while missing > 0 {
            guard !rest.isEmpty || fill() else { return false }
            let part = rest.prefix(missing)
            body(buffer[part])
            missing -= part.count
            rest = part.upperBound..<rest.upperBound
        }
        return true
    }

    private mutating func fill() -> Bool {
        var count: Int
        repeat {
            count = read(stream, &buffer, buffer.count)
        } while count < 0 && errno == EINTR
        rest = 0..<max(0, count)
        return count > 0
    }
}
