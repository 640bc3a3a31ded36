internal import PageModel

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
    /// Of each of `all`.
    private let labels: [Labels]

    /// Figures of two digits stand in many places.
    private static let least = 100
    /// A figure and label that stand in more places than these tell no two apart.
    private static let mostPlaces = 12

    init(_ all: [Lines], _ isWanted: [Bool]) {
        self.all = all
        labels = Labels.all(all)
        let tables = Set(all.map(\.grid.table)).count
        guard all.count(where: { $0.direction == .rows }) > 1 else { return }
        // most stand once: only those that may stand twice are kept
        var seen = [UInt8](repeating: 0, count: Figure.marks)
        forEachFigure { if seen[$0.mark] < 2 { seen[$0.mark] += 1 } }
        var figures: [Figure] = []
        forEachFigure { if seen[$0.mark] > 1 { figures.append($0) } }
        figures.sort()
        let shared = pairs(figures, isWanted)
        // in the order of the tables: that of a dictionary is another in each process
        for pair in shared.keys.sorted() {
            let lines = (shared[pair] ?? []).sorted { $0 < $1 }
            if lines.count > 1 { believe(pair, lines, tables) }
        }
        relations.sort { ($0.table, -$0.bits) < ($1.table, -$1.bits) }
    }

    /// What a table's rows are called, as numbers: they are compared again and again.
    private struct Labels {
        /// For each line; equal labels of all tables have one number, and lines without a label none.
        var numbers: [Int?] = []
        var repeated: Set<Int> = []
        /// The last line that is called so.
        var lines: [Int: Int] = [:]

        /// Columns have none.
        static func all(_ all: [Lines]) -> [Labels] {
            var known: [String: Int] = [:]
            return all.map { lines in
                var result = Labels()
                guard lines.direction == .rows else { return result }
                for (line, label) in lines.labels.enumerated() {
                    let number = label.key.isEmpty ? nil : known[label.key] ?? known.count
                    result.numbers.append(number)
                    guard let number else { continue }
                    known[label.key] = number
                    if result.lines.updateValue(line, forKey: number) != nil {
                        result.repeated.insert(number)
                    }
                }
                return result
            }
        }
    }

    /// The figures that a label tells from the others of their lines.
    private func forEachFigure(_ body: (Figure) -> Void) {
        for (number, lines) in all.enumerated() {
            for (line, label) in labels[number].numbers.enumerated() {
                guard let label, !labels[number].repeated.contains(label) else { continue }
                for position in lines.positions.indices where !lines.isRatePosition[position] {
                    let value = lines.values[lines.at(line, position)]
                    guard abs(value) >= CopySearch.least,
                        let amount = CopySearch.plain(value, lines.grid.scale)
                    else { continue }
                    body(
                        Figure(
                            label: label, units: amount.units, scale: amount.scale, lines: number,
                            position: position, line: line))
                }
            }
        }
    }

    /// Lines of two columns that have one label and one figure.
    private func pairs(_ figures: [Figure], _ isWanted: [Bool]) -> [Pair: [(Int, Int)]] {
        var shared: [Pair: [(Int, Int)]] = [:]
        var start = 0
        while start < figures.count {
            let first = figures[start]
            let end = figures[start...].firstIndex { !$0.isSame(as: first) } ?? figures.count
            if end - start <= CopySearch.mostPlaces {
                for (place, one) in figures[start..<end].enumerated() {
                    for other in figures[(start + place + 1)..<end]
                    where one.lines != other.lines
                        && (isWanted[one.lines] || isWanted[other.lines])
                    {
                        shared[Pair(one: one.column, other: other.column), default: []].append(
                            (one.line, other.line))
                    }
                }
            }
            start = end
        }
        return shared
    }

    /// A figure and where it stands: a long report has a million.
    private struct Figure: Comparable {
        /// Those that are called the same have the same.
        @Small var label: Int
        var units: Int
        @Small var scale: Int
        @Small var lines: Int
        @Small var position: Int
        @Small var line: Int

        var column: Column { Column(lines: lines, position: position) }

        /// Equal ones have the same of so many marks; others seldom.
        static let marks = 1 << 20
        var mark: Int {
            let one = UInt64(truncatingIfNeeded: units) &* 0x9E37_79B9_7F4A_7C15
            let two = UInt64(truncatingIfNeeded: label << 5 | scale & 31) &* 0xC2B2_AE3D_27D4_EB4F
            return Int(truncatingIfNeeded: (one ^ two) >> 44)
        }

        func isSame(as other: Figure) -> Bool {
            label == other.label && units == other.units && scale == other.scale
        }

        static func < (a: Figure, b: Figure) -> Bool {
            if !a.isSame(as: b) {
                return (a.label, a.units, a.scale) < (b.label, b.units, b.scale)
            }
            return (a.lines, a.position) < (b.lines, b.position)
        }
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
        let lines = labels[pair.other.lines].lines
        var failing = 0
        for (line, label) in labels[pair.one.lines].numbers.enumerated() {
            guard let label, let match = lines[label] else { continue }
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
