import Foundation
import Testing

@testable import Review

/// What is taken for a request, and how it is read.
@Suite struct HTTPRequestTests {
    private func request(_ text: String) throws(HTTPFault) -> HTTPRequest {
        try HTTPRequest(head: Array(text.utf8)[...])
    }

    @Test func partsAreReadAsTheyWereSent() throws {
        let request = try request(
            "GET /api//x%2Fy?search=%E8%B4%A2+a%26b&empty=&bare HTTP/1.1\r\nHost: localhost:1\r\n"
                + "X-A:  b c \r\nx-a: d")
        #expect(request.method == "GET")
        #expect(request.path == ["api", "", "x%2Fy"])
        #expect(request.query("search") == "财 a&b")
        #expect(request.query("empty") == "")
        #expect(request.query("bare") == "")
        #expect(request.query("none") == nil)
        #expect(request.headers["x-a"] == ["b c", "d"])
        #expect(try request.length == 0)
    }

    @Test func theRootHasNoName() throws {
        #expect(try request("GET / HTTP/1.1").path == [""])
        #expect(try request("GET /?a=b HTTP/1.0").path == [""])
    }

    @Test func whatIsAnsweredGoesOverTheConnection() {
        let reply = Reply.error(.notFound, "not-found", "none")
        let text = String(decoding: reply.bytes(), as: UTF8.self)
        #expect(text.hasPrefix("HTTP/1.1 404 "))
        #expect(text.contains("\r\nContent-Length: \(reply.body.count)\r\n"))
        #expect(text.hasSuffix("\r\n\r\n" + String(decoding: reply.body, as: UTF8.self)))
        #expect(String(decoding: reply.bytes(withBody: false), as: UTF8.self).hasSuffix("\r\n\r\n"))
    }

    @Test func base64IsAsFoundationMakesIt() {
        for count in 0..<20 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 91 &+ 200) }
            let text = String(decoding: Base64.text(of: bytes), as: UTF8.self)
            #expect(text == Data(bytes).base64EncodedString())
        }
    }
}
