/// The arithmetic of a report's tables, found without any catalogue.
///
/// See docs/found-relations.md for what is tried, in which order, and when it is believed.
public struct FoundRelations: Sendable {
    public private(set) var relations: [FoundRelation] = []
    /// Figures that a relation proves.
    public private(set) var proved: Set<CellPlace> = []

    /// - Parameter wanted: The tables in which something is to be proved; nil for all. The others bear witness
    ///   for what labels say, and are not searched further.
    /// - Parameter areAlone: Whether the wanted tables do without the others' witness: much quicker, and enough for
    ///   the few figures that the catalogue leaves open in tables that it knows.
    public init(_ tables: [ReportTable], wanted: Set<Int>? = nil, areAlone: Bool = false) {
        let grids = tables.enumerated().flatMap { number, table -> [FigureGrid] in
            if areAlone, wanted?.contains(number) == false { return [] }
            let facts = TableFacts(table, number: number)
            guard facts.amountCount > 1 else { return [] }
            return facts.parts().map { FigureGrid($0, facts) }.filter { !$0.isEmpty }
        }
        let all = grids.flatMap(Lines.all)
        let isWanted = all.map { wanted?.contains($0.grid.table) ?? true }
        var searches = FoundRelations.search(all, isWanted, isExact: false)
        if FoundRelations.isExact(searches) {
            searches = FoundRelations.search(all, isWanted, isExact: true)
        }
        for index in searches.indices { add(&searches[index]) }
        let rates = zip(all, isWanted).filter(\.1).flatMap { RateSearch($0.0).relations }
        for relation in rates + CopySearch(all, isWanted).relations {
            relations.append(relation)
            for instance in relation.instances { proved.formUnion(instance.proved) }
        }
    }

    /// A document whose longer sums are exact but for two in a hundred rounds nothing.
    private static let exactOfHundred = 98
    /// So many of them tell; short sums of rounded figures are often exact.
    private static let enoughSums = 10

    private static func isExact(_ searches: [LineSearch]) -> Bool {
        var sums = 0
        var exact = 0
        for belief in searches.lazy.flatMap(\.beliefs) {
            sums += belief.evidence.sums
            exact += belief.evidence.exact
        }
        return sums != exact && sums >= enoughSums && exact * 100 >= sums * exactOfHundred
    }

    private static func search(
        _ all: [Lines], _ isWanted: [Bool], isExact: Bool
    ) -> [LineSearch] {
        var pool = FamilyPool()
        var searches: [LineSearch] = []
        // what the document bears out together is known after all tables were seen, and opens more
        for _ in 0..<3 {
            searches = all.map { lines in
                var search = LineSearch(lines, isExact: isExact)
                search.findSides(&pool)
                guard !lines.isSides else { return search }
                search.findOutlines(&pool)
                search.findBalances(&pool)
                search.findTotals(&pool)
                return search
            }
            pool.settle()
        }
        for index in searches.indices where isWanted[index] && !searches[index].lines.isSides {
            searches[index].findBlocks()
            searches[index].findChangedBlocks()
            searches[index].findBlocks()
            searches[index].findPairs()
            searches[index].findTwoAndTwo()
            searches[index].findEqualLines()
        }
        var learned = LearnedFormulas()
        for search in searches { learned.learn(search) }
        for index in searches.indices { searches[index].apply(learned) }
        return searches
    }

    private mutating func add(_ search: inout LineSearch) {
        let lines = search.lines
        for belief in search.beliefs {
            var relation = FoundRelation(
                kind: belief.kind, isRows: lines.direction == .rows, table: lines.grid.table,
                bits: belief.bits, isOwn: belief.isOwn, instances: [], scale: lines.grid.scale)
            for formula in belief.formulas {
                for position in lines.positions.indices {
                    let trial = search.tester.trial(formula, position)
                    guard let instance = instance(lines, formula, position, trial) else { continue }
                    relation.instances.append(instance)
                    proved.formUnion(instance.proved)
                }
            }
            relations.append(relation)
        }
    }

    private func instance(
        _ lines: Lines, _ formula: Formula, _ position: Int, _ trial: Trial
    ) -> FoundRelation.Instance? {
        if case .nothing = trial.kind { return nil }
        if lines.isRatePosition[position], trial.kind != .sum { return nil }
        let place = { (line: Int) in lines.grid.place(lines.figure(line, position)) }
        var terms = [(cell: place(formula.target), factor: 1)]
        for term in formula.terms where lines.places[lines.at(term.line, position)] != 0 {
            terms.append((place(term.line), -term.factor))
        }
        return FoundRelation.Instance(
            terms: terms, holds: trial.kind != .fails, difference: trial.difference,
            toleranceTenths: trial.halves * 5, proved: trial.proved.map(place))
    }
}
