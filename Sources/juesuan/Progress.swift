internal import TerminalText

/// Which document of how many is under way.
///
/// A line that renews itself on a terminal, else a line a document; none for a single document.
struct Progress {
    private let total: Int
    private let isShown: Bool
    private let width: Int?

    init(total: Int, options: MessageOptions) {
        self.total = total
        isShown = total > 1 && !options.quiet
        width = StandardStreams.terminalWidth(StandardStreams.talk)
    }

    func begin(_ number: Int, _ path: String) {
        guard isShown else { return }
        let text = "[\(number)/\(total)] \(path.safeForTerminal)"
        if let width {
            write("\r\u{1B}[K" + text.truncated(to: width - 1))
        } else {
            write(text + "\n")
        }
    }

    /// Clears the line for what else is to be said.
    func clear() {
        if isShown, width != nil { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        StandardStreams.write(Array(text.utf8), to: StandardStreams.talk)
    }
}
