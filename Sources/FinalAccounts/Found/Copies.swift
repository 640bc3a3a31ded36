/// Equal figures of lines that are called the same: they prove each other's reading, and accuse nothing.
///
/// A figure that stands often in a table is no witness: its weight is how rare it is there.
struct CopySearch {
    /// A line with figures at labelled positions.
    private struct Column: Hashable {
        var lines: Int
        var position: Int
    }

    private struct Pair: Hashable, Comparable {
        var one: Column
        var other: Column

        static func < (a: Pair, b: Pair) -> Bool {
            (a.one.lines, a.one.position, a.other.lines, a.other.position)
                < (b.one.lines, b.one.position, b.other.lines, b.other.position)
        }
    }

    let all: [Lines]
    private(set) var relations: [FoundRelation] = []
    /// For each table's lines: the numbers of their labels, -1 for those without one, and the last line of each label.
    private var labels: [[Int]] = []
    private var lineByLabel: [[Int: Int]] = []

    /// Figures of two digits stand in many places.
    private static let least = 100
    /// A figure and label that stand in more places than these tell no two apart.
    private static let mostPlaces = 12

    init(_ all: [Lines], _ isWanted: [Bool]) {
        self.all = all
        numberLabels()
        var places: [Key: [Column: Int]] = [:]
        for (number, lines) in all.enumerated() where lines.direction == .rows {
            var seen: Set<Int> = []
            var repeated: Set<Int> = []
            for label in labels[number] where !seen.insert(label).inserted {
                repeated.insert(label)
            }
            for (line, label) in labels[number].enumerated()
            where label >= 0 && !repeated.contains(label) {
                for position in lines.positions.indices where !lines.isRatePosition[position] {
                    let value = lines.values[lines.at(line, position)]
                    guard abs(value) >= CopySearch.least,
                        let amount = CopySearch.plain(value, lines.grid.scale)
                    else { continue }
                    places[Key(label: label, amount: amount), default: [:]][
                        Column(lines: number, position: position)] = line
                }
            }
        }
        var shared: [Pair: [(Int, Int)]] = [:]
        for columns in places.values
        where columns.count > 1 && columns.count <= CopySearch.mostPlaces {
            let sorted = columns.sorted {
                ($0.key.lines, $0.key.position) < ($1.key.lines, $1.key.position)
            }
            for (place, one) in sorted.enumerated() {
                for other in sorted[(place + 1)...]
                where one.key.lines != other.key.lines
                    && (isWanted[one.key.lines] || isWanted[other.key.lines])
                {
                    shared[Pair(one: one.key, other: other.key), default: []].append(
                        (one.value, other.value))
                }
            }
        }
        let tables = Set(all.map(\.grid.table)).count
        // in the order of the tables: that of a dictionary is another in each process
        for pair in shared.keys.sorted() {
            let lines = (shared[pair] ?? []).sorted { $0 < $1 }
            if lines.count > 1 { believe(pair, lines, tables) }
        }
        relations.sort { ($0.table, -$0.bits) < ($1.table, -$1.bits) }
    }

    /// Labels are compared again and again: as numbers that is quick.
    private mutating func numberLabels() {
        var numbers: [String: Int] = [:]
        for lines in all {
            guard lines.direction == .rows else {
                labels.append([])
                lineByLabel.append([:])
                continue
            }
            let own = lines.labels.map { label -> Int in
                if label.key.isEmpty { return -1 }
                if let number = numbers[label.key] { return number }
                let number = numbers.count
                numbers[label.key] = number
                return number
            }
            labels.append(own)
            lineByLabel.append(
                Dictionary(
                    own.enumerated().filter { $0.element >= 0 }.map { ($0.element, $0.offset) },
                    uniquingKeysWith: { $1 }))
        }
    }

    private struct Key: Hashable {
        var label: Int
        var amount: ExactAmount
    }

    private static func plain(_ value: Int, _ scale: Int) -> ExactAmount? {
        ExactAmount(units: value, scale: scale).shortest
    }

    private mutating func believe(_ pair: Pair, _ equal: [(Int, Int)], _ tables: Int) {
        let (one, other) = (all[pair.one.lines], all[pair.other.lines])
        var bits = 0.0
        var seen: Set<Int> = []
        for (line, _) in equal {
            let value = abs(one.values[one.at(line, pair.one.position)])
            guard seen.insert(value).inserted else { continue }
            bits += min(
                weight(one, line, pair.one.position),
                weight(other, equal.first { $0.0 == line }?.1 ?? 0, pair.other.position))
        }
        // how many lines are called the same and differ
        let lines = lineByLabel[pair.other.lines]
        var failing = 0
        for (line, label) in labels[pair.one.lines].enumerated() {
            guard let match = lines[label] else { continue }
            let a = one.values[one.at(line, pair.one.position)]
            let b = other.values[other.at(match, pair.other.position)]
            if a != 0 || b != 0,
                CopySearch.plain(a, one.grid.scale) != CopySearch.plain(b, other.grid.scale)
            {
                failing += 1
            }
        }
        let count = equal.count + failing
        let candidates = Bits.log2(one.length * other.length) + Bits.log2(tables)
        let weight = bits - Bits.choose(count, failing) - candidates
        guard weight >= Evidence.enough, equal.count * 10 >= count * Evidence.holdingOfTen else {
            return
        }
        var relation = FoundRelation(
            kind: .copy, isRows: true, table: one.grid.table, bits: weight, isOwn: true,
            instances: [],
            scale: one.grid.scale)
        for (line, match) in equal {
            let cells = [
                one.grid.place(one.figure(line, pair.one.position)),
                other.grid.place(other.figure(match, pair.other.position)),
            ]
            relation.instances.append(
                FoundRelation.Instance(
                    terms: [(cells[0], 1), (cells[1], -1)], holds: true, difference: 0,
                    toleranceTenths: 0, proved: cells))
        }
        relations.append(relation)
    }

    /// How rare the figure is in its table, and among figures of its length.
    private func weight(_ lines: Lines, _ line: Int, _ position: Int) -> Double {
        let value = abs(lines.values[lines.at(line, position)])
        let count = lines.grid.occurrences[value] ?? 1
        return max(0, Bits.log2(lines.grid.amountCount) - Bits.log2(count))
    }
}
