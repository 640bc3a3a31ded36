/// The figures of a report's prose, and what it says of them.
struct Prose {
    /// A unit without a figure.
    struct Missing: Sendable {
        var place: ProsePlace
        var label: String
    }

    /// A line for each figure; nil without prose.
    private(set) var statement: Statement?
    private(set) var slots: [Slot] = []
    /// Their figures are counted among all of the report's.
    private(set) var claims: [ProseClaim] = []
    private(set) var missing: [Missing] = []

    /// Longer texts (in bytes, three a character) are no headings.
    private static let longestHeading = 120
    /// A percentage of the prose may be cut off rather than rounded: it may be off by a whole
    /// place, twice what rounding allows.
    private static let rateSlack = 2

    init(
        _ paragraphs: [ReportParagraph], _ tables: [ReportTable], _ statements: [Statement],
        firstSlot: Int, index: CatalogueIndex
    ) {
        // what stands in no known table has nothing to be compared with
        guard !statements.isEmpty, !index.catalogue.prose.subjects.isEmpty else { return }
        var reader = ProseReader(
            ProseIndex(index.catalogue.prose), names: ProseNames(index, statements),
            year: Prose.year(tables))
        for (number, paragraph) in paragraphs.enumerated() {
            guard ProseScanner.mayHaveFigures(paragraph.text) else {
                if paragraph.text.utf8.count <= Prose.longestHeading { reader.readHeading() }
                continue
            }
            let scanner = ProseScanner(paragraph.text)
            missing += scanner.missing.map {
                Missing(
                    place: ProsePlace(paragraph: number, range: $0.range), label: $0.label)
            }
            guard !scanner.figures.isEmpty else { continue }
            reader.read(scanner)
            guard !reader.claims.isEmpty else { continue }
            let first = firstSlot + slots.count
            claims += reader.claims.map { $0.counting(from: first) }
            for figure in scanner.figures { add(figure, number, statements.count) }
        }
    }

    private mutating func add(_ figure: ProseFigure, _ paragraph: Int, _ number: Int) {
        var statement =
            self.statement
            ?? Statement(
                table: Statement.prose, definition: Statement.prose, certainty: 100,
                isCertain: true,
                blocks: [Statement.Block(definition: 0, labels: [], measures: [])],
                unit: MoneyUnit(power: 4), unitSource: .printed, scale: 2)
        var line = Statement.Line(block: 0, figures: 0, row: statement.lines.count)
        line.label = figure.label
        line.isIdentified = true
        let isRate = figure.kind == .rate
        slots.append(
            Slot(
                value: figure.value, place: figure.place * (isRate ? Prose.rateSlack : 1),
                state: .printed, kind: figure.kind, measure: 0, statement: number,
                line: statement.lines.count,
                origin: .prose(ProsePlace(paragraph: paragraph, range: figure.range))))
        statement.lines.append(line)
        self.statement = statement
    }

    /// The year of most tables.
    private static func year(_ tables: [ReportTable]) -> Int? {
        var counts: [Int: Int] = [:]
        for table in tables { if let year = table.year { counts[year, default: 0] += 1 } }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}

extension ProseClaim {
    /// With the paragraph's figures counted from this one on.
    fileprivate func counting(from first: Int) -> ProseClaim {
        func moved(_ operand: Operand) -> Operand {
            guard case .figure(let number) = operand else { return operand }
            return .figure(first + number)
        }
        var result = self
        result.kind =
            switch kind {
            case .equal(let left, let right, let sign): .equal(moved(left), moved(right), sign)
            case .rate(let rate, let part, let whole):
                .rate(first + rate, of: moved(part), in: whole.map { (moved($0.0), $0.factor) })
            }
        return result
    }
}
