/// A table in GitHub's Markdown.
public struct MarkdownTable: Sendable {
    /// One name a column; Markdown knows a single header line only.
    public var columns: [String]
    public var rows: [[String]]

    public init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    public var lines: [String] {
        let count = max(columns.count, rows.map(\.count).max() ?? 0)
        guard count > 0 else { return [] }
        let marks = (0..<count).map { isNumeric($0) ? "---:" : "---" }
        return [line(columns, count), "| " + marks.joined(separator: " | ") + " |"]
            + rows.map { line($0, count) }
    }

    private func line(_ cells: [String], _ count: Int) -> String {
        let padded = cells + Array(repeating: "", count: max(0, count - cells.count))
        return "| " + padded.map(MarkdownTable.escaped).joined(separator: " | ") + " |"
    }

    private func isNumeric(_ column: Int) -> Bool {
        let filled = rows.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isEmpty }
        return !filled.isEmpty && filled.allSatisfy(PrintedNumber.matches)
    }

    /// A bar would end the cell, a line end the row; the others would be taken as formatting.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.safeForTerminal {
            switch character {
            case "|", "\\", "`", "*", "_", "<", "[", "]": escaped += "\\\(character)"
            case "\n": escaped += "<br>"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
