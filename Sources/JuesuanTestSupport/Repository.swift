internal import Foundation

/// Files of the repository that tests look at, such as the documentation.
public enum Repository {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `path` from the repository's top, such as "docs/errors.md".
    public static func bytes(of path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appendingPathComponent(path)))
    }

    /// The whole path of a file, for programs that are given one.
    public static func path(of path: String) -> String {
        root.appendingPathComponent(path).path
    }

    public static func text(of path: String) throws -> String {
        String(decoding: try bytes(of: path), as: UTF8.self)
    }
}
