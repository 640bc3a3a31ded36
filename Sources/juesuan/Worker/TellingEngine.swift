internal import Dataset
internal import Glibc
internal import ScanReading

/// Tells after each page that it goes on: a scan takes as long as it has pages.
final class TellingEngine: ScanEngine {
    var document = 0
    private let engine: EngineHelper
    private let deadline: WorkerDeadline

    init(_ engine: EngineHelper, _ deadline: WorkerDeadline) {
        self.engine = engine
        self.deadline = deadline
    }

    var pictureFolder: String { engine.pictureFolder }

    func read(picture path: String, dpi: Double) throws(ScanError) -> ScanReading {
        defer {
            deadline.begin()
            _ = StandardStreams.write(
                BatchReply.progress(id: document), to: StandardStreams.results)
        }
        return try engine.read(picture: path, dpi: dpi)
    }
}

/// Ends this process when a document takes too long, also where nobody is left to end it: whoever ran
/// it on another machine may be gone.
struct WorkerDeadline {
    /// 0 for none.
    private let seconds: Int

    /// Whoever started this process may have blocked the alarm, which is inherited.
    init(seconds: Int) {
        self.seconds = seconds
        signal(SIGALRM, SIG_DFL)
        var alarms = sigset_t()
        sigemptyset(&alarms)
        sigaddset(&alarms, SIGALRM)
        pthread_sigmask(SIG_UNBLOCK, &alarms, nil)
    }

    func begin() { _ = alarm(UInt32(clamping: seconds)) }

    func end() { _ = alarm(0) }
}
