internal import Dataset
internal import Glibc

/// The last reply of a worker that ran into its memory limit: told as that, not as a crash.
///
/// Libraries end the process when they are given no memory, each in its own way. What they share is that the process
/// is short of it then: the last call failed for that, or a quarter of the limit cannot be had.
enum MemoryNote {
    // A signal handler may neither allocate nor wait: it finds its reply here, ready to be written.
    // Written on the main thread only, between documents.
    nonisolated(unsafe) private static var reply: UnsafeMutableBufferPointer<UInt8>?
    nonisolated(unsafe) private static var trial = 0

    /// From here on running out of memory is answered with this; `mebibytes` is the limit, 0 for none.
    static func arm(mebibytes: Int, reply: BatchReply, id: Int) {
        disarm()
        guard mebibytes > 0 else { return }
        var reply = reply
        reply.isLast = true
        let bytes = reply.bytes(id: id)
        let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = kept.initialize(from: bytes)
        self.reply = kept
        trial = mebibytes << 18
        // an old one would be taken for the last call's
        errno = 0
        listen()
    }

    static func disarm() {
        reply?.deallocate()
        reply = nil
    }

    static func failure(mebibytes: Int) -> Failure {
        Failure(
            code: "memory-limit",
            message:
                "needs more memory than --memory-limit allows (\(mebibytes) MiB); give it more, or try "
                + "it alone", status: .failure)
    }

    private static func listen() {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { number in
            if let reply = MemoryNote.reply, MemoryNote.isShort {
                _ = write(StandardStreams.results, reply.baseAddress, reply.count)
                _exit(ExitStatus.failure.rawValue)
            }
            signal(number, SIG_DFL)
            raise(number)
        }
        action.sa_flags = SA_NODEFER
        for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT] {
            sigaction(signal, &action, nil)
        }
    }

    private static var isShort: Bool {
        if errno == ENOMEM { return true }
        let block = mmap(
            nil, trial, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        return block == MAP_FAILED
    }
}
