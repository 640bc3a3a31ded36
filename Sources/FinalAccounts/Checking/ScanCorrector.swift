/// Finds the fewest and likeliest other readings of scanned numbers that make the relations hold.
///
/// Only numbers with readings of OCR are touched. A reading is taken where it mends relations, breaks none,
/// and no other is nearly as likely; of figures of which one or the other must be wrong, both are doubtful.
struct ScanCorrector {
    /// Another value for a figure.
    struct Correction: Sendable, Hashable {
        let slot: Int
        let value: Int
        let text: String
    }

    private(set) var corrections: [Correction] = []
    /// Figures of which one is wrong, but not sure which.
    private(set) var doubtful: Set<Int> = []
    private var slots: [Slot]
    private var equations: [Equation]
    /// The equations that a slot is in.
    private var bySlot: [Int: [Int]] = [:]

    /// How much likelier than the next the best must be (all weights are natural logarithms).
    static let margin = 2.0
    /// What a relation that fails, or that only rounding excuses, says against its figures.
    ///
    /// Equal figures
    /// of two tables come from one ledger: they hardly ever differ, where sums of rounded figures may.
    private static let failure = 5.0
    private static let inexactSum = 3.0
    private static let inexactCopy = 6.0

    init(_ slots: [Slot], _ statements: [Statement], _ builder: EquationBuilder) {
        self.slots = slots
        // what the prose says is no ground for changing a table
        equations = builder.equations.filter { equation in
            equation.sign == .equal && !equation.isRate
                && equation.terms.allSatisfy { !statements[slots[$0.slot].statement].isProse }
        }
        guard slots.contains(where: { !$0.readings.isEmpty }) else { return }
        for (number, equation) in equations.enumerated() {
            for term in equation.terms { bySlot[term.slot, default: []].append(number) }
        }
        correctOneByOne(.failing)
        for group in groups { correct(group) }
        correctOneByOne(.inexact)
    }

    private mutating func apply(_ correction: Correction) {
        corrections.append(correction)
        slots[correction.slot].value = correction.value
        slots[correction.slot].readings = []
        for number in bySlot[correction.slot] ?? [] { equations[number].settle(slots) }
    }

    // MARK: One by one

    /// What is to be mended.
    private enum Fault { case failing, inexact }

    fileprivate struct Candidate {
        let correction: Correction
        /// What the relations say for it, less what the reading itself costs.
        let gain: Double
        /// Equations that it mends.
        let mended: Set<Int>
    }

    /// Takes the reading with the best reasons, as long as there is one without a rival.
    private mutating func correctOneByOne(_ fault: Fault) {
        var disputed: Set<Int> = []
        while true {
            let candidates = slots.indices.flatMap { self.candidates($0, fault) }
                .sorted { $0.gain > $1.gain }
            let best = candidates.first { candidate in
                !disputed.contains(candidate.correction.slot)
                    && !candidates.contains { $0.isRival(of: candidate) }
            }
            guard let best else { break }
            // each slot once: an endless to and fro is no correction
            disputed.insert(best.correction.slot)
            apply(best.correction)
        }
    }

    private func candidates(_ slot: Int, _ fault: Fault) -> [Candidate] {
        let own = bySlot[slot] ?? []
        guard !slots[slot].readings.isEmpty, own.contains(where: { isFaulty($0, fault) }) else {
            return []
        }
        return slots[slot].readings.compactMap { reading in
            guard let (weight, mended) = effect(slot, reading.value, own, fault),
                weight > reading.cost + ScanCorrector.margin
            else { return nil }
            return Candidate(
                correction: Correction(slot: slot, value: reading.value, text: reading.text),
                gain: weight - reading.cost, mended: mended)
        }
    }

    private func isFaulty(_ number: Int, _ fault: Fault) -> Bool {
        switch fault {
        case .failing: equations[number].outcome == .fails
        case .inexact: equations[number].outcome == .rounding
        }
    }

    /// What a value changes in the relations of its figure; nil where it breaks one or mends none.
    private func effect(
        _ slot: Int, _ value: Int, _ own: [Int], _ fault: Fault
    ) -> (weight: Double, mended: Set<Int>)? {
        var weight = 0.0
        var mended: Set<Int> = []
        for number in own {
            let equation = equations[number]
            let (difference, tolerance) = equation.evaluate(
                { $0 == slot ? value : slots[$0].value }, slots)
            let outcome = equation.outcome(difference, tolerance)
            if outcome == .fails, equation.outcome != .fails { return nil }
            let before = self.weight(equation, equation.outcome, equation.difference)
            let after = self.weight(equation, outcome, difference)
            weight += before - after
            let isMended =
                fault == .failing ? outcome != .fails : after + ScanCorrector.margin < before
            if isFaulty(number, fault), isMended { mended.insert(number) }
        }
        return mended.isEmpty ? nil : (weight, mended)
    }

    private func weight(
        _ equation: Equation, _ outcome: Equation.Outcome, _ difference: Int
    ) -> Double {
        let count = equation.nonZeroCount(slots)
        switch outcome {
        case .holds: return 0
        case .rounding where count <= 2: return ScanCorrector.inexactCopy
        case .rounding:
            // the rounding of so many figures adds up to their root, seldom to all that is allowed
            let share = Double(difference) / Double(max(1, equation.tolerance))
            return ScanCorrector.inexactSum + 1.5 * Double(count) * share * share
        case .fails: return ScanCorrector.failure + ScanCorrector.mostInexact(count)
        }
    }

    /// A relation that fails says more than any that rounding may excuse.
    private static func mostInexact(_ count: Int) -> Double {
        max(inexactCopy, inexactSum + 1.5 * Double(count))
    }

    // MARK: Groups

    /// Failing equations that share a number that may well be another.
    private var groups: [[Int]] {
        var rest = Set(equations.indices.filter { equations[$0].outcome == .fails })
        var groups: [[Int]] = []
        for first in rest.sorted() where rest.remove(first) != nil {
            var group: [Int] = []
            var open = [first]
            while let number = open.popLast() {
                group.append(number)
                for term in equations[number].terms where slots[term.slot].isUnsure {
                    for next in bySlot[term.slot] ?? [] where rest.remove(next) != nil {
                        open.append(next)
                    }
                }
            }
            groups.append(group.sorted())
        }
        return groups
    }

    private mutating func correct(_ group: [Int]) {
        var search = ScanSearch(slots, equations, bySlot)
        search.extend(group)
        let solutions = search.found.sorted { $0.cost < $1.cost }
        guard let best = solutions.first else { return }
        let rivals = solutions.dropFirst().filter {
            !$0.isExtension(of: best) && $0.cost - best.cost < ScanCorrector.margin
        }
        guard rivals.isEmpty else {
            for solution in [best] + rivals { doubtful.formUnion(solution.changes.keys) }
            return
        }
        for (slot, reading) in best.changes.sorted(by: { $0.key < $1.key }) {
            apply(Correction(slot: slot, value: reading.value, text: reading.text))
        }
    }
}

extension ScanCorrector.Candidate {
    /// It mends the same, nearly as well, in another way.
    fileprivate func isRival(of other: Self) -> Bool {
        correction != other.correction && !mended.isDisjoint(with: other.mended)
            && gain > other.gain - ScanCorrector.margin
    }
}

extension Slot {
    /// Readings that cost more are possible, but nothing speaks for them.
    static let likely = 6.5

    /// OCR itself holds another reading for possible.
    var isUnsure: Bool { readings.contains { $0.cost < Slot.likely } }

    /// Values that it may well have instead of its own.
    var likelyValues: [Int] {
        let others =
            readings.filter { $0.cost < Slot.likely }.map(\.value) + [read].compactMap { $0 }
        return others.filter { $0 != value }
    }
}
