internal import Dataset
internal import TerminalText

/// What a person reads while a run goes on, and at its end.
struct BatchReport {
    private let messages: Messages
    private let isWatched: Bool
    private let progress: Progress
    private var results = ResultWriter()
    private let total: Int
    private var told = 0
    private var known = 0
    private(set) var failed = 0
    private var pages = 0
    private var tables = 0
    private var numbers = (proved: 0, plausible: 0, suspect: 0)
    private var toLookAt: [(path: String, doubts: Int)] = []
    private var reasons: [String: Int] = [:]

    init(total: Int, messages: Messages, isWatched: Bool) {
        self.total = total
        self.messages = messages
        self.isWatched = isWatched
        progress = Progress(total: total, options: messages.options)
    }

    /// A document that was done, or that failed.
    mutating func tell(_ reply: BatchReply, of path: String) {
        count(reply, path)
        step(path)
        progress.clear()
        if let error = reply.error {
            messages.error(
                path,
                Failure(
                    code: error.code, message: error.message,
                    status: ExitStatus(rawValue: Int32(reply.exitCode)) ?? .failure))
        }
        if !isWatched {
            for warning in reply.warnings {
                messages.warning(warning.place, code: warning.code, warning.message)
            }
        }
        if !messages.options.quiet { results.lines(reply.lines) }
    }

    /// A document that an earlier run did.
    mutating func tellKnown(_ reply: BatchReply, of path: String) {
        known += 1
        count(reply, path)
        step(path)
    }

    /// Another name of a document that was told of.
    mutating func tellTwin(of path: String) { step(path) }

    /// One input more is told of.
    private mutating func step(_ path: String) {
        told += 1
        progress.done(told, path, pages: pages, failed: failed)
    }

    private mutating func count(_ reply: BatchReply, _ path: String) {
        if let error = reply.error {
            failed += 1
            reasons[error.code, default: 0] += 1
        }
        guard let facts = reply.facts else { return }
        pages += facts.pages
        tables += facts.tables
        numbers.proved += reply.proved
        numbers.plausible += reply.plausible
        numbers.suspect += facts.suspect
        if facts.suspect + facts.warnings > 0 || facts.tables == 0 {
            toLookAt.append((path, facts.suspect + facts.warnings))
        }
    }

    /// So many documents that need a look are named at the end.
    private static let mostNamed = 10

    /// The last lines of a batch.
    func sum(up folder: String) {
        progress.clear()
        guard !messages.options.quiet else { return }
        var results = results
        var text =
            "\(Summary.count(told, "document")): \(Summary.count(tables, "table")) on "
            + "\(Summary.count(pages, "page")), in \(folder)/"
        if !toLookAt.isEmpty { text += "; \(toLookAt.count) to look at" }
        if known > 0 { text += "; \(known) done before (--force does them again)" }
        if failed > 0 {
            let list = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            text += "; \(failed) failed (\(list)), see \(folder)/manifest.jsonl"
        }
        if told < total {
            text += "; stopped before the last \(total - told): the same command goes on from here"
        }
        var lines = [text]
        if numbers != (0, 0, 0) {
            lines.append(
                "numbers: \(numbers.proved) proved, \(numbers.plausible) plausible, "
                    + "\(numbers.suspect) suspect")
        }
        if total > BatchReport.mostNamed, !toLookAt.isEmpty {
            lines.append("look first at:")
            lines += toLookAt.sorted { ($1.doubts, $0.path) < ($0.doubts, $1.path) }
                .prefix(BatchReport.mostNamed).map { "  \($0.path.safeForTerminal)" }
        }
        results.lines(lines)
    }
}
