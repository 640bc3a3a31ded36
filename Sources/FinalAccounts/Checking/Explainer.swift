/// Finds for relations that fail the slip that explains them best.
///
/// Best is what mends the most failing relations and breaks none: a figure with another value, a
/// row whose figures stand one column off, two rows with each other's figures, a row that is lost.
struct Explainer {
    let slots: [Slot]
    let statements: [Statement]
    let equations: [Equation]
    /// The equations that a slot is in.
    private var byslot: [Int: [Int]] = [:]

    /// Explanations tried in a report at most: a table read wholly wrong has none.
    static let mostExplanations = 40

    init(_ slots: [Slot], _ statements: [Statement], _ equations: [Equation]) {
        self.slots = slots
        self.statements = statements
        self.equations = equations
        for (number, equation) in equations.enumerated() {
            for term in equation.terms { byslot[term.slot, default: []].append(number) }
        }
    }

    /// Explanations for these failing equations, the best first; what none explains is left out.
    func explanations(_ failing: Set<Int>) -> [Explanation] {
        var rest = failing
        var found: [Explanation] = []
        while !rest.isEmpty, found.count < Explainer.mostExplanations {
            guard let best = best(rest), !best.mended.isEmpty else { break }
            rest.subtract(best.mended)
            found.append(best)
        }
        return found
    }

    private func best(_ failing: Set<Int>) -> Explanation? {
        var candidates = figures(failing)
        candidates += rows(failing)
        candidates += lostRows(failing)
        let sound = candidates.filter { $0.broken == 0 && !$0.mended.isEmpty }
        guard let top = sound.map(rank).max() else { return nil }
        let tied = sound.filter { rank($0) == top }
        guard var result = tied.first else { return nil }
        result.others = tied.dropFirst().flatMap { $0.changes.map(\.slot) }
        return result
    }

    /// More mended first; then the simpler and the likelier.
    private func rank(_ explanation: Explanation) -> Int {
        let simple =
            switch explanation.kind {
            case .figure: 3
            case .shiftedRow: 2
            case .swappedRows: 1
            case .missingRow: 0
            }
        return explanation.mended.count * 10_000 + explanation.likelihood * 1000 + simple * 200
            + min(explanation.exact, 99)
    }

    // MARK: One figure

    private func figures(_ failing: Set<Int>) -> [Explanation] {
        var result: [Explanation] = []
        for slot in Set(failing.flatMap { equations[$0].terms.map(\.slot) }).sorted() {
            let own = (byslot[slot] ?? []).filter(failing.contains)
            var best: Explanation?
            for value in Set(own.flatMap { mends(slot, equations[$0]) }).sorted() {
                var explanation = Explanation(kind: .figure, changes: [(slot, value)])
                tally(&explanation, failing)
                explanation.likelihood = likelihood(slot, value)
                if best.map({
                    rank(explanation) > rank($0) || $0.broken > 0 && explanation.broken == 0
                })
                    ?? true
                {
                    best = explanation
                }
            }
            if let best, best.mended.count == own.count { result.append(best) }
        }
        return result
    }

    /// Values of a figure that make an equation hold: the exact one, and those that are one digit off the printed one
    /// and near enough for rounding.
    private func mends(_ slot: Int, _ equation: Equation) -> [Int] {
        guard let exact = mend(slot, equation) else { return [] }
        guard !equation.isRate, equation.tolerance >= slots[slot].place else { return [exact] }
        let printed = slots[slot].value
        guard printed != 0, (printed < 0) == (exact < 0) else { return [exact] }
        var near: [Int] = []
        var power = max(1, slots[slot].place)
        while power <= printed.magnitude {
            let digit = abs(printed) / power % 10
            for other in 0...9 where other != digit {
                let value = printed + (printed < 0 ? -1 : 1) * (other - digit) * power
                if abs(value - exact) <= equation.tolerance { near.append(value) }
            }
            power *= 10
        }
        return [exact] + near
    }

    /// The value of a figure that makes an equation hold.
    private func mend(_ slot: Int, _ equation: Equation) -> Int? {
        if equation.isRate {
            return equation.terms.count == 3 ? mendRate(slot, equation) : mendRate(equation, slot)
        }
        let factor = equation.terms.reduce(0) { $1.slot == slot ? $0 + $1.factor : $0 }
        guard abs(factor) == 1 else { return nil }
        return slots[slot].value - factor * equation.difference
    }

    private func mendRate(_ slot: Int, _ equation: Equation) -> Int? {
        let values = equation.terms.map { Int128(slots[$0.slot].value) }
        let unit = Int128(1_000_000)
        let wanted: Int128
        switch slot {
        case equation.terms[1].slot: wanted = values[0] * values[2] / unit
        case equation.terms[2].slot where values[0] != 0: wanted = values[1] * unit / values[0]
        case equation.terms[0].slot where values[2] != 0: wanted = values[1] * unit / values[2]
        default: return nil
        }
        let place = Int128(slots[slot].place)
        return Int(truncatingIfNeeded: (wanted + place / 2) / place * place)
    }

    /// The rate that the figures have, where it is of a sum.
    private func mendRate(_ equation: Equation, _ slot: Int) -> Int? {
        guard slot == equation.terms[0].slot else { return nil }
        let whole = equation.terms[2...].reduce(0) { $0 + $1.factor * slots[$1.slot].value }
        guard whole != 0 else { return nil }
        let place = Int128(slots[slot].place)
        let wanted = Int128(slots[equation.terms[1].slot].value) * 1_000_000 / Int128(whole)
        return Int(truncatingIfNeeded: (wanted + place / 2) / place * place)
    }

    /// Counts what the changes mend and break.
    private func tally(_ explanation: inout Explanation, _ failing: Set<Int>) {
        var touched: Set<Int> = []
        for change in explanation.changes { touched.formUnion(byslot[change.slot] ?? []) }
        for number in touched.sorted() {
            let equation = equations[number]
            let (difference, tolerance) = equation.evaluate(
                { slot in explanation.changes.first { $0.slot == slot }?.value ?? slots[slot].value
                },
                slots)
            let outcome = equation.outcome(difference, tolerance)
            if difference == 0 { explanation.exact += 1 }
            if outcome != .fails, failing.contains(number) {
                explanation.mended.append(number)
            } else if outcome == .fails, equation.outcome != .fails {
                explanation.broken += 1
            }
        }
    }

    /// How likely a slip makes the printed figure of the right one.
    func likelihood(_ slot: Int, _ value: Int) -> Int {
        let printed = slots[slot].value
        let place = max(1, slots[slot].place)
        if slots[slot].state == .blank { return value < 0 ? 0 : 1 }
        if printed == -value { return 3 }
        if value < 0 && printed >= 0 { return 0 }
        let old = Array(String(abs(printed / place)).utf8)
        let new = Array(String(abs(value / place)).utf8)
        if value % place != 0 { return 0 }
        if value == 0 { return 2 }
        let width = max(old.count, new.count, 3)
        let a = [UInt8](repeating: 48, count: width - old.count) + old
        let b = [UInt8](repeating: 48, count: width - new.count) + new
        let different = a.indices.filter { a[$0] != b[$0] }
        if different.count == 1 { return 3 }
        if different.count == 2, a[different[0]] == b[different[1]],
            a[different[1]] == b[different[0]]
        {
            return 3
        }
        return 1
    }

    // MARK: Rows

    private func rows(_ failing: Set<Int>) -> [Explanation] {
        var count: [LinePlace: Int] = [:]
        for number in failing {
            for line in Set(equations[number].terms.map { LinePlace(slots[$0.slot]) }) {
                count[line, default: 0] += 1
            }
        }
        var result: [Explanation] = []
        for line in count.filter({ $0.value > 1 }).keys.sorted() {
            for hypothesis in shifts(line) + swaps(line) {
                var explanation = hypothesis
                tally(&explanation, failing)
                explanation.likelihood = 2
                if explanation.mended.count > 1 { result.append(explanation) }
            }
        }
        return result
    }

    private func shifts(_ place: LinePlace) -> [Explanation] {
        let statement = statements[place.statement]
        guard !statement.isProse else { return [] }
        let range = Array(statement.slots(of: statement.lines[place.line]))
        guard range.count > 1 else { return [] }
        let values = range.map { slots[$0].value }
        let left = Array(values.dropFirst()) + [0]
        let right = [0] + Array(values.dropLast())
        return [left, right].map { moved in
            var moved = moved
            // what fell off the edge stands again where the row's relation wants it
            let edge = moved == left ? range.count - 1 : 0
            moved[edge] = restored(range, moved, edge)
            return Explanation(
                kind: .shiftedRow,
                changes: zip(range, moved).filter { slots[$0].value != $1 }.map { ($0, $1) })
        }
    }

    /// The value at the edge of a shifted row that makes one of its relations hold.
    private func restored(_ range: [Int], _ moved: [Int], _ edge: Int) -> Int {
        for number in byslot[range[edge]] ?? [] where !equations[number].isRate {
            let equation = equations[number]
            let factor = equation.terms.first { $0.slot == range[edge] }?.factor ?? 1
            let (difference, _) = equation.evaluate(
                { slot in range.firstIndex(of: slot).map { moved[$0] } ?? slots[slot].value }, slots
            )
            return -factor * difference
        }
        return 0
    }

    private func swaps(_ place: LinePlace) -> [Explanation] {
        let statement = statements[place.statement]
        guard !statement.isProse else { return [] }
        let line = statement.lines[place.line]
        let next = statement.lines.indices.first {
            $0 > place.line && statement.lines[$0].figures == line.figures
        }
        guard let next else { return [] }
        let one = statement.slots(of: line)
        let other = statement.slots(of: statement.lines[next])
        let changes = zip(one, other).flatMap { [($0, slots[$1].value), ($1, slots[$0].value)] }
        return [
            Explanation(
                kind: .swappedRows,
                changes: changes.filter { slots[$0.0].value != $0.1 }.map {
                    (slot: $0.0, value: $0.1)
                })
        ]
    }

    /// Sums that lack as much in several columns: a row of theirs is not there.
    private func lostRows(_ failing: Set<Int>) -> [Explanation] {
        var groups: [LinePlace: [Int]] = [:]
        for number in failing.sorted() where equations[number].terms.count > 1 {
            let equation = equations[number]
            guard !equation.isRate, let first = equation.terms.first, first.factor == 1 else {
                continue
            }
            let isSum = equation.terms.dropFirst().allSatisfy {
                $0.factor == -1 && slots[$0.slot].measure == slots[first.slot].measure
                    && slots[$0.slot].statement == slots[first.slot].statement
            }
            if isSum { groups[LinePlace(slots[first.slot]), default: []].append(number) }
        }
        let lacking = groups.filter { group in
            let signs = Set(group.value.map { equations[$0].difference.signum() })
            return signs == [1] || signs == [-1] && group.value.count > 1
        }
        return lacking.sorted { $0.key < $1.key }.map { _, numbers in
            var explanation = Explanation(
                kind: .missingRow,
                changes: numbers.map { (equations[$0].terms[0].slot, equations[$0].difference) })
            explanation.mended = numbers
            // a lost row is likelier than a figure read as quite another
            explanation.likelihood = numbers.count > 1 ? 1 : 2
            return explanation
        }
    }
}

/// A row of a statement.
struct LinePlace: Hashable, Comparable {
    let statement: Int
    let line: Int

    init(_ slot: Slot) {
        statement = slot.statement
        line = slot.line
    }

    static func < (one: LinePlace, other: LinePlace) -> Bool {
        (one.statement, one.line) < (other.statement, other.line)
    }
}
