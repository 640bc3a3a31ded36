/// Recognises a report's tables, makes records of their numbers and checks them.
public struct AccountsChecker: Sendable {
    let index: CatalogueIndex

    /// With the catalogue that is part of the program.
    public static let standard = AccountsChecker(standardText: StandardCatalogue.text)

    /// The catalogue in use.
    public var catalogue: Catalogue { index.catalogue }

    /// Throws where a relation speaks of rows or columns that are not defined.
    public init(_ catalogue: Catalogue) throws(CatalogueError) {
        index = CatalogueIndex(catalogue)
        try index.validate()
    }

    private init(standardText: StaticString) {
        // a test validates the embedded catalogue
        index = CatalogueIndex(standardText.withUTF8Buffer(CatalogueText.read))
    }

    /// What the catalogue says of a report: its tables, and what its prose says of their figures.
    public func report(
        _ tables: [ReportTable], paragraphs: [ReportParagraph] = []
    ) -> AccountsReport {
        var (statements, slots) = statements(tables)
        let projects = ProjectNames(statements, project: index.symbols["project"]) {
            tables.flatMap { $0.cells.map(\.text) } + paragraphs.map(\.text)
        }
        for key in projects.keys { statements[key.statement].add(key: key.key, line: key.line) }
        let isSeveral = areSeveralReports(statements)
        let prose = Prose(
            isSeveral ? [] : paragraphs, tables, statements, firstSlot: slots.count, index: index)
        slots += prose.slots
        if let statement = prose.statement { statements.append(statement) }
        var builder = equations(statements, slots, prose)
        if correctScans(&slots, statements, builder) {
            builder = equations(statements, slots, prose)
        }
        if dropSlips(&slots, statements, builder) {
            builder = equations(statements, slots, prose)
        }
        var assembly = ReportAssembly(
            index: index, tables: tables, statements: statements, slots: slots, builder: builder)
        var report = assembly.report(prose: prose, variants: projects.variants)
        report.isSeveral = isSeveral
        return report
    }

    /// So many official tables that stand twice are another report.
    static let repeated = 3

    /// Offices publish the reports of all their units in one PDF.
    ///
    /// Nothing tells then which of them a sentence is about. Forms are many in one report too.
    private func areSeveralReports(_ statements: [Statement]) -> Bool {
        let counts = statements.reduce(into: [Int: Int]()) { counts, statement in
            if index.tables[statement.definition].form.isEmpty {
                counts[statement.definition, default: 0] += 1
            }
        }
        return counts.values.count { $0 > 1 } >= AccountsChecker.repeated
    }

    private func equations(
        _ statements: [Statement], _ slots: [Slot], _ prose: Prose
    ) -> EquationBuilder {
        var builder = EquationBuilder(index, statements, slots)
        builder.build()
        builder.add(prose.claims)
        return builder
    }

    /// Puts the readings that make the relations hold for those of OCR; says whether there are any.
    private func correctScans(
        _ slots: inout [Slot], _ statements: [Statement], _ builder: EquationBuilder
    ) -> Bool {
        let result = ScanCorrector(slots, statements, builder)
        for slot in result.doubtful { slots[slot].isSound = false }
        for correction in result.corrections {
            let slot = correction.slot
            // what was no number at all has none to go back to
            slots[slot].read = slots[slot].slip == nil ? slots[slot].value : nil
            slots[slot].value = correction.value
            slots[slot].slip = correction.text
        }
        return !result.corrections.isEmpty || !result.doubtful.isEmpty
    }

    /// Slipped numbers that nothing proves cannot be read, and corrections of OCR that nothing proves
    /// are none; says whether there are any.
    private func dropSlips(
        _ slots: inout [Slot], _ statements: [Statement], _ builder: EquationBuilder
    ) -> Bool {
        guard slots.contains(where: { $0.slip != nil }) else { return false }
        let proof = Proof(slots, statements, builder.equations)
        let failing = Set(
            builder.equations.filter { $0.outcome == .fails }.flatMap { $0.terms.map(\.slot) })
        var isChanged = false
        for number in slots.indices where slots[number].slip != nil {
            if proof.proved[number], !failing.contains(number) { continue }
            slots[number].slip = nil
            if let read = slots[number].read {
                slots[number].value = read
                slots[number].isSound = false
            } else {
                slots[number].state = .unread
                slots[number].value = 0
            }
            isChanged = true
        }
        return isChanged
    }

    /// The tables that are known, in the report's order, and the places for their figures.
    private func statements(_ tables: [ReportTable]) -> ([Statement], [Slot]) {
        let finder = StatementFinder(index: index)
        let layouts = tables.map { TableLayout($0, index) }
        let candidates = layouts.map(finder.candidates)
        var taken: Set<Int> = []
        var chosen = [StatementFinder.Candidate?](repeating: nil, count: tables.count)
        // tables whose title says what they are come first
        for isSure in [true, false] {
            for number in tables.indices {
                guard let first = candidates[number].first, (first.title >= 0.8) == isSure else {
                    continue
                }
                chosen[number] = finder.best(of: candidates[number], taken: taken)
                if let definition = chosen[number]?.definition { taken.insert(definition) }
            }
        }
        var statements: [Statement] = []
        var slots: [Slot] = []
        for number in tables.indices {
            guard let candidate = chosen[number] else { continue }
            let reader = StatementReader(
                candidate, layouts[number], table: number, number: statements.count,
                firstSlot: slots.count, index: index)
            statements.append(reader.statement)
            slots += reader.slots
        }
        return (statements, slots)
    }
}
