/// Which figures of the prose are wrong where what it says does not hold.
///
/// A figure is named with the value that would mend all that fails around it and break nothing; where
/// several would, or none, the sentence's figures are given as they are.
struct ProseDoubts {
    struct Doubt {
        /// The equation that says best what is wrong.
        var equation: Int
        /// The figures that would mend it, by their slots, with the values that would; the likeliest first.
        var mends: [(slot: Int, value: Int)]
        /// All equations that it explains.
        var mended: [Int]
        /// It is one figure rather than any other.
        var isSure: Bool
    }

    private let slots: [Slot]
    private let equations: [Equation]
    private let explainer: Explainer
    private var bySlot: [Int: [Int]] = [:]

    init(_ slots: [Slot], _ statements: [Statement], _ equations: [Equation]) {
        self.slots = slots
        self.equations = equations
        explainer = Explainer(slots, statements, equations)
        for (number, equation) in equations.enumerated() {
            // a change is part of what it is a rate of, too
            for slot in Set(equation.terms.map(\.slot)) where slots[slot].origin.prose != nil {
                bySlot[slot, default: []].append(number)
            }
        }
    }

    /// What is wrong where these equations fail.
    func doubts(_ failing: [Int]) -> [Doubt] {
        var rest = failing
        var result: [Doubt] = []
        while let first = rest.first {
            let doubt = doubt(first, Set(rest))
            let mended = Set(doubt.mended)
            rest.removeAll { $0 == first || mended.contains($0) }
            result.append(doubt)
        }
        return result
    }

    /// How likely a changed digit is, or two that changed places.
    private static let likely = 3

    private struct Candidate {
        var slot: Int
        var value: Int
        var mended: [Int]
        var likelihood: Int
        var rank: Int { mended.count * 10 + likelihood }
    }

    private func doubt(_ number: Int, _ failing: Set<Int>) -> Doubt {
        // the figures of this equation, and those of the ones that fail with it
        let linked = Set(figures(number).flatMap { bySlot[$0] ?? [] }).filter(failing.contains)
        let candidates = Set(linked.flatMap(figures)).sorted().compactMap { candidate($0, failing) }
            .filter { $0.mended.contains(number) }
        guard let top = candidates.map(\.rank).max() else {
            return Doubt(equation: number, mends: [], mended: [number], isSure: false)
        }
        let best = candidates.filter { $0.rank == top }
        let mended = best[0].mended
        let isSure =
            best.count == 1
            && (candidates.count == 1 || mended.count > 1
                || best[0].likelihood == ProseDoubts.likely)
        return Doubt(
            equation: mended.first ?? number, mends: best.map { ($0.slot, $0.value) },
            mended: mended, isSure: isSure)
    }

    private func figures(_ number: Int) -> [Int] {
        equations[number].terms.map(\.slot).filter { slots[$0].origin.prose != nil }
    }

    /// The value of a figure that mends most and breaks nothing.
    private func candidate(_ slot: Int, _ failing: Set<Int>) -> Candidate? {
        let own = bySlot[slot] ?? []
        let values = Set(own.filter(failing.contains).compactMap { mend(slot, equations[$0]) })
        return values.sorted().compactMap { value -> Candidate? in
            var mended: [Int] = []
            for number in own {
                let holds = outcome(number, slot, value) != .fails
                if holds, failing.contains(number) { mended.append(number) }
                if !holds, equations[number].outcome != .fails { return nil }
            }
            return mended.isEmpty
                ? nil
                : Candidate(
                    slot: slot, value: value, mended: mended,
                    likelihood: explainer.likelihood(slot, value))
        }.max { $0.rank < $1.rank }
    }

    private func outcome(_ number: Int, _ slot: Int, _ value: Int) -> Equation.Outcome {
        let equation = equations[number]
        let (difference, tolerance) = equation.evaluate(
            { $0 == slot ? value : slots[$0].value }, slots)
        return equation.outcome(difference, tolerance)
    }

    // MARK: Mending

    /// Far enough apart that what is cut off by dividing does not count.
    private static let step = 1_000_000

    /// The value of a figure that makes an equation hold: how it is off is linear in each figure.
    private func mend(_ slot: Int, _ equation: Equation) -> Int? {
        guard equation.sign == .equal else { return nil }
        let value = slots[slot].value
        // what is in other words the same may be printed with more places
        let place =
            equation.isRate
            ? slots[slot].place : equation.terms.map { slots[$0.slot].place }.min() ?? 1
        let (step, overflows) = place.multipliedReportingOverflow(by: ProseDoubts.step)
        guard !overflows else { return nil }
        func off(_ value: Int) -> Int {
            equation.evaluate({ $0 == slot ? value : slots[$0].value }, slots).difference
        }
        let zero = Int128(off(value))
        let slope = Int128(off(value + step)) - zero
        guard slope != 0 else { return nil }
        let change = -zero * Int128(step)
        let half = Int128(place) / 2
        // to the nearest of its printed places
        let wanted = Int128(value) + rounded(change, slope)
        let steps = wanted >= 0 ? (wanted + half) / Int128(place) : (wanted - half) / Int128(place)
        return Int(exactly: steps * Int128(place))
    }

    private func rounded(_ value: Int128, _ divisor: Int128) -> Int128 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        let isMore = rest.magnitude * 2 >= divisor.magnitude
        guard isMore else { return quotient }
        return (value < 0) == (divisor < 0) ? quotient + 1 : quotient - 1
    }
}
