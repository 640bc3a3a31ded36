internal import Glibc

/// Who may write where: stdout carries results only, stderr messages only.
///
/// Poppler and the libraries below it print to both as they like. So the real streams are kept
/// under other numbers for ourselves, and what C code takes for stdout and stderr leads elsewhere.
enum StandardStreams {
    /// The real stdout.
    static let results: Int32 = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    /// The real stderr.
    static let talk: Int32 = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)

    /// Leads descriptor 1 to stderr and, unless `letLibrariesTalk`, descriptor 2 nowhere.
    static func shield(letLibrariesTalk: Bool) {
        _ = (results, talk)
        // a reader that went away is seen by the write that fails, not by a signal
        signal(SIGPIPE, SIG_IGN)
        if letLibrariesTalk {
            dup2(STDERR_FILENO, STDOUT_FILENO)
            return
        }
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        guard nowhere >= 0 else { return }
        dup2(nowhere, STDOUT_FILENO)
        dup2(nowhere, STDERR_FILENO)
        close(nowhere)
    }

    /// Gives both back, after what C libraries still hold in buffers has gone astray.
    static func restore() {
        fflush(nil)
        if results >= 0 { dup2(results, STDOUT_FILENO) }
        if talk >= 0 { dup2(talk, STDERR_FILENO) }
    }

    static func isTerminal(_ stream: Int32) -> Bool { isatty(stream) == 1 }

    /// Columns of the terminal that `stream` leads to; nil when it leads to none.
    static func terminalWidth(_ stream: Int32) -> Int? {
        var size = winsize()
        guard isTerminal(stream), ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
        else { return nil }
        return Int(size.ws_col)
    }

    /// Writes all bytes; the system's error number, such as `EPIPE`, when they cannot be written.
    @discardableResult
    static func write(_ bytes: [UInt8], to stream: Int32) -> Int32? {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(stream, $0.baseAddress?.advanced(by: start), bytes.count - start)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return errno }
            start += count
        }
        return nil
    }
}
