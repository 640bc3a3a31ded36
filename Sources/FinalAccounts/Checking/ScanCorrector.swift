/// Finds the fewest and likeliest other readings of scanned numbers that make all relations hold.
///
/// Only numbers with readings of OCR are touched; a correction counts only where one set of them mends
/// every failing relation around, breaks none, and no other set is nearly as likely.
struct ScanCorrector {
    struct Correction: Sendable, Hashable {
        let slot: Int
        let value: Int
        let text: String
    }

    private let slots: [Slot]
    private let equations: [Equation]
    /// The equations that a slot is in; those of equality between figures of tables.
    private var bySlot: [Int: [Int]] = [:]
    /// Changed values of the set under way.
    private var changed: [Int: Slot.Reading] = [:]
    private var found: [Solution] = []
    private var steps = 0

    fileprivate struct Solution {
        let changes: [Int: Slot.Reading]
        let cost: Double
    }

    /// More readings at once than this are no slips of single digits.
    private static let mostChanges = 4
    /// Sets that cost more are less likely than a misprint of the report itself.
    private static let dearest = 14.0
    /// How much likelier than the next the best set must be (natural logarithm).
    private static let margin = 2.0
    /// Readings tried for a group of failing relations.
    private static let mostSteps = 200_000

    init(_ slots: [Slot], _ statements: [Statement], _ builder: EquationBuilder) {
        self.slots = slots
        // what the prose says is no ground for changing a table
        equations = builder.equations.filter { equation in
            equation.sign == .equal && !equation.isRate
                && equation.terms.allSatisfy { !statements[slots[$0.slot].statement].isProse }
        }
        for (number, equation) in equations.enumerated() {
            for term in equation.terms { bySlot[term.slot, default: []].append(number) }
        }
    }

    /// None where nothing fails, or nothing explains it.
    var corrections: [Correction] {
        guard slots.contains(where: { !$0.readings.isEmpty }) else { return [] }
        return groups.flatMap(corrections)
    }

    // MARK: Groups

    /// Failing equations that share a number with other readings, directly or through others.
    private var groups: [[Int]] {
        var rest = Set(equations.indices.filter { equations[$0].outcome == .fails })
        var groups: [[Int]] = []
        for first in rest.sorted() where rest.contains(first) {
            var group: [Int] = []
            var open = [first]
            rest.remove(first)
            while let number = open.popLast() {
                group.append(number)
                for term in equations[number].terms where !slots[term.slot].readings.isEmpty {
                    for next in bySlot[term.slot] ?? [] where rest.remove(next) != nil {
                        open.append(next)
                    }
                }
            }
            groups.append(group.sorted())
        }
        return groups
    }

    private func corrections(_ group: [Int]) -> [Correction] {
        var search = self
        search.extend(group, cost: 0)
        let solutions = search.found.sorted { $0.cost < $1.cost }
        guard let best = solutions.first else { return [] }
        let rival = solutions.dropFirst().first { !$0.isExtension(of: best) }
        if let rival, rival.cost - best.cost < ScanCorrector.margin { return [] }
        return best.changes.sorted { $0.key < $1.key }.map {
            Correction(slot: $0.key, value: $0.value.value, text: $0.value.text)
        }
    }

    // MARK: Search

    private func value(_ slot: Int) -> Int { changed[slot]?.value ?? slots[slot].value }

    private func holds(_ number: Int) -> Bool {
        let equation = equations[number]
        let (difference, tolerance) = equation.evaluate(value, slots)
        return equation.outcome(difference, tolerance) != .fails
    }

    /// The equations that the changes touch, and those of the group, that fail now.
    private func failing(_ group: [Int]) -> Int? {
        for number in group where !holds(number) { return number }
        for slot in changed.keys.sorted() {
            for number in bySlot[slot] ?? [] where !holds(number) { return number }
        }
        return nil
    }

    /// Changes one more number of an equation that fails, until none does.
    private mutating func extend(_ group: [Int], cost: Double) {
        guard let number = failing(group) else {
            if !changed.isEmpty { found.append(Solution(changes: changed, cost: cost)) }
            return
        }
        guard changed.count < ScanCorrector.mostChanges, steps < ScanCorrector.mostSteps else {
            return
        }
        for term in equations[number].terms where changed[term.slot] == nil {
            for reading in slots[term.slot].readings {
                guard cost + reading.cost < bound else { break }
                steps += 1
                changed[term.slot] = reading
                extend(group, cost: cost + reading.cost)
                changed[term.slot] = nil
            }
        }
    }

    /// Dearer sets than this are no rivals of what is found already.
    private var bound: Double {
        min(
            ScanCorrector.dearest,
            (found.map(\.cost).min() ?? .infinity) + ScanCorrector.margin)
    }
}

extension ScanCorrector.Solution {
    /// It changes the same numbers to the same, and more: a worse answer, not another.
    fileprivate func isExtension(of other: Self) -> Bool {
        other.changes.allSatisfy { changes[$0.key]?.value == $0.value.value }
    }
}
