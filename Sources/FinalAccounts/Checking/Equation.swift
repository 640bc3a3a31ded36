/// One instance of a relation: figures that must make nothing when added with their signs.
struct Equation: Sendable {
    enum Outcome: Sendable { case holds, rounding, fails }

    /// The relation that it is an instance of.
    let relation: Int
    let sign: RelationExpression.Sign
    /// For a rate: the first is the second in per cent of the sum of the others; else all add up.
    let isRate: Bool
    /// So many terms behind a rate make what it is the rate of.
    let parts: Int
    /// How much more a rate may be off than rounding allows: that of prose may be cut off.
    let slack: Int
    let terms: [(slot: Int, factor: Int)]
    var difference = 0
    var tolerance = 0
    var outcome = Outcome.holds
    /// What a failure of it says; less than the relation's where it is not sure that the relation is this table's.
    var standing = RelationDefinition.Standing.official
    /// It fails, but the report does not follow it: it accuses nobody, and only bears witness where others do.
    var isUnfollowed = false
    /// Whether it fails and says something by that.
    var accuses: Bool { outcome == .fails && !isUnfollowed }
    /// A statement that has no row for the code that this is about.
    var lacking: (statement: Int, code: Int)?

    init(
        relation: Int, sign: RelationExpression.Sign = .equal, isRate: Bool = false,
        parts: Int = 1, slack: Int = 1, terms: [(slot: Int, factor: Int)]
    ) {
        self.relation = relation
        self.sign = sign
        self.isRate = isRate
        self.parts = parts
        self.slack = slack
        self.terms = terms
    }

    /// Left minus right with these values, and by how much it may be off by rounding alone.
    ///
    /// Each printed figure is rounded by itself: it may be off by half of its last place. Figures
    /// that are zero are taken as exactly that.
    func evaluate(_ value: (Int) -> Int, _ slots: [Slot]) -> (difference: Int, tolerance: Int) {
        if isRate { return evaluateRate(value, slots) }
        var sum = 0
        var halves = 0
        for term in terms {
            let value = value(term.slot)
            sum &+= term.factor * value
            if value != 0 { halves &+= slots[term.slot].place }
        }
        return (sum, halves / 2)
    }

    /// Part minus rate × whole ÷ 100, all in base units of money.
    private func evaluateRate(
        _ value: (Int) -> Int, _ slots: [Slot]
    ) -> (difference: Int, tolerance: Int) {
        let rate = value(terms[0].slot)
        let (own, others) = (terms[1...parts], terms[(1 + parts)...])
        let part = own.reduce(0) { $0 + $1.factor * value($1.slot) }
        let partPlaces = own.reduce(0) { $0 + slots[$1.slot].place }
        let whole = others.reduce(0) { $0 + $1.factor * value($1.slot) }
        let wholePlaces = others.reduce(0) { $0 + slots[$1.slot].place }
        // rates are in 10^-4 per cent
        let unit = Int128(1_000_000)
        let wanted = Int128(rate) * Int128(whole) / unit
        let byRate = Int128(slots[terms[0].slot].place * slack) * Int128(whole) / unit / 2
        let byWhole = Int128(abs(rate)) * Int128(wholePlaces) / unit / 2
        let tolerance = Int128(partPlaces) / 2 + (byRate < 0 ? -byRate : byRate) + byWhole
        return (
            Int(truncatingIfNeeded: Int128(part) - wanted), Int(truncatingIfNeeded: tolerance) + 1
        )
    }

    func outcome(_ difference: Int, _ tolerance: Int) -> Outcome {
        switch sign {
        case .equal where difference == 0: .holds
        case .equal: abs(difference) <= tolerance ? .rounding : .fails
        case .atLeast: difference >= 0 ? .holds : difference >= -tolerance ? .rounding : .fails
        case .atMost: difference <= 0 ? .holds : difference <= tolerance ? .rounding : .fails
        }
    }

    mutating func settle(_ slots: [Slot]) {
        (difference, tolerance) = evaluate({ slots[$0].value }, slots)
        outcome = outcome(difference, tolerance)
    }

    /// Figures that are not zero.
    func nonZeroCount(_ slots: [Slot]) -> Int { terms.count { slots[$0.slot].value != 0 } }
}
