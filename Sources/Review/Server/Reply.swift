internal import Dataset
internal import FlyingFox
internal import Foundation

/// Answers with the headers that all of them have.
enum Reply {
    /// Scripts, styles and pictures from this server only, and no other page around or behind it.
    private static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    static func bytes(
        _ bytes: [UInt8], type: String, status: HTTPStatusCode = .ok, cache: String = "no-store"
    ) -> HTTPResponse {
        var headers = HTTPHeaders()
        headers[.contentType] = type
        headers[.cacheControl] = cache
        headers[HTTPHeader("Content-Security-Policy")] = policy
        headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
        headers[HTTPHeader("Referrer-Policy")] = "no-referrer"
        headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
        headers[HTTPHeader("Cross-Origin-Opener-Policy")] = "same-origin"
        return HTTPResponse(statusCode: status, headers: headers, body: Data(bytes))
    }

    static func json(_ bytes: [UInt8], status: HTTPStatusCode = .ok) -> HTTPResponse {
        Reply.bytes(bytes, type: "application/json; charset=utf-8", status: status)
    }

    static func json(
        status: HTTPStatusCode = .ok, _ members: (inout JSONWriter) -> Void
    ) -> HTTPResponse {
        var json = JSONWriter()
        json.object(.inline, members)
        return Reply.json(json.bytes, status: status)
    }

    /// `code` is for the page, which has words for it; `message` for people who look at the answer.
    static func error(
        _ status: HTTPStatusCode, _ code: String, _ message: String,
        _ more: (inout JSONWriter) -> Void = { _ in }
    ) -> HTTPResponse {
        json(status: status) { json in
            json.field("error", code)
            json.field("message", message)
            more(&json)
        }
    }
}
