/// Sums of adjacent lines, whatever they are called.
///
/// Shortest first: what is part of a sum leaves, and what was apart becomes adjacent.
extension LineSearch {
    /// Longer sums of lines without any label that says so are left unfound.
    static let longestBlock = 60
    private static let rounds = 8

    mutating func findBlocks() {
        guard lines.length > 0 else { return }
        for _ in 0..<LineSearch.rounds {
            var found: [Block] = []
            let active = self.active
            let candidates = Bits.log2(active.count * active.count)
            for (order, variants) in orders(active) {
                search(order, candidates + variants, &found)
            }
            found.sort {
                ($0.formula.terms.count, -$0.weight) < ($1.formula.terms.count, -$1.weight)
            }
            var isChanged = false
            for block in found
            where !block.formula.terms.contains(where: { isConsumed[$0.line] }) {
                let isLoose = isLoose(block.formula)
                if isLoose, !looseTargets.insert(block.formula.target).inserted { continue }
                accept(
                    .block, [block.formula], block.evidence, bits: block.weight, isOwn: true,
                    consumes: !isLoose)
                isChanged = true
            }
            if !isChanged { return }
        }
    }

    /// Of two lines and a third any may be called the sum: inflow = outflow + balance.
    ///
    /// A total among them has parts of its own.
    private func isLoose(_ formula: Formula) -> Bool {
        formula.terms.count == 2 && formula.terms.contains { lines.labels[$0.line].isTotal }
    }

    private struct Block {
        var formula: Formula
        var evidence: Evidence
        var weight: Double
    }

    /// The lines as they stand; without those of 其中; without those and the next; with log2 of how many.
    func orders(_ active: [Int]) -> [([Int], Double)] {
        guard active.contains(where: { lines.labels[$0].isPart }) else { return [(active, 1)] }
        let without = active.filter { !lines.labels[$0].isPart }
        let short = without.filter { line in
            line == 0 || !lines.labels[line - 1].isPart || lines.labels[line].mark != nil
                || lines.labels[line].isTotal
        }
        return [(active, 2), (without, 2), (short, 2)]
    }

    private mutating func search(_ order: [Int], _ candidates: Double, _ found: inout [Block]) {
        let hasSigns = order.contains { lines.labels[$0].isLess }
        for (place, target) in order.enumerated() {
            let above = order[..<place].reversed().prefix(LineSearch.longestBlock)
            let below = order[(place + 1)...].prefix(LineSearch.longestBlock)
            for side in [Array(above), Array(below)] {
                grow(target, side, .none, candidates, &found)
                if hasSigns {
                    grow(target, side, .own, candidates + 1, &found)
                    grow(target, side, .carried, candidates + 1, &found)
                }
            }
        }
    }

    private enum Signs { case none, own, carried }

    /// The signs of lines in the order of the table.
    private func factors(_ side: [Int], _ signs: Signs) -> [Int] {
        var factors = [Int](repeating: 1, count: side.count)
        guard signs != .none else { return factors }
        var carried = 1
        for index in side.indices.sorted(by: { side[$0] < side[$1] }) {
            let label = lines.labels[side[index]]
            if label.isLess {
                carried = -1
            } else if label.isMore || signs == .own {
                carried = 1
            }
            factors[index] = carried
        }
        return factors
    }

    /// Adds one line after the other and looks whether they make the target.
    private mutating func grow(
        _ target: Int, _ side: [Int], _ signs: Signs, _ candidates: Double, _ found: inout [Block]
    ) {
        guard side.count > 1 else { return }
        let factors = factors(side, signs)
        let length = lines.length
        let usable = lines.positions.indices.filter {
            !lines.isRatePosition[$0]
        }
        guard !usable.isEmpty else { return }
        let isBlank = usable.map { lines.places[target * length + $0] == 0 }
        var sums = usable.map { lines.values[target * length + $0] }
        var halves = usable.map {
            lines.values[target * length + $0] == 0 ? 0 : lines.places[target * length + $0]
        }
        for (count, line) in side.enumerated() {
            var fits = 0
            var misses = 0
            for (index, position) in usable.enumerated() {
                let at = line * length + position
                let value = lines.values[at]
                if value != 0 {
                    sums[index] &-= factors[count] &* value
                    halves[index] &+= lines.places[at]
                }
                if isBlank[index] && sums[index] != 0 { continue }
                if abs(sums[index]) * 2
                    > (tester.isExact
                        ? Tester.exactHalves(count + 2, halves[index]) : halves[index])
                {
                    misses += 1
                } else if halves[index] != 0 {
                    fits += 1
                }
            }
            guard count > 0, fits * 10 >= (fits + misses) * Evidence.holdingOfTen, fits > 0 else {
                continue
            }
            let terms = (0...count).map { Formula.Term(line: side[$0], factor: factors[$0]) }
            let formula = Formula(target: target, terms: terms)
            let evidence = evidence([formula])
            let weight = evidence.weight(among: candidates)
            if evidence.mostlyHolds, evidence.found > 0, weight >= Evidence.enough {
                found.append(Block(formula: formula, evidence: evidence, weight: weight))
                return
            }
        }
    }
}
