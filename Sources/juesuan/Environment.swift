internal import Glibc
internal import TerminalText

/// Environment variables, without Foundation.
enum Environment {
    static subscript(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// A line each.
    static var lines: String {
        AlignedColumns.lines(used.map { ["  \($0.name)", $0.about] }).joined(separator: "\n")
    }

    /// Those that change what juesuan does; help and manual page list them.
    static let used: [(name: String, about: String)] = [
        ("JUESUAN_OCR", "the OCR helper; empty for none"),
        ("NO_COLOR", "set: messages without colours"),
        ("TERM", "dumb: no progress bar"),
        ("TMPDIR", "temporary files, where /dev/shm is not there"),
        ("USER", "the reviewer's name, without review --reviewer"),
    ]
}
