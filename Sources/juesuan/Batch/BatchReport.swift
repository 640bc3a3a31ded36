internal import Dataset
internal import TerminalText

/// What a person reads while a run goes on, and at its end.
struct BatchReport {
    private let messages: Messages
    private let detail: BatchDetail
    private var progress: Progress
    private var results = ResultWriter()
    private var summary: BatchSummary
    var failed: Int { summary.failed }

    init(total: Int, messages: Messages, isWatched: Bool) {
        self.messages = messages
        detail = BatchDetail(total: total, options: messages.options, isWatched: isWatched)
        summary = BatchSummary(total: total)
        progress = Progress(total: total, options: messages.options)
        progress.renew()
    }

    /// A document that was done, or that failed.
    mutating func tell(_ reply: BatchReply, of path: String) {
        summary.count(reply, path)
        if let error = reply.error {
            messages.error(
                path,
                Failure(
                    code: error.code, message: error.message,
                    status: ExitStatus(rawValue: Int32(reply.exitCode)) ?? .failure))
        }
        if detail.showsWarnings {
            for warning in reply.warnings {
                messages.warning(warning.place, code: warning.code, warning.message)
            }
        }
        if detail.showsDocuments { results.lines(reply.lines) }
        progress.step(
            path, pages: reply.facts?.pages ?? 0, isOwn: true, hasFailed: reply.error != nil)
    }

    /// A document that an earlier run did.
    mutating func tellKnown(_ reply: BatchReply, of path: String) {
        summary.count(reply, path, isKnown: true)
        progress.step(path, pages: reply.facts?.pages ?? 0, isOwn: false, hasFailed: false)
    }

    /// Another name of a document that was told of.
    mutating func tellTwin(of path: String) {
        summary.countTwin()
        progress.step(path, pages: 0, isOwn: false, hasFailed: false)
    }

    /// OCR has read a page of a document under way.
    mutating func tellPage() { progress.readPage() }

    /// Time has passed.
    mutating func renew() { progress.renew() }

    /// The last lines of a batch.
    func sum(up folder: String) {
        StatusLine.clear()
        guard !messages.options.quiet else { return }
        var results = results
        results.lines(summary.lines(folder: folder, namesDoubts: !detail.showsDocuments))
    }
}

/// How much is said of each of several documents.
struct BatchDetail {
    let showsDocuments: Bool
    let showsWarnings: Bool

    /// Of so many documents each is shown with its tables; of more nobody would read that.
    static let mostShown = 5

    /// `isWatched`: a person sees stdout and stderr on one terminal.
    init(total: Int, options: MessageOptions, isWatched: Bool) {
        let isShort = total <= BatchDetail.mostShown || options.verbose
        showsDocuments = isShort && !options.quiet
        // what is shown of a document has its warnings; of many a log has them, and a terminal does not
        showsWarnings =
            isShort ? !isWatched : !StandardStreams.isTerminal(StandardStreams.talk)
    }
}
