internal import CProcess
internal import Glibc

/// A process that starts the engine for one that may start no programs, and ends it.
///
/// To be made before this process is confined and before it has threads.
public final class EngineStarter {
    let socket: Int32
    /// A folder for this process's pictures alone; it goes when this process has ended, however it does.
    public let pictures: String

    /// Nil where the system has no room for another process or folder.
    public init?(arguments: [String]) {
        var path = Array("\(TemporaryPicture.folder)/juesuan-XXXXXX".utf8CString)
        guard let made = mkdtemp(&path) else { return nil }
        pictures = String(cString: made)
        var words = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        socket = process_starter(&words, pictures)
        guard socket >= 0 else {
            rmdir(pictures)
            return nil
        }
    }

    deinit { if socket >= 0 { _ = close(socket) } }
}
