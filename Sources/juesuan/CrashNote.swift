internal import Glibc

/// The last words when a PDF crashes Poppler or us: which file it was, and a documented exit code.
///
/// Under `--verbose` it is not used, so that the system's own report of the crash is seen.
enum CrashNote {
    // A signal handler may neither allocate nor wait: it finds its text here, ready to be written.
    // Written on the main thread only, between documents.
    nonisolated(unsafe) private static var text: UnsafeMutableBufferPointer<UInt8>?

    /// From here on a crash is said to be this file's.
    static func arm(file: String) {
        disarm()
        // over the progress line, where there is one
        let start = StandardStreams.isTerminal(StandardStreams.talk) ? "\r\u{1B}[K" : ""
        let note =
            "\(start)\(file): error: [crashed] crashed the program; please report it, and leave this file "
            + "out meanwhile (--verbose shows more)\n"
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: note.utf8.count)
        _ = bytes.initialize(from: note.utf8)
        text = bytes
        listen()
    }

    static func disarm() {
        text?.deallocate()
        text = nil
    }

    private static func listen() {
        // an overflown stack leaves no room for the handler
        var stack = stack_t()
        stack.ss_size = 1 << 16
        stack.ss_sp = CrashNote.stack
        sigaltstack(&stack, nil)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in
            if let text = CrashNote.text {
                _ = write(StandardStreams.talk, text.baseAddress, text.count)
            }
            _exit(1)
        }
        action.sa_flags = SA_ONSTACK
        for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT] {
            sigaction(signal, &action, nil)
        }
    }

    nonisolated(unsafe) private static let stack = UnsafeMutableRawPointer.allocate(
        byteCount: 1 << 16, alignment: 16)
}
