internal import Glibc
internal import Synchronization

/// Ctrl-C in a batch: the documents under way are finished, then the run ends in order; a second one
/// ends it at once.
enum Interrupt {
    private static let asked = Atomic<Bool>(false)

    static var isAsked: Bool { asked.load(ordering: .relaxed) }

    static func listen() {
        // touched here once, since a signal handler must not be the one to set it up
        asked.store(false, ordering: .relaxed)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in
            Interrupt.asked.store(true, ordering: .relaxed)
        }
        action.sa_flags = SA_RESTART | Int32(bitPattern: SA_RESETHAND)
        sigaction(SIGINT, &action, nil)
        sigaction(SIGTERM, &action, nil)
    }

    /// Lets both signals through: a parent that starts programs from a worker thread may hand down a
    /// mask that holds them.
    static func allow() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}
