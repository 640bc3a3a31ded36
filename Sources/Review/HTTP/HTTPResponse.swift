/// What is answered to a request.
struct HTTPResponse: Sendable {
    enum Status: Int, Sendable {
        case ok = 200
        case badRequest = 400
        case forbidden = 403
        case notFound = 404
        case methodNotAllowed = 405
        case conflict = 409
        case lengthRequired = 411
        case payloadTooLarge = 413
        case unsupportedMediaType = 415
        case misdirectedRequest = 421
        case headTooLarge = 431
        case internalServerError = 500
        case serviceUnavailable = 503
    }

    var status: Status
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    /// As it goes over the connection, which then is at its end; without its body for HEAD.
    func bytes(withBody: Bool = true) -> [UInt8] {
        // nobody reads the words behind the number
        var head = "HTTP/1.1 \(status.rawValue) \(status)\r\n"
        for header in headers { head += "\(header.name): \(header.value)\r\n" }
        head += "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        return Array(head.utf8) + (withBody ? body : [])
    }
}
