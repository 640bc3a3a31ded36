internal import Synchronization
internal import TerminalText

/// The terminal's last line, which tells how far things are: renewed in place, and out of the way of whatever
/// else is written.
///
/// Nothing where stderr leads to no terminal.
enum StatusLine {
    private static let shown = Mutex("")

    /// Of a terminal that does not say how wide it is (columns).
    private static let usualWidth = 80

    /// Columns there are; nil where there is no terminal, or one that can only be written on.
    static var width: Int? {
        guard StandardStreams.isTerminal(StandardStreams.talk), Environment["TERM"] != "dumb" else {
            return nil
        }
        return StandardStreams.terminalWidth(StandardStreams.talk) ?? usualWidth
    }

    static func show(_ text: String) {
        guard let width else { return }
        // the last column is left free: some terminals begin a new line after it
        let line = text.safeForTerminal.truncated(to: max(1, width - 1))
        shown.withLock { current in
            guard line != current else { return }
            write("\r\u{1B}[K" + line)
            current = line
        }
    }

    /// To be called before anything else is written to a terminal.
    static func clear() {
        shown.withLock { current in
            guard !current.isEmpty else { return }
            write("\r\u{1B}[K")
            current = ""
        }
    }

    private static func write(_ text: String) {
        StandardStreams.write(Array(text.utf8), to: StandardStreams.talk)
    }
}
