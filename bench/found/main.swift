import Dataset
import Digitizer
import FinalAccounts
import TableRecognition

/// What relations without a catalogue prove of documents, and how many they find in shuffled tables.
///
///     found-relations DOCUMENT.json|PDF... [--shuffles N] [--show]
var paths: [String] = []
var shuffles = 0
var isShown = false
var arguments = CommandLine.arguments.dropFirst().makeIterator()
while let argument = arguments.next() {
    switch argument {
    case "--shuffles": shuffles = arguments.next().flatMap { Int($0) } ?? 0
    case "--show": isShown = true
    default: paths.append(argument)
    }
}

let documents = paths.compactMap { path in
    (try? document(path)).map { (path, $0) }
}
var all = Share()
var standard = Share()
var seconds = 0.0
var tableCount = 0
for (path, document) in documents {
    let tables = document.tables.map { $0.reportTable() }
    var found = FoundRelations([])
    seconds += time { found = FoundRelations(tables) }
    tableCount += tables.count
    var own = Share()
    var ownStandard = Share()
    for (number, table) in document.tables.enumerated() {
        let share = Share(table, number, found)
        own += share
        if table.catalogue != nil { ownStandard += share }
        if isShown, share.amounts > 1 { show(table, number, found, share) }
    }
    all += own
    standard += ownStandard
    print(
        "\(name(path)): \(tables.count) tables, \(found.relations.count) relations, all \(own), standard \(ownStandard)"
    )
}
print("together: all \(all), standard \(standard)")
print("\(milliseconds(seconds / Double(max(1, tableCount)))) ms a table")
if shuffles > 0 { shuffle() }

func document(_ path: String) throws -> DocumentRecord {
    if path.hasSuffix(".json"), let bytes = Disk.read(path),
        var document = DocumentReader.document(bytes)
    {
        document.checkAccounts(with: .standard)
        return document
    }
    return try Digitizer.digitize(path: path)
}

func name(_ path: String) -> Substring {
    let parts = path.split(separator: "/")
    return path.hasSuffix(".json") ? parts.dropLast().last ?? "" : parts.last ?? ""
}

func time(_ work: () -> Void) -> Double {
    let duration = ContinuousClock().measure(work)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

func milliseconds(_ seconds: Double) -> String {
    let micros = Int(seconds * 1_000_000)
    let rest = String(micros % 1000 + 1000).dropFirst()
    return "\(micros / 1000).\(rest)"
}

/// Figures that are not zero, and how many of them are proved.
struct Share: CustomStringConvertible {
    var amounts = 0
    var proved = 0

    init() {}

    init(_ table: TableRecord, _ number: Int, _ found: FoundRelations) {
        for cell in table.cells where cell.kind == .amount {
            guard let amount = cell.amount, amount.contains(where: { ("1"..."9").contains($0) })
            else { continue }
            amounts += 1
            if found.proved.contains(CellPlace(table: number, row: cell.row, column: cell.column)) {
                proved += 1
            }
        }
    }

    static func += (one: inout Share, other: Share) {
        one.amounts += other.amounts
        one.proved += other.proved
    }

    var description: String {
        let tenths = amounts > 0 ? proved * 1000 / amounts : 0
        return "\(proved) of \(amounts) (\(tenths / 10).\(tenths % 10)%)"
    }
}

func show(_ table: TableRecord, _ number: Int, _ found: FoundRelations, _ share: Share) {
    print("## \(table.id) \(table.title ?? "") \(table.catalogue ?? ""): \(share)")
    let relations = found.relations.filter { $0.table == number }
    for relation in relations {
        let holding = relation.instances.count { $0.holds }
        print(
            "   \(relation.id) \(Int(relation.bits)) bits\(relation.isOwn ? "" : " pooled"), \(holding) of \(relation.instances.count)"
        )
    }
    guard share.proved < share.amounts else { return }
    for (row, texts) in (table.header + table.rows).enumerated() {
        let cells = texts.enumerated().map { column, text in
            let place = CellPlace(table: number, row: row, column: column)
            return found.proved.contains(place) ? "✓" + text : text
        }
        print("      \(cells.joined(separator: " | "))")
    }
}

/// Numbers of the tables at hand, each table's put to other places of it.
@MainActor func shuffle() {
    var random = Seeded(state: 20_241_123)
    var tables = 0
    var relations = 0
    var kinds: [String: Int] = [:]
    for _ in 0..<shuffles {
        for (_, document) in documents {
            let shuffled = document.tables.map { shuffledTable($0.reportTable(), &random) }
            let found = FoundRelations(shuffled)
            tables += shuffled.count { table in table.cells.count { $0.kind == .amount } > 1 }
            relations += found.relations.count
            for relation in found.relations { kinds[relation.id, default: 0] += 1 }
        }
    }
    let rate = tables > 0 ? relations * 1_000_000 / tables : 0
    print(
        "\(tables) shuffled tables: \(relations) false relations, \(milliseconds(Double(rate) / 1_000_000)) per 1,000"
    )
    for (kind, count) in kinds.sorted(by: { $0.value > $1.value }) { print("  \(kind): \(count)") }
}

func shuffledTable(_ table: ReportTable, _ random: inout Seeded) -> ReportTable {
    var table = table
    let places = table.cells.indices.filter {
        table.cells[$0].kind == .amount && table.cells[$0].amount != nil
    }
    let figures = places.map { (table.cells[$0].text, table.cells[$0].amount) }
        .shuffled(using: &random)
    for (place, figure) in zip(places, figures) {
        (table.cells[place].text, table.cells[place].amount) = figure
    }
    return table
}

/// The same numbers on every run.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
