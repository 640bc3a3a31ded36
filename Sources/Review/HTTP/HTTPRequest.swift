/// A request as it was sent, as far as the review has a use for it.
struct HTTPRequest: Sendable {
    /// In capitals, such as GET.
    var method: String
    /// What stands between the slashes, the first of which is left out; nothing is decoded.
    var path: [String]
    var query: [(name: String, value: String)] = []
    /// Nil where it was longer than ``longestBody``.
    var body: [UInt8]? = []
    /// By their names in small letters.
    fileprivate(set) var headers: [String: [String]] = [:]

    /// Longer ones are none of this page's (bytes).
    static let longestHead = 1 << 14
    static let longestBody = 1 << 17

    func header(_ name: String) -> String? { headers[name]?.first }

    func query(_ name: String) -> String? { query.first { $0.name == name }?.value }
}

/// What is wrong with a request, before anybody looks what it asks for.
enum HTTPFault: Error {
    case malformed, headTooLong, lengthMissing
    /// The connection ended, or nothing came for too long.
    case gone
}

extension HTTPRequest {
    /// Reads what stands before the body, without the empty line at its end.
    ///
    /// Strict: what a browser does not send is no request.
    init(head: ArraySlice<UInt8>) throws(HTTPFault) {
        var lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map
        {
            $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
        }[...]
        guard let first = lines.popFirst() else { throw .malformed }
        let parts = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].starts(with: "HTTP/1.".utf8),
            parts[0].allSatisfy(HTTPRequest.isCapital), !parts[0].isEmpty,
            parts[1].first == UInt8(ascii: "/"), parts[1].allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw .malformed }
        method = String(decoding: parts[0], as: UTF8.self)
        let target = parts[1].split(
            separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        path = target[0].dropFirst().split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        if target.count > 1 {
            guard let query = QueryText.items(target[1]) else { throw .malformed }
            self.query = query
        }
        for line in lines { try add(header: line) }
    }

    private mutating func add(header line: ArraySlice<UInt8>) throws(HTTPFault) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy(HTTPRequest.isOfName),
            line[colon...].allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
        else { throw .malformed }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        var value = line[(colon + 1)...]
        while let first = value.first, first == 0x20 || first == 0x09 { value.removeFirst() }
        while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
        headers[name, default: []].append(String(decoding: value, as: UTF8.self))
    }

    /// How many bytes follow the head.
    ///
    /// Chunks are not read: browsers send none.
    var length: Int {
        get throws(HTTPFault) {
            guard headers["transfer-encoding"] == nil else { throw .lengthMissing }
            guard let values = headers["content-length"] else { return 0 }
            guard values.count == 1, let length = Int(values[0]), length >= 0,
                values[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else { throw .malformed }
            return length
        }
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    private static func isOfName(_ byte: UInt8) -> Bool {
        isCapital(byte & 0xDF) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }
}

/// What stands behind the question mark.
enum QueryText {
    /// Names and values, decoded; nil where they are no text that can be typed.
    static func items(_ text: ArraySlice<UInt8>) -> [(name: String, value: String)]? {
        var items: [(String, String)] = []
        for part in text.split(separator: UInt8(ascii: "&")) {
            let sides = part.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(sides[0]), let value = decoded(sides.count > 1 ? sides[1] : [])
            else { return nil }
            items.append((name, value))
        }
        return items
    }

    private static func decoded(_ text: ArraySlice<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard rest.count >= 2,
                    let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
