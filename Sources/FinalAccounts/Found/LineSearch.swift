/// Relations whose words are the same in many tables: what they weigh is added up over a document.
struct RelationFamily: Hashable {
    var kind: FoundRelation.Kind
    var direction: Lines.Direction
    /// Which of several readings of the labels it is.
    var reading: String
}

/// What a document's tables say together of each family.
struct FamilyPool {
    private(set) var evidence: [RelationFamily: Evidence] = [:]
    private(set) var trusted: Set<RelationFamily> = []

    /// log2 of the readings that are tried of each family over a document, and of what it is counted with.
    static let candidates = 4.0

    mutating func add(_ family: RelationFamily, _ own: Evidence) {
        evidence[family, default: Evidence()] += own
    }

    /// Settles which families the document as a whole bears out.
    mutating func settle() {
        trusted = Set(evidence.filter { $0.value.isBelieved(among: FamilyPool.candidates) }.keys)
        weights = evidence.mapValues { $0.weight(among: FamilyPool.candidates) }
        evidence = [:]
    }

    private(set) var weights: [RelationFamily: Double] = [:]
}

/// The search for relations among the lines of one direction.
struct LineSearch {
    /// Formulas that are believed together.
    struct Belief {
        var kind: FoundRelation.Kind
        var formulas: [Formula]
        var bits: Double
        var isOwn: Bool
        var evidence: Evidence
    }

    let lines: Lines
    var tester: Tester
    private(set) var beliefs: [Belief] = []
    /// The line is a sum of others.
    private(set) var isExplained: [Bool]
    /// The line is part of another.
    private(set) var isConsumed: [Bool]

    /// Sums of two lines of which one is a total, tried once.
    var looseTargets: Set<Int> = []

    /// log2 of the readings of a table's labels that are tried.
    static let labelCandidates = 2.0

    init(_ lines: Lines, isExact: Bool) {
        self.lines = lines
        tester = Tester(lines, isExact: isExact)
        isExplained = [Bool](repeating: false, count: lines.count)
        isConsumed = isExplained
    }

    /// Lines with figures that are part of nothing yet.
    var active: [Int] {
        lines.lines.indices.filter {
            !isConsumed[$0] && lines.fullness[$0] > 0 && !lines.isRateLine[$0]
        }
    }

    mutating func evidence(_ formulas: [Formula]) -> Evidence {
        var evidence = Evidence()
        for formula in formulas {
            for position in lines.positions.indices where !lines.isRatePosition[position] {
                evidence.add(tester.trial(formula, position))
            }
        }
        return evidence
    }

    mutating func accept(
        _ kind: FoundRelation.Kind, _ formulas: [Formula], _ evidence: Evidence, bits: Double,
        isOwn: Bool, consumes: Bool = true
    ) {
        beliefs.append(
            Belief(kind: kind, formulas: formulas, bits: bits, isOwn: isOwn, evidence: evidence))
        for formula in formulas where consumes || kind != .block {
            isExplained[formula.target] = true
            guard consumes else { continue }
            for term in formula.terms { isConsumed[term.line] = true }
        }
    }

    enum Verdict { case believed, holds, fails }

    /// Believes a reading of the labels where this table, or the document, bears it out.
    ///
    /// `families` are the wider and narrower ones that it is counted with.
    mutating func consider(
        _ families: [RelationFamily], _ formulas: [Formula], _ pool: inout FamilyPool
    ) -> Verdict {
        guard !formulas.isEmpty, let kind = families.first?.kind else { return .fails }
        let evidence = evidence(formulas)
        guard evidence.holding + evidence.failing > 0 else { return .fails }
        for family in families { pool.add(family, evidence) }
        let weight = evidence.weight(among: LineSearch.labelCandidates)
        if evidence.mostlyHolds, weight >= Evidence.enough {
            accept(kind, formulas, evidence, bits: weight, isOwn: true)
            return .believed
        }
        guard evidence.mostlyHolds else { return .fails }
        guard let family = families.first(where: pool.trusted.contains) else {
            return evidence.bits > 0 ? .holds : .fails
        }
        accept(kind, formulas, evidence, bits: pool.weights[family] ?? 0, isOwn: false)
        return .believed
    }
}
