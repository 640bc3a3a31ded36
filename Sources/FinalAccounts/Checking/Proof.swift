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
                if others >= 2, breaks(value, equation, slots) { proved[term.slot] = true }
            }
            if nonZero == 2 { proveAcrossTables(equation, slots) }
        }
        spread(copies, slots)
        for number in slots.indices where proved[number] {
            let slot = slots[number]
            proved[number] = statements[slot.statement].lines[slot.line].isIdentified
        }
    }

    /// Were it another number, the relation would not hold: not so for what rounding may hide.
    private func breaks(_ value: Int, _ equation: Equation, _ slots: [Slot]) -> Bool {
        value == 0 || abs(value) > equation.tolerance
    }

    private mutating func proveAcrossTables(_ equation: Equation, _ slots: [Slot]) {
        let pair = equation.terms.map(\.slot).filter { slots[$0].value != 0 }
        guard slots[pair[0]].statement != slots[pair[1]].statement else { return }
        for slot in pair where breaks(slots[slot].value, equation, slots) { proved[slot] = true }
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
                guard breaks(slots[new].value, equation, slots) else { continue }
                proved[new] = true
                changed = true
            }
        }
    }
}
