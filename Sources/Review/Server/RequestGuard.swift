/// Which requests are answered at all: those of pages that this server gave.
///
/// A page of another site can ask a server on this machine for things, too, by a name that it lets
/// point here (DNS rebinding) or straight from its scripts and forms (cross-site requests). The first
/// shows in Host, the second in Origin and Sec-Fetch-Site, which no page can set itself.
struct RequestGuard: Sendable {
    let port: UInt16

    enum Refusal: Hashable {
        case otherHost, otherOrigin, notJSON
    }

    private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

    /// Nil where the request is to be answered.
    func refusal(of request: HTTPRequest) -> Refusal? {
        let host = request.headers["host"] ?? []
        guard host.count == 1, hosts.contains(host[0].lowercased()) else { return .otherHost }
        for origin in request.headers["origin"] ?? [] {
            guard hosts.contains(where: { origin.lowercased() == "http://\($0)" }) else {
                return .otherOrigin
            }
        }
        for site in request.headers["sec-fetch-site"] ?? [] {
            guard site == "same-origin" || site == "none" else { return .otherOrigin }
        }
        if request.method == "POST" {
            // a form cannot send this type, and a script of another site must ask first
            guard request.header("content-type")?.hasPrefix("application/json") == true else {
                return .notJSON
            }
        }
        return nil
    }
}
