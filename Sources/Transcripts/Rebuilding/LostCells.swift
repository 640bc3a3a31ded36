internal import FinalAccounts
internal import TableRecognition

/// Finds rows that lost a cell, so that what follows stands a column too far to the left.
///
/// What the other rows have in each column tells where the gap can be, and the relations of the
/// table. Several places that are as good leave the cells between them in doubt.
struct LostCells {
    /// How a cell looks.
    private enum Look: Hashable {
        case empty, percent, number, text

        init(_ text: String) {
            if text.isEmpty {
                self = .empty
            } else if text.hasSuffix("%") {
                self = .percent
            } else {
                self = NumberShape(text).isNumber ? .number : .text
            }
        }
    }

    /// So many rows must look alike for a column to have a look.
    private static let share = 0.75
    private static let fewestRows = 4
    /// More cells than this are another table.
    private static let most = 2
    /// A row with fewer of its cells filled than this share is a short one, such as a total.
    private static let leastFilled = 0.6

    /// No official table is wider.
    private static let mostColumns = 100

    private let looks: [Look?]
    /// How well a row agrees with the relations of its table.
    private let agreement: ([String]) -> Int

    init(_ grid: TranscriptGrid, from first: Int, agreement: @escaping ([String]) -> Int) {
        self.agreement = agreement
        let body = Array(grid.rows.dropFirst(first))
        looks = (0..<grid.columnCount).map { column in
            guard body.count >= LostCells.fewestRows else { return nil }
            var counts: [Look: Int] = [:]
            for row in body { counts[Look(row[column].text), default: 0] += 1 }
            let most = counts.max { $0.value < $1.value }
            return most.flatMap {
                Double($0.value) >= LostCells.share * Double(body.count) ? $0.key : nil
            }
        }
    }

    /// The row with its gap; nil where nothing is lost, or nothing fits.
    func mended(_ row: [TranscriptGrid.Cell]) -> [TranscriptGrid.Cell]? {
        let texts = row.map(\.text)
        let filled = texts.count { !$0.isEmpty }
        guard texts.count <= LostCells.mostColumns, mismatches(texts) > 0,
            Double(filled) >= LostCells.leastFilled * Double(texts.count)
        else { return nil }
        let spare = texts.reversed().prefix { $0.isEmpty }.count
        for count in stride(from: 1, through: min(spare, LostCells.most), by: 1) {
            var candidates = places(texts, count).map { widened(texts, $0, count) }
            let least = candidates.map(mismatches).min() ?? Int.max
            guard least < mismatches(texts) else { continue }
            candidates = candidates.filter { mismatches($0) == least }
            if candidates.count > 1 {
                let scores = candidates.map(agreement)
                let best = scores.max()
                candidates = zip(candidates, scores).filter { $0.1 == best }.map(\.0)
            }
            return merged(row, candidates)
        }
        return nil
    }

    /// Where the gap can begin.
    private func places(_ texts: [String], _ count: Int) -> Range<Int> {
        0..<(texts.lastIndex { !$0.isEmpty } ?? -1) + 1
    }

    private func widened(_ texts: [String], _ place: Int, _ count: Int) -> [String] {
        var result = texts
        result.insert(contentsOf: Array(repeating: "", count: count), at: place)
        result.removeLast(count)
        return result
    }

    /// Cells that do not look like their column; blank ones fit everywhere.
    private func mismatches(_ texts: [String]) -> Int {
        zip(texts, looks).count { text, look in
            guard let look, !text.isEmpty else { return false }
            return Look(text) != look
        }
    }

    /// One reading, with a doubt where the others differ.
    private func merged(
        _ row: [TranscriptGrid.Cell], _ candidates: [[String]]
    ) -> [TranscriptGrid.Cell] {
        let chosen = candidates[candidates.count - 1]
        return chosen.indices.map { column in
            var cell = TranscriptGrid.Cell(chosen[column])
            cell.raw = row[column].text
            if candidates.contains(where: { $0[column] != chosen[column] }) {
                cell.doubt = "a cell of this row was lost; it is not known which"
            }
            return cell
        }
    }
}
