internal import Glibc
internal import Synchronization

/// Takes connections on this machine's own address, each in a thread of its own.
final class HTTPListener: Sendable {
    /// The one that was asked for, or the one that was free.
    let port: UInt16
    private let descriptor: Int32
    private let open = Mutex(0)

    /// More connections at once are sent away.
    private static let most = 64
    /// An answer that nobody takes is given up (seconds).
    private static let patience = 30
    private static let waiting: Int32 = 128

    init(port: UInt16) throws(ReviewServerError) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw HTTPListener.failure(port) }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard bind(descriptor, address, size) == 0,
                    listen(descriptor, HTTPListener.waiting) == 0
                else { return Int32(-1) }
                return getsockname(descriptor, address, &size)
            }
        }
        guard status == 0 else {
            let failure = HTTPListener.failure(port)
            _ = close(descriptor)
            throw failure
        }
        self.port = UInt16(bigEndian: address.sin_port)
    }

    deinit { _ = close(descriptor) }

    private static func failure(_ port: UInt16) -> ReviewServerError {
        errno == EADDRINUSE
            ? .portInUse(port) : .failed(reason: String(cString: strerror(errno)).lowercased())
    }

    /// Answers until ``stop()``; not to be called from a task, since it waits.
    func run(_ answer: @escaping @Sendable (HTTPRequest) async -> HTTPResponse) {
        while true {
            let connection = accept(descriptor, nil, nil)
            if connection < 0 {
                if errno == EINVAL || errno == EBADF { return }
                // too many files are open, or the other side is gone already
                usleep(10_000)
                continue
            }
            _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
            var patience = timeval(tv_sec: HTTPListener.patience, tv_usec: 0)
            setsockopt(
                connection, SOL_SOCKET, SO_SNDTIMEO, &patience,
                socklen_t(MemoryLayout<timeval>.size))
            let isTaken = open.withLock { count in
                guard count < HTTPListener.most else { return false }
                count += 1
                return true
            }
            let isStarted =
                isTaken
                && HTTPThread.start {
                    self.serve(HTTPConnection(descriptor: connection), answer)
                    self.open.withLock { $0 -= 1 }
                }
            if !isStarted {
                if isTaken { open.withLock { $0 -= 1 } }
                _ = close(connection)
            }
        }
    }

    /// Ends ``run(_:)``.
    func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    private func serve(
        _ connection: HTTPConnection,
        _ answer: @escaping @Sendable (HTTPRequest) async -> HTTPResponse
    ) {
        defer { connection.close() }
        do throws(HTTPFault) {
            let request = try connection.request()
            let response = HTTPThread.wait { await answer(request) }
            connection.write(response.bytes(withBody: request.method != "HEAD"))
        } catch {
            guard let response = Reply.fault(error) else { return }
            connection.write(response.bytes())
        }
    }
}
