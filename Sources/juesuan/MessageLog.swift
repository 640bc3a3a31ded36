internal import Logging

/// Log lines on stderr, in the form of the other messages.
struct MessageLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level

    /// Sends all logging to stderr; debug lines only under `--verbose`.
    static func start(verbose: Bool) {
        LoggingSystem.bootstrap { _ in MessageLog(logLevel: verbose ? .debug : .warning) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
            .map { " \($0.key)=\($0.value)" }.joined()
        let line = "juesuan: \(event.level): \(event.message)\(fields)\n"
        StatusLine.clear()
        StandardStreams.write(Array(line.utf8), to: StandardStreams.talk)
    }
}
