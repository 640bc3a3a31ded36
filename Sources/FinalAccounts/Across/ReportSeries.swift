/// Compares the reports of an organisation with each other; none of these relations is official.
///
/// Balances can differ for good reasons (corrections, money that was returned), budgets change in
/// the course of the year: what differs is said, nothing fails by it.
public struct ReportSeries: Sendable {
    /// Figures of two reports that should be the same and are not.
    public struct Finding: Sendable {
        public var relation: String
        public var organisation: String
        /// The documents, as they were named when added.
        public var document: String
        public var other: String
        /// In 元.
        public var amount: String
        public var otherAmount: String
        public var difference: String
    }

    private struct Key: Hashable {
        var organisation: String
        var year: Int
        var kind: String
    }

    /// A relation's two references, ready for looking up.
    private struct Pair {
        var definition: AcrossDefinition
        var own: RelationIndex.Term
        var other: RelationIndex.Term
    }

    /// What is kept of a report: its figures by relation and side.
    private struct Entry {
        var document: String
        var figures: [Int: (value: Int, place: Int)] = [:]
        var otherFigures: [Int: (value: Int, place: Int)] = [:]
    }

    private let index: CatalogueIndex
    private let pairs: [Pair]
    private var entries: [Key: Entry] = [:]

    public init(_ checker: AccountsChecker) {
        let index = checker.index
        self.index = index
        // relations that cannot be used are known to whoever validated the catalogue
        pairs = index.catalogue.across.compactMap { definition in
            guard let sides = try? index.sides(of: definition) else { return nil }
            return Pair(definition: definition, own: sides.own, other: sides.other)
        }
    }

    /// Takes a report's figures; a second one of the same organisation, year and kind is left out.
    public mutating func add(
        _ report: AccountsReport, organisation: String?, year: Int?, kind: String, document: String
    ) {
        guard let organisation, let year else { return }
        let key = Key(organisation: LabelKey.key(organisation), year: year, kind: kind)
        guard entries[key] == nil else { return }
        let tables = Dictionary(
            report.recognised.map { ($0.table, $0.catalogue) }, uniquingKeysWith: { one, _ in one })
        var entry = Entry(document: document)
        for (number, pair) in pairs.enumerated() {
            entry.figures[number] = figure(pair.own, report.records, tables)
            entry.otherFigures[number] = figure(pair.other, report.records, tables)
        }
        entries[key] = entry
    }

    /// Everything that differs, by organisation and year.
    public var findings: [Finding] {
        let keys = entries.keys.sorted { ($0.organisation, $0.year) < ($1.organisation, $1.year) }
        return keys.flatMap { key in pairs.indices.compactMap { finding(key, $0) } }
    }

    private func finding(_ key: Key, _ number: Int) -> Finding? {
        var other = key
        switch pairs[number].definition.other {
        case .previousYear: other.year -= 1
        case .budget: other.kind = "budget"
        }
        guard other != key, let entry = entries[key], let before = entries[other],
            let one = entry.figures[number], let two = before.otherFigures[number]
        else { return nil }
        let difference = one.value - two.value
        guard abs(difference) > (one.place + two.place) / 2 else { return nil }
        let yuan = MoneyUnit(power: 0)
        return Finding(
            relation: pairs[number].definition.id, organisation: key.organisation,
            document: entry.document, other: before.document,
            amount: yuan.printed(one.value, scale: 0),
            otherAmount: yuan.printed(two.value, scale: 0),
            difference: yuan.printed(difference, scale: 0))
    }

    /// The figure that a reference means, with its last place; nil where it is not printed.
    private func figure(
        _ term: RelationIndex.Term, _ records: [AccountRecord], _ tables: [Int: String]
    ) -> (value: Int, place: Int)? {
        let table = index.tables[term.table].id
        let found = records.filter { record in
            guard tables[record.cell.table] == table,
                term.measure.map({ index.names[$0] == record.measure }) ?? true
            else { return false }
            switch term.rows {
            case .item(let item): return record.row == index.names[item]
            case .code(let code): return record.code == String(code)
            default: return true
            }
        }
        guard found.count == 1, let record = found.first,
            let unit = record.unit.flatMap(MoneyUnit.init), let amount = ExactAmount(record.amount),
            let value = unit.base(amount)
        else { return nil }
        return (value, unit.place(scale: amount.scale))
    }
}

extension CatalogueIndex {
    /// The two figures that should be the same.
    func sides(
        of definition: AcrossDefinition
    ) throws(CatalogueError) -> (own: RelationIndex.Term, other: RelationIndex.Term) {
        let parts = definition.check.split(separator: " ").map(String.init)
        guard parts.count == 3, parts[1] == "=" else {
            throw .relation(definition.check, "should be written: figure = figure")
        }
        return (try reference(parts[0]), try reference(parts[2]))
    }
}
