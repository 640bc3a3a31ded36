/// Decides what each table's figures are counted in, and how that is known.
///
/// Size decides nothing: a small office's 元 look like a large one's 万元. What decides is where the same figure stands
/// with its unit: in the text (收入总计 1,358.64万元 beside 13586400.00 in the table), or in another table by an official
/// relation. A unit that is printed on the table counts unless these contradict it by a power of ten.
struct UnitResolver {
    /// What a table's figures are taken for until their unit is known: relations within it do not depend on it.
    static let working = MoneyUnit(power: 4)

    /// So many significant digits, over all different figures that agree, are no chance: there are 17 powers of ten
    /// to hit, and each digit more divides the chance by ten.
    static let leastDigits = 5
    /// Figures with fewer significant digits are not counted among these.
    static let leastDigitsOfOne = 2

    struct Contradiction {
        var statement: Int
        var printed: MoneyUnit
        /// The unit with which the others agree.
        var meant: MoneyUnit
        /// How many figures of the prose say so, and how many of other tables.
        var prose: Int
        var tables: Int
    }

    private(set) var units: [MoneyUnit]
    private(set) var sources: [UnitSource]
    private(set) var contradictions: [Contradiction] = []

    private let statements: [Statement]
    private let isAccount: [Bool]
    /// For each table, what the prose says: digits and figures for each power.
    private var prose: [[Int: Weight]]
    /// For each pair of tables, by how many powers the first one's unit is above the other's.
    private var links: [Pair: [Int: Weight]] = [:]

    private struct Weight {
        var digits = 0
        var figures = 0
        private var seen: Set<Int> = []

        mutating func add(_ sighting: UnitWitness.Sighting) {
            guard seen.insert(sighting.value).inserted else { return }
            digits += sighting.digits
            figures += 1
        }
    }

    private struct Pair: Hashable, Comparable {
        var statement, other: Int

        static func < (one: Pair, other: Pair) -> Bool {
            (one.statement, one.other) < (other.statement, other.other)
        }
    }

    /// - Parameters:
    ///   - isAccount: Whether a statement is one of the accounts' own tables: forms have a unit of their own.
    ///   - printed: Units that the document prints elsewhere: on unknown tables, in its text.
    init(
        _ statements: [Statement], _ slots: [Slot], _ equations: [Equation], isAccount: [Bool],
        printed: Set<MoneyUnit>
    ) {
        self.statements = statements
        self.isAccount = isAccount
        units = statements.map(\.unit)
        sources = statements.map(\.unitSource)
        prose = statements.map { _ in [:] }
        let witness = UnitWitness(statements, slots)
        let sightings = equations.flatMap(witness.sightings)
        for sighting in sightings where sighting.digits >= UnitResolver.leastDigitsOfOne {
            take(sighting)
        }
        takeProse()
        contradictByTables()
        for doubt in UnitDoubts(sightings, statements, units, sources).doubts
        where !confirmed.contains(doubt.statement) {
            contradict(doubt.statement, doubt.power, prose: doubt.prose, tables: doubt.tables)
        }
        spread()
        takeDocument(printed)
    }

    /// Whether the tables' units differ from what they were taken for.
    var changes: [Int] { statements.indices.filter { units[$0] != statements[$0].unit } }

    /// Whether two tables' figures can be compared: not where a unit is unknown and no other figures show that it is
    /// the other's, nor where they show that the units are not what is printed.
    func areComparable(_ one: Int, _ other: Int) -> Bool {
        if let link = best(links[Pair(statement: one, other: other)] ?? [:]) {
            return units[one].power - units[other].power == link.power
        }
        return sources[one] != .unknown && sources[other] != .unknown
    }

    /// Whether any two tables cannot be compared, or are counted in something else than they were taken for.
    var isAnythingNew: Bool {
        !changes.isEmpty || sources.contains { $0 == .unknown }
            || links.keys.contains { !areComparable($0.statement, $0.other) }
    }

    private mutating func take(_ sighting: UnitWitness.Sighting) {
        let own = statements[sighting.statement].unit.power
        if statements[sighting.other].isProse {
            prose[sighting.statement][own + sighting.shift, default: Weight()].add(sighting)
        } else {
            let power = own - statements[sighting.other].unit.power + sighting.shift
            let pair = Pair(statement: sighting.statement, other: sighting.other)
            links[pair, default: [:]][power, default: Weight()].add(sighting)
        }
    }

    /// The power that most figures speak for; nil where too few do, or others speak against it.
    private func best(_ weights: [Int: Weight]) -> (power: Int, weight: Weight)? {
        guard let best = weights.max(by: { ($0.value.digits, $0.key) < ($1.value.digits, $1.key) }),
            best.value.digits >= UnitResolver.leastDigits,
            weights.allSatisfy({
                $0.key == best.key || $0.value.digits * 3 <= best.value.digits
            })
        else { return nil }
        return (best.key, best.value)
    }

    // MARK: Steps

    /// Tables whose unit another witness than their own line has confirmed.
    private var confirmed: Set<Int> = []

    private mutating func takeProse() {
        for statement in statements.indices where !statements[statement].isProse {
            guard let (power, weight) = best(prose[statement]) else { continue }
            confirmed.insert(statement)
            if sources[statement] == .unknown {
                sources[statement] = .prose
                units[statement] = MoneyUnit(power: power)
            } else if units[statement].power != power {
                contradict(statement, power, prose: weight.figures, tables: 0)
            }
        }
    }

    private mutating func contradict(_ statement: Int, _ power: Int, prose: Int, tables: Int) {
        contradictions.append(
            Contradiction(
                statement: statement, printed: units[statement], meant: MoneyUnit(power: power),
                prose: prose, tables: tables))
        sources[statement] = .contradicted
        units[statement] = MoneyUnit(power: power)
    }

    /// Printed units that the other tables' contradict: the one that disagrees with most of them first.
    private mutating func contradictByTables() {
        while let (statement, power, figures) = mostContradicted() {
            contradict(statement, power, prose: 0, tables: figures)
            confirmed.insert(statement)
        }
        // one table against one: either may be wrong
        for (pair, weights) in links.sorted(by: { $0.key < $1.key }) {
            let isOpen = [pair.statement, pair.other].allSatisfy { sources[$0] == .printed }
            guard isOpen, let link = best(weights),
                units[pair.statement].power - units[pair.other].power != link.power
            else { continue }
            let both = [(pair.statement, pair.other), (pair.other, pair.statement)]
            let fewest = both.map { printedCount(units[$0.0]) }.min()
            // the one whose unit fewer tables print is the odd one
            for (one, other) in both where printedCount(units[one]) == fewest {
                contradictions.append(
                    Contradiction(
                        statement: one, printed: units[one], meant: units[other], prose: 0,
                        tables: link.weight.figures))
            }
            sources[pair.statement] = .contradicted
            sources[pair.other] = .contradicted
        }
    }

    /// How many of the accounts' tables print it.
    private func printedCount(_ unit: MoneyUnit) -> Int {
        statements.indices.count {
            isAccount[$0] && statements[$0].unitSource == .printed && statements[$0].unit == unit
        }
    }

    private func mostContradicted() -> (statement: Int, power: Int, figures: Int)? {
        var found: (statement: Int, power: Int, figures: Int, excess: Int)?
        for statement in statements.indices
        where sources[statement] == .printed && !confirmed.contains(statement) {
            var against: [Int: (tables: Int, figures: Int)] = [:]
            var agreeing = 0
            for other in statements.indices where other != statement {
                guard sources[other] != .unknown,
                    let link = best(links[Pair(statement: statement, other: other)] ?? [:])
                else { continue }
                let power = units[other].power + link.power
                // a table that the prose bears out counts for two
                let weight = confirmed.contains(other) ? 2 : 1
                if power == units[statement].power {
                    agreeing += weight
                } else {
                    against[power, default: (0, 0)].tables += weight
                    against[power, default: (0, 0)].figures += link.weight.figures
                }
            }
            guard
                let most = against.max(by: {
                    ($0.value.tables, $0.key) < ($1.value.tables, $1.key)
                })
            else {
                continue
            }
            let excess = most.value.tables - agreeing
            guard most.value.tables >= 2, excess > (found?.excess ?? 0) else { continue }
            found = (statement, most.key, most.value.figures, excess)
        }
        return found.map { ($0.statement, $0.power, $0.figures) }
    }

    /// Tables without a unit have that of those whose figures they repeat.
    private mutating func spread() {
        var isChanged = true
        while isChanged {
            isChanged = false
            for statement in statements.indices
            where sources[statement] == .unknown && !statements[statement].isProse {
                var powers: Set<Int> = []
                for other in statements.indices where sources[other].isKnown {
                    let link = best(links[Pair(statement: statement, other: other)] ?? [:])
                    if let link { powers.insert(units[other].power + link.power) }
                }
                guard powers.count == 1, let power = powers.first else { continue }
                units[statement] = MoneyUnit(power: power)
                sources[statement] = .tables
                isChanged = true
            }
        }
    }

    /// The document's unit, where it has only one: for tables that nothing else is known of.
    private mutating func takeDocument(_ printed: Set<MoneyUnit>) {
        var known = printed
        for statement in statements.indices where isAccount[statement] {
            if sources[statement] != .unknown { known.insert(units[statement]) }
        }
        // a unit that is wrong on one table may be wrong on others
        let doubted = Set(contradictions.map(\.printed))
        for statement in statements.indices
        where sources[statement] == .printed && !confirmed.contains(statement)
            && doubted.contains(units[statement])
        {
            let isLinked = statements.indices.contains { other in
                sources[other].isKnown
                    && best(links[Pair(statement: statement, other: other)] ?? [:]) != nil
            }
            if !isLinked { sources[statement] = .unknown }
        }
        guard known.count == 1, let unit = known.first, doubted.isEmpty else { return }
        for statement in statements.indices
        where sources[statement] == .unknown && isAccount[statement] {
            sources[statement] = .document
            units[statement] = unit
        }
    }
}
