/// Rates that are a share, or a change, in per cent.
///
/// They prove themselves alone.
struct RateSearch {
    private enum Form: CaseIterable { case share, change }

    private let lines: Lines
    private(set) var relations: [FoundRelation] = []

    /// Among more lines it takes too long.
    private static let mostLines = 40

    init(_ lines: Lines) {
        self.lines = lines
        let rates = lines.lines.indices.filter { lines.isRateLine[$0] && filled($0) > 0 }
        let plain = lines.lines.indices.filter { !lines.isRateLine[$0] && lines.fullness[$0] > 0 }
        guard !rates.isEmpty, plain.count <= RateSearch.mostLines else { return }
        for rate in rates { search(rate, plain) }
    }

    private func filled(_ line: Int) -> Int {
        lines.positions.indices.count { lines.values[lines.at(line, $0)] != 0 }
    }

    /// What the rate is of: a line at each position, or one figure of a line at all.
    private struct Base {
        var line: Int
        var position: Int?
    }

    private mutating func search(_ rate: Int, _ plain: [Int]) {
        let used = lines.positions.indices.filter { lines.values[lines.at(rate, $0)] != 0 }
        let totals = lines.positions.indices.filter { isTotal($0) }
        var best: (relation: FoundRelation, weight: Double)?
        let count = plain.count * (plain.count * 2 + totals.count)
        let candidates = Bits.log2(count)
        for part in plain {
            let bases =
                plain.filter { $0 != part }.map { Base(line: $0) }
                + totals.map { Base(line: part, position: $0) }
            for base in bases {
                for form in Form.allCases where form == .share || base.position == nil {
                    guard let found = attempt(rate, part, base, form, used, candidates),
                        found.weight > best?.weight ?? 0
                    else { continue }
                    best = found
                }
            }
        }
        if let best { relations.append(best.relation) }
    }

    private func isTotal(_ position: Int) -> Bool {
        let grid = lines.grid
        return lines.direction == .columns
            ? grid.blocks.first?.labels[lines.positions[position]].isTotal == true
            : grid.columnLabels[lines.positions[position]].isTotal
    }

    private func attempt(
        _ rate: Int, _ part: Int, _ base: Base, _ form: Form, _ used: [Int], _ candidates: Double
    ) -> (relation: FoundRelation, weight: Double)? {
        var bits = 0.0
        var failing = 0
        var seen: Set<Int> = []
        var instances: [FoundRelation.Instance] = []
        for position in used {
            let whole = base.position ?? position
            let wholeAt = lines.at(base.line, whole)
            let partAt = lines.at(part, position)
            guard lines.values[wholeAt] != 0, lines.places[partAt] != 0 else { continue }
            let fit = fit(lines.at(rate, position), partAt, wholeAt, form)
            if !fit.holds {
                failing += 1
                if failing * 10 > used.count * (10 - Evidence.holdingOfTen) { return nil }
                continue
            }
            if fit.bits > 0, seen.insert(lines.values[lines.at(rate, position)]).inserted {
                bits += fit.bits
            }
            let place = { (line: Int, position: Int) in
                lines.grid.place(lines.figure(line, position))
            }
            instances.append(
                FoundRelation.Instance(
                    terms: [
                        (place(rate, position), 1), (place(part, position), -1),
                        (place(base.line, whole), 1),
                    ],
                    holds: true, difference: 0, toleranceTenths: 0,
                    proved: fit.bits > 0 ? [place(rate, position)] : []))
        }
        let count = instances.count + failing
        let weight = bits - Bits.choose(count, failing) - candidates
        guard weight >= Evidence.enough, instances.count * 10 >= count * Evidence.holdingOfTen
        else { return nil }
        let relation = FoundRelation(
            kind: .rate, isRows: lines.direction == .rows, table: lines.grid.table, bits: weight,
            isOwn: true, instances: instances, scale: lines.grid.scale)
        return (relation, weight)
    }

    /// Whether the rate is what the figures make, and how many figures would do as well.
    private func fit(_ rateAt: Int, _ partAt: Int, _ wholeAt: Int, _ form: Form) -> (
        holds: Bool, bits: Double
    ) {
        let rate = Int128(lines.values[rateAt])
        let whole = Int128(lines.values[wholeAt])
        let isChange = form == .change
        let part = Int128(lines.values[partAt]) - (isChange ? whole : 0)
        var hundred = Int128(100)
        for _ in 0..<lines.grid.scale { hundred *= 10 }
        let places = Int128(lines.places[partAt]) + (isChange ? Int128(lines.places[wholeAt]) : 0)
        // twice what rounding allows
        let slack =
            Int128(lines.places[rateAt]) * whole.magnitude128
            + rate.magnitude128 * Int128(lines.places[wholeAt]) + hundred * places
        let off = (part * hundred - rate * whole).magnitude128
        guard 2 * off <= slack else { return (false, 0) }
        let width = slack / whole.magnitude128 + Int128(lines.places[rateAt])
        // 100% of itself is no share
        guard part != whole, part != 0, width > 0 else { return (true, 0) }
        let ratio = Double(rate.magnitude128) / Double(width)
        let grid = lines.grid
        let most = Bits.log2(grid.amountCount) + Bits.choose(grid.amountCount - 1, 2)
        return (true, ratio > 1 ? min(Bits.log2(ratio), most) : 0)
    }
}

extension Int128 {
    fileprivate var magnitude128: Int128 { self < 0 ? -self : self }
}
