/// A part of a transcript: lines of prose, or rows of cells that tabs part.
enum TranscriptBlock: Sendable, Hashable {
    /// Lines between blank ones; nil for a blank line.
    case prose(lines: [String], page: Int)
    case table(rows: [[String]], page: Int)
}

/// Splits a transcript into prose and tables.
///
/// Blank lines inside a table are page breaks of the report: the rows go on as long as nothing
/// else stands between.
struct TranscriptLines {
    private var pages = 1
    private var whole: [TranscriptBlock] = []
    private var prose: [String] = []
    private var rows: [[String]] = []
    private var startPage = 1

    /// Hands over each block as soon as it is whole: all of a long text's take several times its room.
    ///
    /// Gives the number of pages.
    static func read(_ text: String, take: (TranscriptBlock) -> Void) -> Int {
        var lines = TranscriptLines()
        var rest: Substring? = text[...]
        while let text = rest {
            let end = text.firstIndex { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
            var line = text[..<(end ?? text.endIndex)]
            rest = end.map { text[text.index(after: $0)...] }
            while line.first == "\u{0C}" {
                lines.closeProse()
                lines.pages += 1
                line.removeFirst()
            }
            lines.add(line)
            lines.handOver(take)
        }
        lines.close()
        lines.handOver(take)
        return lines.pages
    }

    private mutating func handOver(_ take: (TranscriptBlock) -> Void) {
        guard !whole.isEmpty else { return }
        for block in whole { take(block) }
        whole = []
    }

    private mutating func add(_ line: Substring) {
        if line.utf8.contains(UInt8(ascii: "\t")) {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
                TranscriptLines.trimmed($0)
            }
            // the rule under a Markdown header
            if cells.allSatisfy({ $0.allSatisfy { $0 == "-" || $0 == ":" } }),
                cells.contains(where: { $0.count > 1 })
            {
                return
            }
            closeProse()
            if rows.isEmpty { startPage = pages }
            rows.append(cells)
            return
        }
        let text = TranscriptLines.trimmed(line)
        if text.isEmpty {
            closeProse()
        } else {
            closeTable()
            if prose.isEmpty { startPage = pages }
            prose.append(text)
        }
    }

    private mutating func close() {
        closeProse()
        closeTable()
    }

    private mutating func closeProse() {
        if !prose.isEmpty { whole.append(.prose(lines: prose, page: startPage)) }
        prose = []
    }

    private mutating func closeTable() {
        if !rows.isEmpty { whole.append(.table(rows: rows, page: startPage)) }
        rows = []
    }

    private static func trimmed(_ text: Substring) -> String {
        var view = text
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
