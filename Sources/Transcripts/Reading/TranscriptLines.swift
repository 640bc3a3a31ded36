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
    private(set) var blocks: [TranscriptBlock] = []
    private(set) var pages = 1
    private var prose: [String] = []
    private var rows: [[String]] = []
    private var startPage = 1

    init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false) {
            $0 == "\n" || $0 == "\r\n" || $0 == "\r"
        }
        for line in lines {
            var line = line
            while line.first == "\u{0C}" {
                closeProse()
                pages += 1
                line.removeFirst()
            }
            add(line)
        }
        close()
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
        if !prose.isEmpty { blocks.append(.prose(lines: prose, page: startPage)) }
        prose = []
    }

    private mutating func closeTable() {
        if !rows.isEmpty { blocks.append(.table(rows: rows, page: startPage)) }
        rows = []
    }

    private static func trimmed(_ text: Substring) -> String {
        var view = text
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
