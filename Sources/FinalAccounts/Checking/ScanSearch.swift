/// Looks for sets of other readings that make all of some failing relations hold and break none.
struct ScanSearch {
    struct Solution {
        let changes: [Int: Slot.Reading]
        let cost: Double

        /// It changes the same numbers to the same, and more: a worse answer, not another.
        func isExtension(of other: Solution) -> Bool {
            other.changes.allSatisfy { changes[$0.key]?.value == $0.value.value }
        }
    }

    private(set) var found: [Solution] = []
    private let slots: [Slot]
    private let equations: [Equation]
    private let bySlot: [Int: [Int]]
    /// The set under way.
    private var changed: [Int: Slot.Reading] = [:]
    private var steps = 0

    /// More readings at once than this are no slips of single digits.
    private static let mostChanges = 4
    /// Sets that cost more are less likely than a misprint of the report itself.
    private static let dearest = 14.0
    /// Readings tried for a group of failing relations.
    private static let mostSteps = 100_000

    init(_ slots: [Slot], _ equations: [Equation], _ bySlot: [Int: [Int]]) {
        self.slots = slots
        self.equations = equations
        self.bySlot = bySlot
    }

    /// Changes one more number of an equation that fails, until none of the group does.
    mutating func extend(_ group: [Int], cost: Double = 0) {
        guard let number = failing(group) else {
            if !changed.isEmpty { found.append(Solution(changes: changed, cost: cost)) }
            return
        }
        guard changed.count < ScanSearch.mostChanges else { return }
        for term in equations[number].terms where changed[term.slot] == nil {
            for reading in slots[term.slot].readings {
                guard cost + reading.cost < bound, steps < ScanSearch.mostSteps else { break }
                steps += 1
                changed[term.slot] = reading
                extend(group, cost: cost + reading.cost)
                changed[term.slot] = nil
            }
        }
    }

    /// The first equation of the group, or of those that the changes touch, that fails now.
    private func failing(_ group: [Int]) -> Int? {
        for number in group where !holds(number) { return number }
        for slot in changed.keys.sorted() {
            for number in bySlot[slot] ?? [] where !holds(number) { return number }
        }
        return nil
    }

    private func holds(_ number: Int) -> Bool {
        let equation = equations[number]
        let (difference, tolerance) = equation.evaluate(
            { changed[$0]?.value ?? slots[$0].value }, slots)
        return equation.outcome(difference, tolerance) != .fails
    }

    /// Dearer sets than this are no rivals of what is found already.
    private var bound: Double {
        min(ScanSearch.dearest, (found.map(\.cost).min() ?? .infinity) + ScanCorrector.margin)
    }
}
