/// How far a batch is: a line that renews itself on a terminal, now and then a line in a log; none for a single
/// document.
struct Progress {
    private let isShown: Bool
    private let start = ContinuousClock.now
    private var text: ProgressText
    private var lastPath = ""
    private var lastOwn: ContinuousClock.Instant
    private var lastLogged: ContinuousClock.Instant

    /// A log gets a line this often: a run of hours should not fill it, and a short one needs none.
    private static let logInterval = Duration.seconds(30)

    init(total: Int, options: MessageOptions) {
        isShown = total > 1 && !options.quiet
        lastOwn = start
        lastLogged = start
        text = ProgressText(total: total)
    }

    /// One document more is done, by this run (`isOwn`) or by one before it.
    mutating func step(_ path: String, pages: Int, isOwn: Bool, hasFailed: Bool) {
        text.done += 1
        text.pages += pages
        if hasFailed { text.failed += 1 }
        if isOwn, !hasFailed {
            text.own += 1
            text.ownPages += pages
            lastOwn = ContinuousClock.now
            text.seconds = (lastOwn - start) / .seconds(1)
        }
        lastPath = path
        renew()
    }

    /// OCR has read a page of a document under way.
    mutating func readPage() {
        text.scanned += 1
        renew()
    }

    /// Draws the line again, where time or something else that was written made it old.
    mutating func renew() {
        guard isShown else { return }
        let now = ContinuousClock.now
        text.secondsSince = (now - lastOwn) / .seconds(1)
        if let width = StatusLine.width {
            StatusLine.show(text.line(path: lastPath, width: width))
        } else if now - lastLogged >= Progress.logInterval {
            lastLogged = now
            StandardStreams.write(Array("juesuan: \(text.words)\n".utf8), to: StandardStreams.talk)
        }
    }
}
