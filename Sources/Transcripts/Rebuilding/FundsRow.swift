internal import FinalAccounts

/// Sets the figures of a row of a form's funds under their columns.
///
/// There are six, of which transcripts lose some. The budgets and what was spent come first; where
/// the others belong follows from the rate (what was spent of the budget) and from the score, which
/// is no more than its weight.
struct FundsRow {
    static let measures = [
        "initial-budget", "year-budget", "executed", "weight", "execution-rate", "score",
    ]
    private static let money = 3
    private static let doubt = "a cell of this row was lost; this figure may belong elsewhere"
    private static let surplus = "the row has more figures than the form has columns"

    /// The measures that the heading prints.
    var printed: [String] = []

    init(_ words: FormWords) {}

    static func number(_ text: String) -> ExactAmount? {
        ExactAmount(text.hasSuffix("%") ? String(text.dropLast()) : text)
    }

    static func isValue(_ text: String) -> Bool { text == "-" || number(text) != nil }

    /// Six cells, and what is left over.
    func placed(_ texts: [String]) -> [TranscriptGrid.Cell] {
        var cells = FundsRow.measures.map { _ in TranscriptGrid.Cell() }
        guard texts.count > FundsRow.money else {
            for (index, text) in texts.enumerated() { cells[index] = TranscriptGrid.Cell(text) }
            return cells
        }
        let rest = Array(texts.dropFirst(FundsRow.money).prefix(3))
        let (places, isSure) = places(of: rest, texts)
        for (index, text) in texts.prefix(FundsRow.money).enumerated() {
            cells[index] = TranscriptGrid.Cell(text)
        }
        for (place, text) in zip(places, rest) {
            cells[place] = TranscriptGrid.Cell(text, doubt: isSure ? nil : FundsRow.doubt)
        }
        for text in texts.dropFirst(FundsRow.measures.count) {
            cells.append(TranscriptGrid.Cell(text, doubt: FundsRow.surplus))
        }
        return cells
    }

    /// Which of weight, rate and score each figure is, and whether nothing else fits as well.
    private func places(of rest: [String], _ texts: [String]) -> (places: [Int], isSure: Bool) {
        let all: [[Int]] =
            switch rest.count {
            case 1: [[3], [4], [5]]
            case 2: [[3, 4], [3, 5], [4, 5]]
            default: [[3, 4, 5]]
            }
        let ranked = all.map { ($0, rank($0, rest, texts)) }
        guard let best = ranked.map(\.1).max() else { return ([], false) }
        let fits = ranked.filter { $0.1 == best }
        return (fits[0].0, fits.count == 1 && best >= 0)
    }

    /// How well figures fit their places; below zero where they cannot stand there.
    private func rank(_ places: [Int], _ rest: [String], _ texts: [String]) -> Int {
        var values: [Int: String] = [:]
        for (place, text) in zip(places, rest) { values[place] = text }
        var rank = 0
        if let rate = values[4].flatMap(FundsRow.number) {
            guard let fits = fits(rate, texts) else { return -1 }
            rank += fits
        }
        let weight = values[3].flatMap(FundsRow.number)
        let score = values[5].flatMap(FundsRow.number)
        if let weight, let score, FundsRow.isMore(score, weight) { rank -= 4 }
        // a row without a weight has no score
        if values[3] == "-", score != nil { rank -= 4 }
        if values[4] == "-" { rank -= 1 }
        if let weight, weight.shortest == ExactAmount(units: 10, scale: 0) { rank += 1 }
        return rank
    }

    /// 2 for a rate that follows from the figures, 0 for one that says nothing; nil for another.
    private func fits(_ rate: ExactAmount, _ texts: [String]) -> Int? {
        guard let budget = FundsRow.number(texts[1])?.rescaled(to: 6),
            let executed = FundsRow.number(texts[2])?.rescaled(to: 6),
            let given = rate.rescaled(to: 6)
        else { return nil }
        if budget == 0 { return given == 0 ? 0 : nil }
        let wanted = Int128(executed) * 100_000_000 / Int128(budget)
        let difference = wanted - Int128(given)
        // printed figures are rounded
        guard abs(Int(truncatingIfNeeded: difference)) <= 600_000 else { return nil }
        return given == 0 ? 0 : 2
    }

    private static func isMore(_ one: ExactAmount, _ other: ExactAmount) -> Bool {
        guard let a = one.rescaled(to: 6), let b = other.rescaled(to: 6) else { return false }
        return a > b
    }
}
