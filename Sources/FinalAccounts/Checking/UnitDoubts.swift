/// Printed units that nothing bears out and every figure that stands elsewhere speaks against.
///
/// A few small figures are too little to say what a table is counted in. But where all of them are the same in the
/// text or in another table only when its unit is another that reports use, and none agrees, the printed one is not
/// to be relied on: a wrong figure is hardly off by just 元 to 万元.
struct UnitDoubts {
    struct Doubt {
        var statement: Int
        /// The unit with which the others agree.
        var power: Int
        /// How many figures of the prose say so, and how many of other tables.
        var prose: Int
        var tables: Int
    }

    /// Reports count in 元, 万元 and 亿元, so many powers of ten apart; other distances are slips of a point.
    static let stepOfUnits = 4

    private(set) var doubts: [Doubt] = []

    init(
        _ sightings: [UnitWitness.Sighting], _ statements: [Statement], _ units: [MoneyUnit],
        _ sources: [UnitSource]
    ) {
        var said = [[Int: (prose: Set<Int>, tables: Set<Int>)]](repeating: [:], count: units.count)
        for sighting in sightings {
            let (own, other) = (sighting.statement, sighting.other)
            var power = statements[own].unit.power + sighting.shift
            if statements[other].isProse {
                said[own][power, default: ([], [])].prose.insert(sighting.value)
            } else if sources[other].isKnown {
                power += units[other].power - statements[other].unit.power
                said[own][power, default: ([], [])].tables.insert(sighting.value)
            }
        }
        for statement in units.indices
        where sources[statement] == .printed && !statements[statement].isProse {
            guard said[statement].count == 1, let (power, figures) = said[statement].first,
                power != units[statement].power,
                (power - units[statement].power).isMultiple(of: UnitDoubts.stepOfUnits)
            else { continue }
            doubts.append(
                Doubt(
                    statement: statement, power: power, prose: figures.prose.count,
                    tables: figures.tables.count))
        }
    }
}
