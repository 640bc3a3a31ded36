internal import TableRecognition

/// Finds which of the catalogue's tables a table is: by its title and its header together.
///
/// The kind comes first: a budget has no table of final accounts. A printed title that is another one rules a table
/// out, however well its columns fit.
struct StatementFinder {
    /// With the very title, so much of the header must fit (0 to 1) for it to be considered at all.
    static let leastStructureWithTitle = 0.3
    /// With the very title, so much for it to be this table for sure.
    static let sureStructure = 0.6
    /// With a title that is only like it, so much.
    static let leastStructure = 0.6
    static let leastStructureWithoutTitle = 0.8
    /// So many of a titled table's columns of figures (share) must be its own for the others to be additions.
    static let leastKnown = 0.5
    /// The best must be better than the second by so much; closer ones cannot be told apart.
    static let margin = 0.04

    /// So many labelled rows of a block tell enough.
    static let mostRows = 12

    struct Candidate {
        var definition: Int
        var title: TitleMatch
        var structure: Double
        var blocks: [Statement.Block]

        /// What each column measures, by the grid's column.
        var measures: [Int: Int] {
            let pairs = blocks.flatMap { $0.measures.map { ($0.column, $0.measure) } }
            return Dictionary(pairs) { first, _ in first }
        }

        /// Whether another candidate says the same of the columns that both know.
        func agrees(with other: Candidate) -> Bool {
            let others = other.measures
            return measures.allSatisfy { others[$0.key] == nil || others[$0.key] == $0.value }
        }

        var certainty: Double {
            switch title {
            case .exact: 0.5 + 0.5 * structure
            case .likely: 0.4 + 0.5 * structure
            case .none: 0.8 * structure
            }
        }
    }

    let index: CatalogueIndex
    let titles: TitleReader
    /// What most of the document's titles are of; nil where they say nothing.
    let kind: AccountKind?

    init(index: CatalogueIndex, tables: [ReportTable]) {
        self.index = index
        let organisations = Set(tables.compactMap(\.organisation).map(LabelKey.key))
        titles = TitleReader(index.catalogue.marks, organisations: organisations)
        let kinds = tables.compactMap { $0.title.flatMap { AccountKind(title: $0) } }
        let finals = kinds.count { $0 == .finalAccounts }
        kind = finals * 2 == kinds.count ? nil : finals * 2 > kinds.count ? .finalAccounts : .budget
    }

    /// All that could be it, the best first.
    func candidates(_ layout: TableLayout) -> [Candidate] {
        let printed = layout.table.title ?? ""
        let title = LabelKey.title(printed)
        let own = AccountKind(title: printed) ?? kind
        let read = titles.printed(title)
        let matches = index.tables.map { table in
            let isOtherKind = own != nil && table.kind != nil && own != table.kind
            return isOtherKind ? nil : titles.match(read, table.titles)
        }
        let isExact = matches.contains(.exact)
        var found: [Candidate] = []
        for (definition, match) in matches.enumerated() {
            guard let match, !isExact || match == .exact else { continue }
            // a line that is no title says nothing; forms are known by their labels
            let isOther = match == .none && title.endsBytewise(with: "表")
            if isOther, index.tables[definition].kind != nil { continue }
            let candidate = candidate(definition, match, layout)
            let least =
                switch match {
                case .exact: StatementFinder.leastStructureWithTitle
                case .likely: StatementFinder.leastStructure
                case .none: StatementFinder.leastStructureWithoutTitle
                }
            if candidate.structure >= least { found.append(candidate) }
        }
        return found.sorted { ($0.title, $0.certainty) > ($1.title, $1.certainty) }
    }

    /// The best of a table's candidates, and whether it is that for sure; nil where another is as good.
    ///
    /// - Parameter taken: Tables that the document already has: only the very title makes a second one.
    func best(of candidates: [Candidate], taken: Set<Int>) -> (Candidate, isCertain: Bool)? {
        let free = candidates.filter { $0.title == .exact || !taken.contains($0.definition) }
        guard let first = free.first else { return nil }
        let near = free.filter {
            $0.title == first.title && $0.certainty > first.certainty - StatementFinder.margin
        }
        // of those as good the one that knows most columns; what means the same by them is no other reading
        let most = near.map(\.measures.count).max() ?? 0
        let best = near.first { $0.measures.count == most } ?? first
        let isAlone = near.allSatisfy { best.agrees(with: $0) }
        let isCertain = best.title == .exact && best.structure >= StatementFinder.sureStructure
        if best.title == .exact { return (best, isCertain && isAlone) }
        return isAlone ? (best, false) : nil
    }

    // MARK: Structure

    private func candidate(_ definition: Int, _ title: TitleMatch, _ layout: TableLayout)
        -> Candidate
    {
        let table = index.tables[definition]
        var result = Candidate(definition: definition, title: title, structure: 0, blocks: [])
        if !table.form.isEmpty {
            result.structure = formShare(table, layout)
            return result
        }
        guard !layout.blocks.isEmpty else { return result }
        var matched = 0
        var figures = 0
        // those of blocks that the definition does not have
        var foreign = 0
        for (number, printed) in layout.blocks.enumerated() {
            guard let place = place(of: printed, number, table, layout),
                // a block stands once, unless it runs on beside itself
                table.blocks[place].isRepeated
                    || !result.blocks.contains(where: { $0.definition == place })
            else {
                figures += printed.figures.count
                foreign += printed.figures.count
                continue
            }
            let block = table.blocks[place]
            var match = ColumnMatch(printed.figures, layout, block, totals: index.totals)
            if title == .exact { match.takeOnly(of: block) }
            matched += match.count
            figures += printed.figures.count
            result.blocks.append(
                Statement.Block(
                    definition: place, labels: printed.labels, lineColumn: printed.line,
                    measures: zip(match.columns, printed.figures).compactMap { column, figure in
                        column.map { (block.columns[$0].measure, block.columns[$0].kind, figure) }
                    },
                    unknown: zip(match.columns, printed.figures).filter { $0.0 == nil }.map(\.1),
                    hasOtherTerms: zip(match.columns, printed.figures).contains {
                        $0.0 == nil && !layout.partColumns.contains($0.1)
                    }))
        }
        guard figures > 0, matched > 0 else { return result }
        let wanted = table.blocks.reduce(0) { $0 + $1.columns.count }
        let times = table.blocks.count == 1 ? max(1, result.blocks.count) : 1
        let coverage = min(1, Double(matched) / Double(wanted * times))
        // further columns say nothing against a table whose title is printed
        var expected =
            title == .none ? figures : min(figures - foreign, wanted * times) + foreign
        // nor do parts of others (人员经费) beside those that it must have
        if title == .exact,
            Double(matched) >= StatementFinder.leastKnown * Double(figures - foreign)
        {
            expected = matched + foreign
        }
        result.structure =
            min(1, Double(matched) / Double(expected)) * (0.85 + 0.15 * coverage)
        result.structure *= rowShare(result.blocks, table, layout)
        return result
    }

    /// Which of the definition's blocks a printed one is.
    private func place(
        of printed: TableLayout.Block, _ number: Int, _ table: TableIndex, _ layout: TableLayout
    ) -> Int? {
        if table.blocks.count == 1 {
            return number == 0 || table.blocks[0].isRepeated ? 0 : nil
        }
        let above = (printed.labels + printed.figures).flatMap { layout.levels[$0] }
        let named = table.blocks.firstIndex { block in block.under.map(above.contains) ?? false }
        return named ?? (table.blocks.indices.contains(number) ? number : nil)
    }

    /// How well the rows fit, from 0 to 1.
    private func rowShare(
        _ blocks: [Statement.Block], _ table: TableIndex, _ layout: TableLayout
    ) -> Double {
        var known = 0
        var seen = 0
        for printed in blocks {
            let block = table.blocks[printed.definition]
            guard !printed.labels.isEmpty else {
                if block.codes != nil { return 0.3 }
                continue
            }
            var here = 0
            for row in 0..<layout.bodyRows where !layout.headerRows.contains(row) {
                guard here < StatementFinder.mostRows else { break }
                let label = RowLabel(layout, row, printed.labels, block, index)
                guard !label.isEmpty else { continue }
                here += 1
                seen += 1
                if label.fits(block) { known += 1 }
            }
        }
        guard seen > 0 else { return 0.9 }
        // tables with rows of any name, such as projects, tell nothing by their rows
        if blocks.allSatisfy({ isFree(table.blocks[$0.definition]) }) { return 0.95 }
        return 0.3 + 0.7 * Double(known) / Double(seen)
    }

    private func isFree(_ block: BlockIndex) -> Bool {
        block.codes == nil && !block.hasClasses && (block.rows.isEmpty || !block.outline.isEmpty)
    }

    /// How many of a form's labels stand in the table.
    private func formShare(_ table: TableIndex, _ layout: TableLayout) -> Double {
        guard layout.table.header.count <= 1 else { return 0 }
        var found: Set<Int> = []
        for cell in layout.table.cells where cell.kind != .amount && !cell.text.isEmpty {
            let word = index.word(LabelKey.item(cell.text).key)
            if table.form.contains(word) { found.insert(word) }
        }
        return Double(found.count) / Double(table.form.count)
    }
}
