/// Recognises a report's tables, makes records of their numbers and checks them.
public struct AccountsChecker: Sendable {
    let index: CatalogueIndex

    /// With the catalogue that is part of the program.
    public static let standard = AccountsChecker(standardText: StandardCatalogue.text)

    /// Without any catalogue: what the tables' figures themselves bear out is all that is known.
    public static let withoutCatalogue = AccountsChecker(index: CatalogueIndex(Catalogue()))

    private init(index: CatalogueIndex) { self.index = index }

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
        var index = index
        var (statements, slots) = statements(tables, &index)
        let projects = ProjectNames(statements, project: index.symbols["project"]) {
            tables.flatMap { $0.cells.map(\.text) } + paragraphs.map(\.text)
        }
        for key in projects.keys { statements[key.statement].add(key: key.key, line: key.line) }
        let isSeveral = areSeveralReports(statements)
        let prose = Prose(
            isSeveral ? [] : paragraphs, tables, statements, firstSlot: slots.count, index: index)
        slots += prose.slots
        if let statement = prose.statement { statements.append(statement) }
        var builder = equations(index, statements, slots, prose, nil)
        let units = UnitResolver(
            statements, slots, builder.equations + builder.conditions,
            isAccount: statements.map { !$0.isProse && index.tables[$0.definition].kind != nil },
            printed: printedUnits(tables, paragraphs, statements))
        for number in statements.indices {
            statements[number].take(units.units[number], units.sources[number], &slots)
        }
        if units.isAnythingNew { builder = equations(index, statements, slots, prose, units) }
        if correctScans(&slots, statements, builder) {
            builder = equations(index, statements, slots, prose, units)
        }
        if dropSlips(&slots, statements, builder) {
            builder = equations(index, statements, slots, prose, units)
        }
        var assembly = ReportAssembly(
            index: index, tables: tables, statements: statements, slots: slots, builder: builder,
            contradictions: units.contradictions)
        var report = assembly.report(prose: prose, variants: projects.variants)
        report.isSeveral = isSeveral
        let open = report.openTables(tables)
        guard !open.isEmpty else { return report }
        report.add(
            FoundRelations(
                tables, wanted: open,
                areAlone: open.isSubset(of: report.recognised.map(\.table))), tables,
            unlabelled: unlabelled(statements, slots))
        return report
    }

    /// Figures of rows that no label tells apart.
    private func unlabelled(_ statements: [Statement], _ slots: [Slot]) -> Set<CellPlace> {
        Set(
            slots.lazy.filter { !statements[$0.statement].lines[$0.line].isIdentified }
                .compactMap(\.origin.cell))
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
        _ index: CatalogueIndex, _ statements: [Statement], _ slots: [Slot], _ prose: Prose,
        _ units: UnitResolver?
    ) -> EquationBuilder {
        var builder = EquationBuilder(index, statements, slots, units: units)
        builder.build()
        builder.add(prose.claims)
        builder.settleUnfollowed()
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
            builder.equations.filter(\.accuses).flatMap { $0.terms.map(\.slot) })
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

    /// Units that are printed elsewhere than on tables that are known.
    private func printedUnits(
        _ tables: [ReportTable], _ paragraphs: [ReportParagraph], _ statements: [Statement]
    ) -> Set<MoneyUnit> {
        let known = Set(statements.map(\.table))
        var units: Set<MoneyUnit> = []
        for (number, table) in tables.enumerated() where !known.contains(number) {
            if let unit = PrintedUnit.of(table, isForm: false) { units.insert(unit) }
        }
        for paragraph in paragraphs where paragraph.text.utf8.count <= PrintedUnit.longest {
            if let unit = PrintedUnit.labelled(paragraph.text) { units.insert(unit) }
        }
        return units
    }

    /// The tables that are known, in the report's order, and the places for their figures.
    private func statements(
        _ tables: [ReportTable], _ index: inout CatalogueIndex
    ) -> ([Statement], [Slot]) {
        let finder = StatementFinder(index: index, tables: tables)
        let layouts = tables.map { TableLayout($0, index) }
        let candidates = layouts.map(finder.candidates)
        var taken: Set<Int> = []
        var chosen = [(StatementFinder.Candidate, isCertain: Bool)?](
            repeating: nil, count: tables.count)
        // tables whose title says what they are come first
        for title in [TitleMatch.exact, .likely, .none] {
            for number in tables.indices where candidates[number].first?.title == title {
                chosen[number] = finder.best(of: candidates[number], taken: taken)
                if let definition = chosen[number]?.0.definition { taken.insert(definition) }
            }
        }
        var statements: [Statement] = []
        var slots: [Slot] = []
        for number in tables.indices {
            guard let (best, isCertain) = chosen[number] else { continue }
            var candidate = best
            index.takeUnknown(&candidate.blocks, of: tables[number])
            let reader = StatementReader(
                candidate, isCertain: isCertain, layouts[number], table: number,
                number: statements.count,
                firstSlot: slots.count, index: index)
            statements.append(reader.statement)
            slots += reader.slots
        }
        return (statements, slots)
    }
}
