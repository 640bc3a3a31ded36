/// Sums that no order of lines tells: two that make a third, a block less one line, two as much as two others.
extension LineSearch {
    /// Among more lines chance offers too much, and it takes too long.
    static let mostForPairs = 80
    static let mostForTwoAndTwo = 14

    /// The position with most figures: what does not hold there is not looked at further.
    private func keyPosition(_ open: [Int]) -> Int? {
        lines.positions.indices.filter { !lines.isRatePosition[$0] }
            .max { one, other in filled(open, one) < filled(open, other) }
    }

    private func filled(_ open: [Int], _ position: Int) -> Int {
        open.count { lines.values[lines.at($0, position)] != 0 }
    }

    private var open: [Int] {
        lines.lines.indices.filter { lines.fullness[$0] > 0 && !lines.isRateLine[$0] }
    }

    /// Whether it would say something new.
    private func isNew(_ all: [Int]) -> Bool {
        all.contains { !isExplained[$0] && !isConsumed[$0] }
    }

    mutating func findPairs() {
        let open = self.open
        guard open.count > 2, open.count <= LineSearch.mostForPairs, let key = keyPosition(open)
        else { return }
        var lineByValue: [Int: [Int]] = [:]
        for line in open where value(line, key) != 0 {
            lineByValue[value(line, key), default: []].append(line)
        }
        let count = Double(open.count)
        let candidates = 5 + 3 * Bits.log2(count)
        for (place, one) in open.enumerated() where value(one, key) != 0 {
            for other in open[(place + 1)...] where value(other, key) != 0 {
                let sum = value(one, key) + value(other, key)
                let slack = tester.isExact ? 0 : lines.places[lines.at(one, key)]
                // the exact one first
                for near in slack == 0 ? [sum] : [sum, sum - slack, sum + slack] {
                    for target in lineByValue[near] ?? [] where target != one && target != other {
                        guard isNew([target, one, other]) else { continue }
                        let terms = [one, other].map { Formula.Term(line: $0, factor: 1) }
                        tryChange(.pair, Formula(target: target, terms: terms), candidates)
                    }
                }
            }
        }
    }

    private func value(_ line: Int, _ position: Int) -> Int {
        lines.values[lines.at(line, position)]
    }

    private mutating func tryChange(
        _ kind: FoundRelation.Kind, _ formula: Formula, _ candidates: Double
    ) {
        let evidence = evidence([formula])
        let weight = evidence.weight(among: candidates)
        guard evidence.mostlyHolds, evidence.found > 0, weight >= Evidence.enough else { return }
        accept(
            kind, [formula], evidence, bits: weight, isOwn: true, consumes: kind == .changedBlock)
    }

    /// Blocks of which one line is left out or counts the other way.
    mutating func findChangedBlocks() {
        for (order, variants) in orders(active) {
            guard order.count > 3, order.count <= LineSearch.mostForPairs,
                let key = keyPosition(order)
            else { continue }
            let candidates = 5 + variants + 3 * Bits.log2(order.count)
            for (place, target) in order.enumerated()
            where !isExplained[target] && value(target, key) != 0 {
                let sides = [Array(order[..<place].reversed()), Array(order[(place + 1)...])]
                for side in sides where !isExplained[target] {
                    change(target, side.filter { !isConsumed[$0] }, key, candidates)
                }
            }
        }
    }

    private mutating func change(_ target: Int, _ side: [Int], _ key: Int, _ candidates: Double) {
        var surplus = -value(target, key)
        var seen: [Int: [Int]] = [:]
        for (count, line) in side.enumerated() {
            surplus += value(line, key)
            seen[value(line, key), default: []].append(line)
            guard count > 1, surplus != 0 else { continue }
            for (wanted, factor) in [(surplus, 0), (surplus / 2, -1)]
            where wanted * (1 - factor) == surplus {
                for odd in seen[wanted] ?? [] {
                    let terms = side[...count].compactMap { line in
                        line != odd
                            ? Formula.Term(line: line, factor: 1)
                            : factor == 0 ? nil : Formula.Term(line: line, factor: factor)
                    }
                    tryChange(.changedBlock, Formula(target: target, terms: terms), candidates)
                    if isExplained[target] { return }
                }
            }
        }
    }

    /// a + b = c + d.
    mutating func findTwoAndTwo() {
        let open = self.open
        guard open.count > 3, open.count <= LineSearch.mostForTwoAndTwo, let key = keyPosition(open)
        else { return }
        let filled = open.filter { value($0, key) != 0 }
        var pairBySum: [Int: [(Int, Int)]] = [:]
        let candidates = 5 + 4 * Bits.log2(open.count)
        for (place, one) in filled.enumerated() {
            for other in filled[(place + 1)...] {
                let sum = value(one, key) + value(other, key)
                for (first, second) in pairBySum[sum] ?? []
                where first != one && first != other && second != one && second != other {
                    guard isNew([first, second, one, other]) else { continue }
                    let terms = [
                        Formula.Term(line: one, factor: 1), Formula.Term(line: other, factor: 1),
                        Formula.Term(line: second, factor: -1),
                    ]
                    tryChange(.pairs, Formula(target: first, terms: terms), candidates)
                }
                pairBySum[sum, default: []].append((one, other))
            }
        }
    }
}
