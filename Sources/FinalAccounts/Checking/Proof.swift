/// Which figures the relations prove.
///
/// Balance alone proves no reading: a figure is proved when its row and column are known by their
/// labels and a relation holds, with two other figures at least that are not zero, that would break
/// were it another number; or when it equals a figure printed in another table, or one that is
/// itself proved.
struct Proof {
    private(set) var proved: [Bool]

    init(_ slots: [Slot], _ statements: [Statement], _ equations: [Equation]) {
        proved = [Bool](repeating: false, count: slots.count)
        let useful = equations.filter { equation in
            equation.sign == .equal && equation.outcome != .fails
                && equation.terms.allSatisfy { slots[$0.slot].isSound }
        }
        var copies: [Equation] = []
        for equation in useful {
            let nonZero = equation.nonZeroCount(slots)
            if nonZero == 2 { copies.append(equation) }
            for term in equation.terms {
                let value = slots[term.slot].value
                let others = nonZero - (value != 0 ? 1 : 0)
                if others >= 2, breaks(value, equation, slots),
                    isRead(term.slot, equation, slots)
                {
                    proved[term.slot] = true
                }
            }
            if nonZero == 2 { proveAcrossTables(equation, slots) }
        }
        spread(copies, slots)
        let challenged = Proof.challenged(useful, slots)
        for number in slots.indices where proved[number] {
            let slot = slots[number]
            proved[number] =
                !challenged.contains(number)
                && statements[slot.statement].lines[slot.line].isIdentified
        }
    }

    /// Were it another number, the relation would not hold: not so for what rounding may hide.
    private func breaks(_ value: Int, _ equation: Equation, _ slots: [Slot]) -> Bool {
        value == 0 || abs(value) > equation.tolerance
    }

    /// Of a scanned figure no other likely reading makes the relation hold as well.
    ///
    /// A slip of one in the last place hides in what rounding may do. A relation that holds exactly hides none.
    private func isRead(_ slot: Int, _ equation: Equation, _ slots: [Slot]) -> Bool {
        guard slots[slot].isUnsure, equation.outcome != .holds else { return true }
        return !slots[slot].likelyValues.contains { value in
            let (difference, tolerance) = equation.evaluate(
                { $0 == slot ? value : slots[$0].value }, slots)
            return equation.outcome(difference, tolerance) != .fails
        }
    }

    /// Scanned figures that another likely reading would let fit exactly where they do not now.
    private static func challenged(_ equations: [Equation], _ slots: [Slot]) -> Set<Int> {
        var challenged: Set<Int> = []
        for equation in equations where equation.outcome == .rounding {
            for term in equation.terms where slots[term.slot].isUnsure {
                let fits = slots[term.slot].likelyValues.contains { value in
                    equation.evaluate({ $0 == term.slot ? value : slots[$0].value }, slots)
                        .difference == 0
                }
                if fits { challenged.insert(term.slot) }
            }
        }
        return challenged
    }

    private mutating func proveAcrossTables(_ equation: Equation, _ slots: [Slot]) {
        let pair = equation.terms.map(\.slot).filter { slots[$0].value != 0 }
        guard slots[pair[0]].statement != slots[pair[1]].statement else { return }
        for slot in pair
        where breaks(slots[slot].value, equation, slots) && isRead(slot, equation, slots) {
            proved[slot] = true
        }
    }

    /// A copy of a proved figure takes its place in the relation that proved it.
    private mutating func spread(_ copies: [Equation], _ slots: [Slot]) {
        var changed = true
        while changed {
            changed = false
            for equation in copies {
                let pair = equation.terms.map(\.slot).filter { slots[$0].value != 0 }
                guard proved[pair[0]] != proved[pair[1]] else { continue }
                let new = proved[pair[0]] ? pair[1] : pair[0]
                guard breaks(slots[new].value, equation, slots), isRead(new, equation, slots)
                else { continue }
                proved[new] = true
                changed = true
            }
        }
    }
}
