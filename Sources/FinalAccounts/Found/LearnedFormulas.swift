/// Formulas that were found between lines, by what the lines are called: they may hold in other tables too.
struct LearnedFormulas {
    struct Signature: Hashable {
        var direction: Lines.Direction
        var target: String
        /// Sorted.
        var terms: [Term]
    }

    struct Term: Hashable, Comparable {
        var key: String
        var factor: Int

        static func < (one: Term, other: Term) -> Bool {
            (one.key, one.factor) < (other.key, other.factor)
        }
    }

    /// By what their sum is called, with what the first table's figures weigh.
    private(set) var byTarget: [String: [(signature: Signature, bits: Double)]] = [:]
    private var seen: Set<Signature> = []

    mutating func learn(_ search: LineSearch) {
        for belief in search.beliefs {
            switch belief.kind {
            case .block, .changedBlock, .pair, .total: break
            default: continue
            }
            for formula in belief.formulas where belief.isOwn && formula.terms.count > 1 {
                guard let signature = LearnedFormulas.signature(formula, search.lines),
                    seen.insert(signature).inserted
                else { continue }
                byTarget[signature.target, default: []].append((signature, belief.bits))
            }
        }
    }

    /// Nil where lines are not told apart by what they are called.
    private static func signature(_ formula: Formula, _ lines: Lines) -> Signature? {
        let target = lines.labels[formula.target].key
        var keys: Set<String> = [target]
        var terms: [Term] = []
        for term in formula.terms {
            let key = lines.labels[term.line].key
            guard !key.isEmpty, keys.insert(key).inserted else { return nil }
            terms.append(Term(key: key, factor: term.factor))
        }
        guard !target.isEmpty else { return nil }
        return Signature(direction: lines.direction, target: target, terms: terms.sorted())
    }
}

extension LineSearch {
    /// Believes what other tables taught of lines that are called the same.
    mutating func apply(_ learned: LearnedFormulas) {
        for target in lines.labels.indices where lines.fullness[target] > 0 && !isExplained[target]
        {
            for (signature, bits) in learned.byTarget[lines.labels[target].key] ?? []
            where signature.direction == lines.direction {
                guard let formula = formula(signature, target) else { continue }
                let evidence = evidence([formula])
                guard evidence.mostlyHolds, evidence.found > 0 else { continue }
                accept(.labelled, [formula], evidence, bits: bits, isOwn: false, consumes: false)
                break
            }
        }
    }

    /// The lines nearest to the target that are called so, below the same header.
    private func formula(_ signature: LearnedFormulas.Signature, _ target: Int) -> Formula? {
        var terms: [Formula.Term] = []
        for term in signature.terms {
            let named = lines.labels.indices.filter { line in
                line != target && lines.labels[line].key == term.key && isBeside(line, target)
            }
            guard let line = named.min(by: { abs($0 - target) < abs($1 - target) }) else {
                return nil
            }
            if lines.fullness[line] > 0 {
                terms.append(Formula.Term(line: line, factor: term.factor))
            }
        }
        return terms.isEmpty ? nil : Formula(target: target, terms: terms)
    }

    private func isBeside(_ line: Int, _ target: Int) -> Bool {
        guard lines.direction == .columns else { return true }
        return lines.paths[line].dropLast() == lines.paths[target].dropLast()
    }

    /// Lines that say the same at most positions, with figures that are rare in the table.
    mutating func findEqualLines() {
        let open = lines.lines.indices.filter { lines.fullness[$0] > 0 && !lines.isRateLine[$0] }
        guard open.count > 1, open.count <= LineSearch.mostForPairs else { return }
        let candidates = 2 * Bits.log2(open.count)
        for (place, one) in open.enumerated() {
            for other in open[(place + 1)...] {
                guard !isExplained[one] || !isExplained[other] else { continue }
                let term = Formula.Term(line: other, factor: 1)
                let formula = Formula(target: one, terms: [term])
                guard mayBeEqual(one, other) else { continue }
                let evidence = evidence([formula])
                let weight = evidence.weight(among: candidates)
                guard evidence.mostlyHolds, weight >= Evidence.enough else { continue }
                accept(.copy, [formula], evidence, bits: weight, isOwn: true, consumes: false)
            }
        }
    }

    private func mayBeEqual(_ one: Int, _ other: Int) -> Bool {
        var equal = 0
        var different = 0
        for position in lines.positions.indices where !lines.isRatePosition[position] {
            let (a, b) = (
                lines.values[lines.at(one, position)], lines.values[lines.at(other, position)]
            )
            if a == b { equal += a == 0 ? 0 : 1 } else { different += 1 }
        }
        return equal > 1 && equal * 10 >= (equal + different) * Evidence.holdingOfTen
    }
}
