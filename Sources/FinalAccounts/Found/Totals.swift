/// Lines that are called totals, and balances carried forward.
extension LineSearch {
    /// Tries for each total which lines it may be the sum of.
    mutating func findTotals(_ pool: inout FamilyPool) {
        for total in totals() where !isExplained[total] && lines.fullness[total] > 0 {
            let label = lines.labels[total]
            let active = self.active
            let place =
                total == active.first ? "first" : total == active.last ? "last" : "between"
            for (reading, terms) in readings(of: total) where !terms.isEmpty {
                let families = [label.key, place, ""].map {
                    RelationFamily(
                        kind: .total, direction: lines.direction, reading: reading + " " + $0)
                }
                let formula = Formula(target: total, sum: terms, labels: lines.labels)
                // what holds is not tried otherwise, whether it is believed yet or not
                if consider(families, [formula], &pool) != .fails { break }
            }
        }
    }

    /// Rows in their order, columns from the innermost header outwards.
    private func totals() -> [Int] {
        let totals = lines.labels.indices.filter { lines.labels[$0].isTotal }
        guard lines.direction == .columns else { return totals }
        return totals.sorted {
            (-lines.paths[$0].count, $0) < (-lines.paths[$1].count, $1)
        }
    }

    private func readings(of total: Int) -> [(reading: String, terms: [Int])] {
        let active = self.active.filter { $0 != total && !lines.labels[$0].isPart }
        let isTotal = { (line: Int) in lines.labels[line].isTotal }
        let above = active.filter { $0 < total }
        let below = active.filter { $0 > total }
        let since = above.lastIndex(where: isTotal).map { Array(above[($0 + 1)...]) } ?? above
        let until = Array(below.prefix { !isTotal($0) })
        var readings: [(String, [Int])] = []
        if lines.direction == .columns { readings.append(("span", span(of: total, active))) }
        if let last = above.last(where: isTotal) { readings.append(("running", [last] + since)) }
        readings.append(("since", since))
        let totals = above.filter(isTotal)
        if totals.count > 1 {
            readings.append(("last totals", Array(totals.suffix(2))))
            if totals.count > 2 { readings.append(("totals", totals)) }
        }
        if above.count > since.count { readings.append(("above", above)) }
        readings.append(("until", until))
        if below.count > until.count { readings.append(("below", below)) }
        let later = below.filter(isTotal)
        if later.count > 1 { readings.append(("later totals", later)) }
        return readings
    }

    /// The other columns below the same header.
    private func span(of total: Int, _ active: [Int]) -> [Int] {
        let path = lines.paths[total]
        guard path.count > 1 else { return [] }
        let head = path.dropLast()
        return active.filter { lines.paths[$0].starts(with: head) }
    }

    /// Closing balance = opening balance + additions − deductions.
    mutating func findBalances(_ pool: inout FamilyPool) {
        var opening: Int?
        var movements: [Formula.Term] = []
        for line in lines.labels.indices {
            let label = lines.labels[line]
            if label.isOpening {
                opening = line
                movements = []
            } else if label.isClosing {
                if let start = opening, !movements.isEmpty, !isExplained[line] {
                    let family = RelationFamily(
                        kind: .balance, direction: lines.direction, reading: "")
                    let terms = [Formula.Term(line: start, factor: 1)] + movements
                    _ = consider([family], [Formula(target: line, terms: terms)], &pool)
                }
                opening = line
                movements = []
            } else if let factor = label.movement, !isConsumed[line] {
                movements.append(Formula.Term(line: line, factor: factor))
            }
        }
    }

    /// Both sides of a table come to the same.
    mutating func findSides(_ pool: inout FamilyPool) {
        guard lines.isSides else { return }
        let family = RelationFamily(kind: .total, direction: .columns, reading: "sides")
        let term = Formula.Term(line: 1, factor: 1)
        _ = consider([family], [Formula(target: 0, terms: [term])], &pool)
    }
}
