internal import Glibc

/// One connection: a request is read from it within bounds of bytes and time, an answer is written, and it ends.
///
/// On a machine's own address a connection costs next to nothing, so none is kept for another request.
struct HTTPConnection {
    let descriptor: Int32

    /// A request is here by then (seconds); also what is read past of one that is too long.
    static let patience = 10.0
    /// Who sends more than it may is read to its end up to this many bytes: only then does it look at the answer.
    private static let mostPassedOver = 1 << 24
    /// Who says nothing for so long has said all (seconds).
    private static let pause = 0.2
    private static let blockSize = 1 << 14
    private static let end = Array("\r\n\r\n".utf8)

    /// Reads a request; what it costs grows with its bytes, and these are bounded before any of them is looked at.
    func request() throws(HTTPFault) -> HTTPRequest {
        let deadline = HTTPConnection.now() + HTTPConnection.patience
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: HTTPConnection.blockSize)
        var head: Int?
        while head == nil {
            guard bytes.count < HTTPRequest.longestHead else {
                passOver(HTTPConnection.mostPassedOver, until: deadline)
                throw .headTooLong
            }
            let count = try read(&block, until: deadline)
            // the end may lie across two blocks
            let start = max(0, bytes.count - HTTPConnection.end.count)
            bytes += block[..<count]
            head = HTTPConnection.indexOfEnd(bytes, from: start)
        }
        guard let head, head <= HTTPRequest.longestHead else { throw .headTooLong }
        var request = try HTTPRequest(head: bytes[..<head])
        let rest = bytes[(head + HTTPConnection.end.count)...]
        request.body = try body(try request.length, rest, request, until: deadline)
        return request
    }

    private static func indexOfEnd(_ bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= end.count else { return nil }
        return (start...(bytes.count - end.count)).first {
            bytes[$0] == end[0] && bytes[$0..<($0 + end.count)].elementsEqual(end)
        }
    }

    private func body(
        _ length: Int, _ begun: ArraySlice<UInt8>, _ request: HTTPRequest, until deadline: Double
    ) throws(HTTPFault) -> [UInt8]? {
        guard length <= HTTPRequest.longestBody else {
            passOver(min(length, HTTPConnection.mostPassedOver) - begun.count, until: deadline)
            return nil
        }
        if request.header("expect")?.lowercased() == "100-continue" {
            write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
        }
        var body = Array(begun.prefix(length))
        var block = [UInt8](repeating: 0, count: HTTPConnection.blockSize)
        while body.count < length {
            let count = try read(&block, until: deadline)
            body += block[..<min(count, length - body.count)]
        }
        return body
    }

    /// Reads bytes that nobody wants, as long as they come.
    private func passOver(_ bytes: Int, until deadline: Double) {
        var rest = bytes
        var block = [UInt8](repeating: 0, count: HTTPConnection.blockSize)
        func pause() -> Double { min(deadline, HTTPConnection.now() + HTTPConnection.pause) }
        while rest > 0, let count = try? read(&block, until: pause()) { rest -= count }
    }

    /// The deadline is looked at so often (milliseconds).
    private static let step: Int32 = 5

    /// At least one byte.
    private func read(_ block: inout [UInt8], until deadline: Double) throws(HTTPFault) -> Int {
        while true {
            guard HTTPConnection.now() < deadline else { throw .gone }
            var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&event, 1, HTTPConnection.step)
            if ready == 0 || ready < 0 && errno == EINTR { continue }
            guard ready > 0 else { throw .gone }
            let count = recv(descriptor, &block, block.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .gone }
            return count
        }
    }

    /// Writes all of it, as long as somebody takes it.
    func write(_ bytes: [UInt8]) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(
                    descriptor, $0.baseAddress?.advanced(by: start), bytes.count - start,
                    Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            start += count
        }
    }

    /// Ends it so that the other side has time to read what was written.
    func close() {
        shutdown(descriptor, Int32(SHUT_WR))
        // what still comes would make the system throw the answer away
        passOver(HTTPConnection.blockSize, until: HTTPConnection.now() + HTTPConnection.pause)
        _ = Glibc.close(descriptor)
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
