/// A formula tried at one position: whether the figures there fit, and how telling that is.
struct Trial {
    enum Kind {
        /// Nothing is printed that could fit or not.
        case nothing
        case fails
        /// Fits, but would with other figures too.
        case weak
        /// One figure is another's equal, all else is zero.
        case equality
        case sum
    }

    var kind = Kind.nothing
    var difference = 0
    /// Twice what rounding allows.
    var halves = 0
    /// How surprising it is, in bits.
    var bits = 0.0
    /// Tells apart figures that were tried before.
    var identity = 0
    /// Lines whose figure would break the sum were it another.
    var proved: [Int] = []
}

/// Tries formulas on lines.
struct Tester {
    let lines: Lines
    /// Sums that are off by as much as rounding may do are taken for errors.
    let isExact: Bool
    private var signed: [(line: Int, value: Int)] = []

    init(_ lines: Lines, isExact: Bool) {
        self.lines = lines
        self.isExact = isExact
    }

    mutating func trial(_ formula: Formula, _ position: Int) -> Trial {
        var trial = Trial()
        signed.removeAll(keepingCapacity: true)
        let at = lines.at(formula.target, position)
        let target = lines.values[at]
        let isBlank = lines.places[at] == 0
        if target != 0 {
            signed.append((formula.target, target))
            trial.halves = lines.places[at]
        }
        trial.difference = target
        var isPrinted = false
        for term in formula.terms {
            let at = lines.at(term.line, position)
            if lines.places[at] != 0 { isPrinted = true }
            let value = lines.values[at]
            guard value != 0 else { continue }
            signed.append((term.line, -term.factor * value))
            trial.difference -= term.factor * value
            trial.halves += lines.places[at]
        }
        guard !signed.isEmpty, isPrinted else { return trial }
        if isExact { trial.halves = Tester.exactHalves(signed.count, trial.halves) }
        guard abs(trial.difference) * 2 <= trial.halves else {
            // a total that is not printed says nothing
            if !isBlank { trial.kind = .fails }
            return trial
        }
        weigh(&trial, target: formula.target)
        return trial
    }

    /// In a document of exact sums short ones must be so; of many rounded terms one may have slipped.
    static let manyTerms = 7

    static func exactHalves(_ count: Int, _ halves: Int) -> Int {
        count < manyTerms ? 0 : min(halves, 2 * halves / count)
    }

    /// What is left when equal figures on opposite sides cancel.
    private mutating func weigh(_ trial: inout Trial, target: Int) {
        signed.sort {
            (abs($0.value), $0.line == target ? 0 : 1) < (abs($1.value), $1.line == target ? 0 : 1)
        }
        var rest: [(line: Int, value: Int)] = []
        var isTargetGone = false
        var partner: Int?
        var start = 0
        while start < signed.count {
            var end = start
            var balance = 0
            while end < signed.count, abs(signed[end].value) == abs(signed[start].value) {
                balance += signed[end].value > 0 ? 1 : -1
                end += 1
            }
            let group = signed[start..<end]
            let size = group.count
            let isTargets = group.contains { $0.line == target }
            if isTargets, abs(balance) < size {
                isTargetGone = true
                let own = group.first { $0.line == target }
                partner =
                    group.first { $0.line != target && ($0.value > 0) != ((own?.value ?? 0) > 0) }?
                    .line
            }
            if balance != 0 {
                let isPositive = balance > 0
                rest += group.filter {
                    ($0.value > 0) == isPositive
                        && !(isTargets && isTargetGone && $0.line == target)
                }
                .prefix(abs(balance))
            }
            start = end
        }
        conclude(&trial, rest, target, isTargetGone: isTargetGone, partner: partner)
    }

    private func conclude(
        _ trial: inout Trial, _ rest: [(line: Int, value: Int)], _ target: Int, isTargetGone: Bool,
        partner: Int?
    ) {
        trial.kind = .weak
        let grid = lines.grid
        if isTargetGone {
            guard rest.isEmpty, let partner, let own = signed.first(where: { $0.line == target })
            else { return }
            let count = grid.occurrences[abs(own.value)] ?? 2
            trial.kind = .equality
            trial.bits = max(0, Bits.log2(grid.amountCount) - Bits.log2(max(2, count)))
            trial.identity = abs(own.value)
            if signed.count == 2, abs(own.value) * 2 > trial.halves {
                trial.proved = [target, partner]
            }
            return
        }
        guard rest.count >= 3 else { return }
        let magnitudes = rest.map { abs($0.value) }
        var grain = 1
        while grain < FigureGrid.greatest, magnitudes.allSatisfy({ $0 % (grain * 10) == 0 }) {
            grain *= 10
        }
        let third = magnitudes[magnitudes.count - 3]
        let width = (2 * (trial.halves / (2 * grain)) + 1) * grain
        let digits = Bits.log2(third) - Bits.log2(width)
        let places = Bits.log2(grid.amountCount) + Bits.choose(grid.amountCount - 1, rest.count - 1)
        trial.kind = .sum
        trial.bits = max(0, min(digits, places))
        trial.identity = magnitudes.reduce(0) { ($0 &* 1_000_003) ^ $1 }
        trial.proved = rest.filter { abs($0.value) * 2 > trial.halves }.map(\.line)
    }
}

/// How often a relation held, and how surprising that is.
struct Evidence: Sendable {
    private(set) var bits = 0.0
    private(set) var holding = 0
    private(set) var failing = 0
    private(set) var found = 0
    /// Those that hold exactly, and all, of the longer sums.
    private(set) var exact = 0
    private(set) var sums = 0
    private var seen: Set<Int> = []

    /// One relation in 10,000 that is believed may be chance.
    static let enough = 13.3
    /// So many of ten instances hold at least.
    static let holdingOfTen = 8
    /// Terms of a sum of rounded figures that is as often off as not.
    static let longSum = 5

    mutating func add(_ trial: Trial) {
        switch trial.kind {
        case .nothing: return
        case .fails: failing += 1
        case .weak: holding += 1
        case .equality, .sum:
            holding += 1
            if trial.kind == .sum { found += 1 }
            if trial.kind == .sum, trial.proved.count >= Evidence.longSum {
                sums += 1
                if trial.difference == 0 { exact += 1 }
            }
            if trial.bits > 0, seen.insert(trial.identity).inserted { bits += trial.bits }
        }
    }

    static func += (one: inout Evidence, other: Evidence) {
        one.holding += other.holding
        one.failing += other.failing
        one.bits += other.bits
        one.found += other.found
        one.exact += other.exact
        one.sums += other.sums
    }

    /// Most of the instances hold, whatever they weigh.
    var mostlyHolds: Bool {
        holding > 0 && holding * 10 >= (holding + failing) * Evidence.holdingOfTen
    }

    /// Bits beyond what chance offers among so many candidates (as their log2).
    func weight(among candidates: Double) -> Double {
        bits - Bits.choose(holding + failing, failing) - candidates
    }

    func isBelieved(among candidates: Double) -> Bool {
        mostlyHolds && weight(among: candidates) >= Evidence.enough
    }
}
