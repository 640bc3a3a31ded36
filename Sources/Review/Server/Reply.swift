internal import Dataset

/// Answers with the headers that all of them have.
enum Reply {
    /// Scripts, styles and pictures from this server only, and no other page around or behind it.
    private static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    static func bytes(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok,
        cache: String = "no-store"
    ) -> HTTPResponse {
        let headers = [
            ("Content-Type", type), ("Cache-Control", cache), ("Content-Security-Policy", policy),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ]
        return HTTPResponse(status: status, headers: headers, body: bytes)
    }

    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> HTTPResponse {
        Reply.bytes(bytes, type: "application/json; charset=utf-8", status: status)
    }

    static func json(
        status: HTTPResponse.Status = .ok, _ members: (inout JSONWriter) -> Void
    ) -> HTTPResponse {
        var json = JSONWriter()
        json.object(.inline, members)
        return Reply.json(json.bytes, status: status)
    }

    /// `code` is for the page, which has words for it; `message` for people who look at the answer.
    static func error(
        _ status: HTTPResponse.Status, _ code: String, _ message: String,
        _ more: (inout JSONWriter) -> Void = { _ in }
    ) -> HTTPResponse {
        json(status: status) { json in
            json.field("error", code)
            json.field("message", message)
            more(&json)
        }
    }

    /// Other methods than these are none of this page's; HEAD is one of them, too.
    static var otherMethod: HTTPResponse {
        var reply = error(.methodNotAllowed, "method", "GET or POST")
        reply.headers.append(("Allow", "GET, POST"))
        return reply
    }

    /// What is said of a request that could not be read; nil where nobody is there to read it.
    static func fault(_ fault: HTTPFault) -> HTTPResponse? {
        switch fault {
        case .malformed: error(.badRequest, "malformed", "no request is made so")
        case .headTooLong: error(.headTooLarge, "too-long", "too long for a request")
        case .lengthMissing: error(.lengthRequired, "length", "give Content-Length")
        case .gone: nil
        }
    }
}
