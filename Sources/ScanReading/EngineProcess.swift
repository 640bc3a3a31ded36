internal import CProcess
internal import Glibc
internal import PageModel

/// A child process that answers a line with a line, for as long as it lives.
///
/// This file is the border to the system's calls: descriptors and the child are given back in
/// ``end()``.
final class EngineProcess {
    private let child: Child
    private let requests: Int32
    private let replies: Int32
    private let complaints: Int32
    private var read: [UInt8] = []
    /// The end of what it said on stderr.
    private var said: [UInt8] = []
    private var isEnded = false
    private static let mostSaid = 4096

    private enum Child {
        /// Of this process.
        case own(pid_t)
        /// Of the starter.
        case started(EngineStarter)
    }

    /// A reply longer than this is none.
    private static let longestLine = 1 << 28

    /// Starts a program, looked for in PATH where its name has no slash; through a starter its program.
    init(_ arguments: [String], _ starter: EngineStarter? = nil) throws(ScanError) {
        var ends: [Int32] = [-1, -1, -1, -1, -1, -1]
        for pair in 0..<3 {
            guard pipe(&ends[2 * pair]) == 0 else {
                let reason = EngineProcess.reason(errno)
                EngineProcess.close(ends)
                throw .cannotStart(arguments[0], reason: reason)
            }
        }
        // no other child is to hold them open
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let status: Int32
        if let starter {
            status = process_starter_start(starter.socket, ends[0], ends[3], ends[5])
            child = .started(starter)
        } else {
            let (code, process) = EngineProcess.spawn(arguments, ends[0], ends[3], ends[5])
            status = code
            child = .own(process)
        }
        EngineProcess.close([ends[0], ends[3], ends[5]])
        guard status == 0 else {
            EngineProcess.close([ends[1], ends[2], ends[4]])
            throw .cannotStart(arguments[0], reason: EngineProcess.reason(status))
        }
        (requests, replies, complaints) = (ends[1], ends[2], ends[4])
        // a child that is gone is told by the write's result
        signal(SIGPIPE, SIG_IGN)
    }

    deinit { end() }

    private static func spawn(
        _ arguments: [String], _ stdin: Int32, _ stdout: Int32, _ stderr: Int32
    ) -> (status: Int32, process: pid_t) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, stdin, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, stdout, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, stderr, STDERR_FILENO)
        var words = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let status = withoutLimit {
            posix_spawnp(&process, arguments[0], &actions, nil, &words, environ)
        }
        return (status, process)
    }

    /// Sends a line, if any, and waits for the next one; what has not come after `seconds` does not come.
    func exchange(_ line: [UInt8]?, seconds: Double) throws(ScanError) -> [UInt8] {
        if let line { try send(line + [0x0A]) }
        let deadline = EngineProcess.now() + seconds
        while true {
            if let stop = read.firstIndex(of: 0x0A) {
                let reply = Array(read[..<stop])
                read.removeSubrange(...stop)
                return reply
            }
            let rest = deadline - EngineProcess.now()
            guard rest > 0 else { throw .hangs(seconds: Int(clamping: seconds)) }
            try wait(seconds: rest)
        }
    }

    private func send(_ bytes: [UInt8]) throws(ScanError) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(requests, $0.baseAddress?.advanced(by: start), bytes.count - start)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw died() }
            start += count
        }
    }

    /// Takes what comes first on either stream.
    private func wait(seconds: Double) throws(ScanError) {
        var streams = [
            pollfd(fd: replies, events: Int16(POLLIN), revents: 0),
            pollfd(fd: complaints, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&streams, 2, Int32(clamping: Int(clamping: min(seconds, 3600) * 1000) + 1))
        guard count > 0 else { return }
        if streams[1].revents != 0, let text = take(complaints) {
            said = Array((said + text).suffix(EngineProcess.mostSaid))
        }
        guard streams[0].revents != 0 else { return }
        guard let text = take(replies), !text.isEmpty else { throw died() }
        read += text
        guard read.count < EngineProcess.longestLine else { throw .nonsense }
    }

    /// Nil where nothing can be read.
    private func take(_ stream: Int32) -> [UInt8]? {
        var block = [UInt8](repeating: 0, count: 1 << 16)
        let count = Glibc.read(stream, &block, block.count)
        return count < 0 ? nil : Array(block.prefix(count))
    }

    private func died() -> ScanError {
        // what it said last is the reason, if it gave one
        while let text = take(complaints), !text.isEmpty { said += text }
        let lines = String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline)
        return .died(reason: lines.last.map(String.init))
    }

    /// Ends the child, whatever it is doing.
    func end() {
        guard !isEnded else { return }
        isEnded = true
        EngineProcess.close([requests, replies, complaints])
        switch child {
        case .started(let starter): process_starter_end(starter.socket)
        case .own(let process):
            kill(process, SIGKILL)
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
        }
    }

    /// A limit on what a document may take is none of the engine's.
    private static func withoutLimit(_ spawn: () -> Int32) -> Int32 {
        let data = __rlimit_resource_t(RLIMIT_DATA.rawValue)
        var limit = rlimit()
        getrlimit(data, &limit)
        var lifted = limit
        lifted.rlim_cur = limit.rlim_max
        setrlimit(data, &lifted)
        defer { setrlimit(data, &limit) }
        return spawn()
    }

    private static func close(_ descriptors: [Int32]) {
        for descriptor in descriptors where descriptor >= 0 { _ = Glibc.close(descriptor) }
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func reason(_ code: Int32) -> String {
        String(cString: strerror(code)).lowercased()
    }
}
