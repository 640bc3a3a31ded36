/// The figures of a report's prose, and what it says of them.
struct Prose {
    /// A line for each figure; nil without prose.
    private(set) var statement: Statement?
    private(set) var slots: [Slot] = []
    /// One a slot.
    private(set) var figures: [ProseFigure] = []
    private(set) var claims: [ProseClaim] = []
    /// What a person should look at, whatever the tables say.
    private(set) var notes: [ProseNote] = []
    let firstSlot: Int

    /// Longer texts (in bytes, three a character) are no headings.
    private static let longestHeading = 120
    /// So many slips of one report may say one thing in two ways.
    private static let mostDifferent = 2

    init(
        _ paragraphs: [ReportParagraph], _ tables: [ReportTable], _ statements: [Statement],
        firstSlot: Int, index: CatalogueIndex
    ) {
        self.firstSlot = firstSlot
        guard !index.catalogue.prose.subjects.isEmpty else { return }
        let report = ProseReport(tables, paragraphs)
        var reader = ProseReader(
            ProseIndex(index.catalogue.prose, organisations: report.organisations),
            names: ProseNames(index, statements), report: report)
        var years = ProseYears(report)
        var placeholders = ProsePlaceholders(index.catalogue.prose)
        for (number, paragraph) in paragraphs.enumerated() {
            years?.read(paragraph.text, number: number)
            placeholders.read(paragraph.text, number: number)
            guard ProseScanner.mayHaveFigures(paragraph.text) else {
                if paragraph.text.utf8.count <= Prose.longestHeading { reader.readHeading() }
                continue
            }
            let scanner = ProseScanner(paragraph.text)
            notes += scanner.missing.map {
                ProseNote(
                    kind: .missingFigure, place: ProsePlace(paragraph: number, range: $0.range),
                    label: $0.label)
            }
            guard !scanner.figures.isEmpty else { continue }
            let first = firstSlot + slots.count
            reader.read(scanner, paragraph: number, firstSlot: first)
            notes += reader.notes
            claims += reader.claims.map { $0.counting(from: first) }
            for figure in scanner.figures { add(figure, number, statements.count) }
        }
        reader.finish()
        claims += reader.claims
        if statements.isEmpty { dropRepeated() }
        notes += (years?.notes ?? []) + placeholders.notes
        if !statements.isEmpty {
            notes += ProseContents(index, statements, tables).notes(paragraphs)
        }
    }

    /// The texts of several units' reports give each subject several figures: where no table tells them
    /// apart, what is said again says nothing.
    private mutating func dropRepeated() {
        let pairs = claims.indices.compactMap { number -> (claim: Int, isSame: Bool)? in
            guard case .sum(let terms, .equal) = claims[number].kind, terms.count == 2,
                case .slot(let one) = terms[0].operand
            else { return nil }
            var other = claims[number].fallback
            if claims[number].relation == ProseClaim.again { other = terms[1].operand }
            guard case .slot(let two)? = other else { return nil }
            return (number, slots[one - firstSlot].value == slots[two - firstSlot].value)
        }
        let different = pairs.filter { !$0.isSame }
        guard different.count > Prose.mostDifferent, different.count * 2 > pairs.count else {
            return
        }
        let dropped = Set(pairs.map(\.claim))
        claims = claims.indices.filter { !dropped.contains($0) }.map { claims[$0] }
    }

    private mutating func add(_ figure: ProseFigure, _ paragraph: Int, _ number: Int) {
        if statement == nil {
            statement = Statement(
                table: Statement.prose, definition: Statement.prose, certainty: 100,
                isCertain: true,
                blocks: [Statement.Block(definition: 0, labels: [], measures: [])],
                unit: MoneyUnit(power: 4), unitSource: .printed, scale: 2)
        }
        // a line a figure
        let row = figures.count
        var line = Statement.Line(block: 0, figures: 0, row: row)
        line.label = figure.label
        line.isIdentified = true
        slots.append(
            Slot(
                value: figure.value, place: figure.place, state: .printed, kind: figure.kind,
                measure: 0, statement: number, line: row,
                origin: .prose(ProsePlace(paragraph: paragraph, range: figure.range))))
        figures.append(figure)
        // where it is: a copy for each figure takes the time of their square
        statement?.lines.append(line)
    }
}
