/// Which failing relations say something of the report.
///
/// A relation that only some reports follow, or that is tried on a table which only looks like the one that it is
/// of, or whose rows and columns are guessed, accuses nobody unless the report itself shows that it follows it.
extension EquationBuilder {
    /// So many other instances must hold.
    static let leastFollowed = 3
    /// So many must hold for each that fails.
    static let followedForEach = 4

    func standing(of equation: Equation) -> RelationDefinition.Standing {
        let own = relations[equation.relation].standing
        let accuses = equation.terms.allSatisfy { term in
            statements[slots[term.slot].statement].accuses
        }
        return accuses && !mayLackTerms(equation) && !equation.terms.contains(where: isUnmapped)
            ? own : .usual
    }

    /// Whether it stands in a column that the definition does not know: what holds of its sums there is a guess.
    private func isUnmapped(_ term: (slot: Int, factor: Int)) -> Bool {
        let slot = slots[term.slot]
        let statement = statements[slot.statement]
        guard !statement.isProse else { return false }
        let block = statement.blocks[statement.lines[slot.line].figures]
        return block.measures.contains {
            $0.measure == slot.measure && block.unknown.contains($0.column)
        }
    }

    /// Whether it adds up columns, or rows, of a table that prints more of them than its definition knows: they may
    /// belong to the sum.
    private func mayLackTerms(_ equation: Equation) -> Bool {
        guard equation.terms.count > 1, let first = equation.terms.first else { return false }
        let place = LinePlace(slots[first.slot])
        let statement = statements[place.statement]
        guard !statement.isProse,
            equation.terms.allSatisfy({ slots[$0.slot].statement == place.statement })
        else { return false }
        if equation.terms.allSatisfy({ slots[$0.slot].line == place.line }) {
            return statement.blocks[statement.lines[place.line].figures].hasOtherTerms
        }
        return openBlocks.contains(OpenBlock(slots[first.slot], statement))
    }

    /// A block's column in which rows that nobody knows have figures.
    struct OpenBlock: Hashable {
        let statement: Int
        let block: Int
        let measure: Int

        init(_ slot: Slot, _ statement: Statement) {
            self.statement = slot.statement
            block = statement.blocks[statement.lines[slot.line].figures].definition
            measure = slot.measure
        }
    }

    static func openBlocks(_ statements: [Statement], _ slots: [Slot]) -> Set<OpenBlock> {
        var open: Set<OpenBlock> = []
        for slot in slots where slot.value != 0 && !statements[slot.statement].isProse {
            let statement = statements[slot.statement]
            let line = statement.lines[slot.line]
            // a sum is no part of one
            if !line.isIdentified, !line.isPart, !line.isTotal, !line.label.isEmpty {
                open.insert(OpenBlock(slot, statement))
            }
        }
        return open
    }

    /// Takes back what usual relations accuse of where the report does not follow them.
    mutating func settleUnfollowed() {
        var counts: [Int: (holds: Int, fails: Int)] = [:]
        for equation in equations where equation.standing == .usual {
            if equation.outcome == .fails {
                counts[equation.relation, default: (0, 0)].fails += 1
            } else if equation.nonZeroCount(slots) > 1 {
                counts[equation.relation, default: (0, 0)].holds += 1
            }
        }
        for (relation, count) in counts.sorted(by: { $0.key < $1.key })
        where count.fails > 0 && !isFollowed(count) {
            for number in equations.indices where equations[number].relation == relation {
                let equation = equations[number]
                equations[number].isUnfollowed =
                    equation.standing == .usual && equation.outcome == .fails
            }
            missing.append(
                Missing(
                    relation: relation,
                    reason:
                        "the report does not follow it: \(count.holds) hold, \(count.fails) do not")
            )
        }
    }

    private func isFollowed(_ count: (holds: Int, fails: Int)) -> Bool {
        count.holds >= EquationBuilder.leastFollowed
            && count.holds >= EquationBuilder.followedForEach * count.fails
    }

    /// Without terms that are 其中 of another term: they are a part of it.
    func withoutParts(_ terms: [(slot: Int, factor: Int)]) -> [(slot: Int, factor: Int)] {
        terms.filter { term in
            let slot = slots[term.slot]
            let statement = statements[slot.statement]
            guard !statement.isProse, statement.lines[slot.line].isPart,
                let whole = statement.whole(of: slot.line)
            else { return true }
            return !terms.contains { other in
                let own = slots[other.slot]
                return own.statement == slot.statement && own.line == whole
                    && own.measure == slot.measure && other.factor == term.factor
            }
        }
    }
}
