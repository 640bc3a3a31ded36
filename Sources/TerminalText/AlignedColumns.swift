/// Lines of short texts set under each other, for lists that are no tables of the document.
public enum AlignedColumns {
    /// Each column as wide as its widest text, two spaces between; `right` names the columns that
    /// are set to the right.
    public static func lines(_ rows: [[String]], right: Set<Int> = []) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].displayWidth : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, text in
                text.padded(to: widths[column], alignment: right.contains(column) ? .right : .left)
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
