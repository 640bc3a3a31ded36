internal import PageModel
internal import TerminalText

/// How far a batch is: a line that renews itself on a terminal, else a line a document; none for a
/// single document.
struct Progress {
    private let total: Int
    private let isShown: Bool
    private let width: Int?
    private let start = ContinuousClock.now

    init(total: Int, options: MessageOptions) {
        self.total = total
        isShown = total > 1 && !options.quiet
        width = StandardStreams.terminalWidth(StandardStreams.talk)
    }

    /// `number` documents with so many pages are done, this one last; so many of them failed.
    func done(_ number: Int, _ path: String, pages: Int, failed: Int) {
        guard isShown else { return }
        let text = "[\(number)/\(total)] \(path.safeForTerminal)"
        guard let width else { return write(text + "\n") }
        let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
        let speed = seconds > 0 ? Int(clamping: Double(pages) / seconds) : 0
        let left = Int(clamping: seconds / Double(number) * Double(total - number))
        let bar =
            "[\(number)/\(total)] \(speed) pages/s, \(left) s left"
            + (failed > 0 ? ", \(failed) failed  " : "  ")
        write("\r\u{1B}[K" + (bar + path.safeForTerminal).truncated(to: width - 1))
    }

    /// Clears the line for what else is to be said.
    func clear() {
        if isShown, width != nil { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        StandardStreams.write(Array(text.utf8), to: StandardStreams.talk)
    }
}
