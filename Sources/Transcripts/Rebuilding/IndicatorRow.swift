internal import FinalAccounts

/// A row of a form's indicators: levels, name, target, what was achieved, weight, score, deviation
/// and its reason, whichever of them are printed.
struct IndicatorRow {
    private(set) var cells: [Int: TranscriptGrid.Cell] = [:]
    private(set) var isUnderstood = true

    private typealias Column = FormRebuilder.Column
    private static let doubt = "a cell of this row was lost; this text may belong elsewhere"

    init(_ texts: [String], _ words: FormWords) {
        var rest = texts.flatMap(IndicatorRow.parted)[...]
        if let first = rest.first, words.isSection(first), rest.count > 1 {
            cells[Column.section] = TranscriptGrid.Cell(rest.removeFirst())
        }
        if let first = rest.first, words.isLevel(first, 0) {
            cells[Column.label] = TranscriptGrid.Cell(rest.removeFirst())
        }
        // a level may stand twice where the transcript lost a line
        while let first = rest.first, words.isLevel(first, 1) {
            let before = cells[Column.second]?.text
            rest.removeFirst()
            cells[Column.second] = TranscriptGrid.Cell(
                before.map { $0 + " " + first } ?? first)
        }
        take(Array(rest), words)
    }

    private mutating func take(_ rest: [String], _ words: FormWords) {
        var rest = rest
        let tail = IndicatorRow.tail(rest)
        for (column, text) in zip(Column.weight..., tail.figures) {
            cells[column] = TranscriptGrid.Cell(text)
        }
        if !tail.reason.isEmpty {
            cells[Column.reason] = TranscriptGrid.Cell(tail.reason.joined(separator: " "))
        }
        rest.removeLast(tail.figures.count + tail.reason.count)
        // the heading of the last column, a row too low
        if tail.figures.isEmpty, rest.count > 1, let last = rest.last, last.contains("偏差原因") {
            cells[Column.reason] = TranscriptGrid.Cell(rest.removeLast())
        }
        switch rest.count {
        case 0: break
        case 1...3 where tail.figures.isEmpty || rest.count == 3:
            for (column, text) in zip(Column.name..., rest) {
                cells[column] = TranscriptGrid.Cell(text)
            }
        case 1, 2:
            // what is missing is the name, or what was to be reached: not known
            for (column, text) in zip((Column.weight - rest.count)..., rest) {
                cells[column] = TranscriptGrid.Cell(text, doubt: IndicatorRow.doubt)
            }
        default: isUnderstood = false
        }
    }

    /// Weight, score and deviation at the end, and the reason after them.
    private static func tail(_ rest: [String]) -> (figures: [String], reason: [String]) {
        for end in stride(from: rest.count - 1, through: 2, by: -1)
        where rest[end].hasSuffix("%") && isPlain(rest[end - 1]) && isPlain(rest[end - 2]) {
            return (Array(rest[(end - 2)...end]), Array(rest[(end + 1)...]))
        }
        if rest.count >= 2, isPlain(rest[rest.count - 1]), isPlain(rest[rest.count - 2]) {
            return (Array(rest.suffix(2)), [])
        }
        return ([], [])
    }

    private static func isPlain(_ text: String) -> Bool { ExactAmount(text) != nil }

    /// 760.00%部分预算资金未下达: two cells that ran together.
    private static func parted(_ text: String) -> [String] {
        guard let sign = text.firstIndex(of: "%") else { return [text] }
        let end = text.index(after: sign)
        guard end < text.endIndex, ExactAmount(text[..<sign]) != nil, !text[end].isNumber,
            text[end] != "/"
        else { return [text] }
        return [String(text[..<end]), String(text[end...])]
    }
}
