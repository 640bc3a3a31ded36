internal import Foundation

/// A folder that goes with the test.
public final class TemporaryFolder {
    public let path: String

    public init() throws {
        path = NSTemporaryDirectory() + "juesuan-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Paths of all files and empty folders below, hidden ones too, in order.
    public var entries: [String] {
        let all = FileManager.default.subpaths(atPath: path) ?? []
        return all.filter { entry in !all.contains { $0.hasPrefix(entry + "/") } }.sorted()
    }

    public func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }

    /// Writes a file, making the folders above it.
    public func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        let file = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    public func write(_ text: String, to name: String) throws {
        try write(text.utf8, to: name)
    }
}
