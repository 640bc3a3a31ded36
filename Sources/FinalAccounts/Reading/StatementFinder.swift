internal import TableRecognition

/// Finds which of the catalogue's tables a table is: by its title and its header together.
struct StatementFinder {
    /// With the very title, so much of the header must fit (0 to 1).
    static let leastStructureWithTitle = 0.3
    /// With another title, or none, so much.
    static let leastStructure = 0.6
    static let leastStructureWithoutTitle = 0.8
    /// Without a title the best must be better than the second by so much.
    static let margin = 0.04

    /// So many labelled rows of a block tell enough.
    static let mostRows = 12

    struct Candidate {
        var definition: Int
        var title: Double
        var structure: Double
        var blocks: [Statement.Block]

        var certainty: Double {
            title > 0 ? 0.5 * title + 0.5 * structure : 0.8 * structure
        }
    }

    let index: CatalogueIndex

    /// All that could be it, the best first.
    func candidates(_ layout: TableLayout) -> [Candidate] {
        let title = layout.table.title.map(LabelKey.title) ?? ""
        if let exact = index.tablesByTitle[title] {
            let found = exact.map { candidate($0, 1, layout) }
                .filter { $0.structure >= StatementFinder.leastStructureWithTitle }
            if !found.isEmpty { return found.sorted { $0.certainty > $1.certainty } }
        }
        var found: [Candidate] = []
        for definition in index.tables.indices {
            let score = title.isEmpty ? 0 : TitleMatch.score(title, index.tables[definition].titles)
            let candidate = candidate(definition, score, layout)
            let least =
                score > 0
                ? StatementFinder.leastStructure : StatementFinder.leastStructureWithoutTitle
            if candidate.structure >= least { found.append(candidate) }
        }
        return found.sorted { $0.certainty > $1.certainty }
    }

    /// The best, unless another is as good; `taken` are tables that the document already has.
    func best(of candidates: [Candidate], taken: Set<Int>) -> Candidate? {
        guard let first = candidates.first, first.title < 0.8 else { return candidates.first }
        let free = candidates.filter { !taken.contains($0.definition) }
        guard let best = free.first else { return nil }
        if free.count > 1, free[1].certainty > best.certainty - StatementFinder.margin {
            return nil
        }
        return best
    }

    // MARK: Structure

    private func candidate(_ definition: Int, _ title: Double, _ layout: TableLayout) -> Candidate {
        let table = index.tables[definition]
        var result = Candidate(definition: definition, title: title, structure: 0, blocks: [])
        if !table.form.isEmpty {
            result.structure = formShare(table, layout)
            return result
        }
        guard !layout.blocks.isEmpty else { return result }
        var matched = 0
        var figures = 0
        for (number, printed) in layout.blocks.enumerated() {
            guard let place = place(of: printed, number, table, layout) else {
                figures += printed.figures.count
                continue
            }
            let block = table.blocks[place]
            let match = ColumnMatch(printed.figures, layout.levels, block)
            matched += match.count
            figures += printed.figures.count
            result.blocks.append(
                Statement.Block(
                    definition: place, labels: printed.labels, lineColumn: printed.line,
                    measures: zip(match.columns, printed.figures).compactMap { column, figure in
                        column.map { (block.columns[$0].measure, block.columns[$0].kind, figure) }
                    }))
        }
        guard figures > 0, matched > 0 else { return result }
        let wanted = table.blocks.reduce(0) { $0 + $1.columns.count }
        let times = table.blocks.count == 1 ? max(1, result.blocks.count) : 1
        let coverage = min(1, Double(matched) / Double(wanted * times))
        result.structure = Double(matched) / Double(figures) * (0.85 + 0.15 * coverage)
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
