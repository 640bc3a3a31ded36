/// What `juesuan worker --rows` is asked for: a document whose bytes follow the request's line.
public struct RowsRequest: Sendable, Hashable {
    public var id: Int
    /// The document's; what stands before the last `/` is left out.
    public var name: String
    /// How many bytes follow.
    public var count: Int
    public var password: String?

    /// Nil where the line is no request.
    public init?(line: String) {
        guard let json = JSONValue(Array(line.utf8)), let id = json["id"]?.int,
            let name = json["name"]?.string, let count = json["bytes"]?.int, count >= 0
        else { return nil }
        self.id = id
        self.name = name.split(separator: "/").last.map(String.init) ?? ""
        self.count = count
        password = json["password"]?.string
    }
}
