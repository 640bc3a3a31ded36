/// Paths as `find` writes them: one a line, or with `-print0` a NUL after each.
struct PathList: Equatable {
    struct Path: Equatable {
        let text: String
        /// Else it cannot be opened by this text.
        let isUTF8: Bool
    }

    private(set) var paths: [Path] = []

    /// Nil where the bytes are no list: something in them does not belong into a text.
    init?(_ bytes: [UInt8]) {
        let zero: UInt8 = 0
        let separator = bytes.contains(zero) ? zero : UInt8(ascii: "\n")
        for part in bytes.split(separator: separator) {
            let line = part.last == UInt8(ascii: "\r") ? part.dropLast() : part
            guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }) else {
                return nil
            }
            guard !line.isEmpty else { continue }
            let text = String(validating: line, as: UTF8.self)
            paths.append(
                Path(text: text ?? String(decoding: line, as: UTF8.self), isUTF8: text != nil))
        }
    }
}
