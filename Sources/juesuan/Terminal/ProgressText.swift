internal import PageModel

/// How far a batch is, in words and as a bar.
struct ProgressText: Sendable {
    /// Documents that are done, also those that failed or were done before.
    var done = 0
    var total: Int
    var pages = 0
    var failed = 0
    /// Pages that OCR has read, also of documents under way: it takes seconds for each.
    var scanned = 0
    /// Documents that this run did itself and that did not fail, which is what it takes its time for; their pages.
    var own = 0
    var ownPages = 0
    /// From the start to the last of those, and since.
    var seconds = 0.0
    var secondsSince = 0.0

    /// Columns of the bar, between its brackets.
    private static let barWidth = 20
    /// A rate below this is given with a decimal (pages a second).
    private static let slow = 10.0

    /// "[######..............] 12/40 documents, 288 pages, 31 pages/s, 0:45 left, 1 failed  a.pdf".
    ///
    /// Plain characters: those drawn as blocks are twice as wide in some Chinese terminals. Where it has not room
    /// for all, the bar is left out, and the path cut.
    func line(path: String, width: Int) -> String {
        let filled = total > 0 ? ProgressText.barWidth * min(done, total) / total : 0
        let bar =
            "[" + String(repeating: "#", count: filled)
            + String(repeating: ".", count: ProgressText.barWidth - filled) + "] "
        let text = bar.count + words.count < width ? bar + words : words
        return path.isEmpty ? text : "\(text)  \(path)"
    }

    /// The same without the bar.
    var words: String {
        var parts = ["\(done)/\(total) documents", Summary.count(pages, "page")]
        if scanned > 0 { parts.append("\(scanned) by OCR") }
        if ownPages > 0, seconds > 0 { parts.append("\(rate) pages/s") }
        if own > 0, done < total { parts.append("\(ProgressText.clock(left)) left") }
        if failed > 0 { parts.append("\(failed) failed") }
        return parts.joined(separator: ", ")
    }

    private var rate: String {
        let rate = Double(ownPages) / seconds
        if rate >= ProgressText.slow { return String(Int(clamping: rate)) }
        let tenths = Int(clamping: (rate * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Seconds, when what is left takes as long as what was done.
    private var left: Int {
        Int(clamping: max(0, seconds / Double(own) * Double(total - done) - secondsSince).rounded())
    }

    /// "0:45", "12:05", "1:02:03".
    static func clock(_ seconds: Int) -> String {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        return hours > 0
            ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
    }
}
