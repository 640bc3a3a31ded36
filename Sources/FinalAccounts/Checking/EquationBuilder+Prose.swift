/// Relations between the prose and the tables: none is official.
extension EquationBuilder {
    /// What a relation of the prose is called begins so.
    static let proseRelation = "text/"

    /// A percentage may be cut off rather than rounded: it may be off by a whole place, twice what
    /// rounding allows.
    ///
    /// Shares are sometimes made to add up to 100: they may be off by two.
    private static let rateSlack = 2
    private static let shareSlack = 4

    func isProse(_ equation: Int) -> Bool {
        relations[equations[equation].relation].id.startsBytewise(
            with: EquationBuilder.proseRelation)
    }

    /// Adds what the prose claims, as far as the tables have the figures for it.
    mutating func add(_ claims: [ProseClaim]) {
        var places = ProsePlaces()
        // while units are not settled, figures of all tables bear witness to them
        let doubtful = Set(
            statements.indices.filter { units?.sources[$0] == .unknown })
        var known: [String: Int] = [:]
        for claim in claims {
            let number = known[claim.relation] ?? relations.count
            if number == relations.count {
                known[claim.relation] = number
                relations.append(
                    RelationIndex(id: claim.relation, standing: .derived, table: nil))
            }
            add(claim, number, doubtful, &places)
        }
    }

    private mutating func add(
        _ claim: ProseClaim, _ number: Int, _ doubtful: Set<Int>, _ places: inout ProsePlaces
    ) {
        switch claim.kind {
        case .sum(let terms, let sign):
            let choices = choices(terms, claim.fallback, number, doubtful, &places)
            if let best = best(choices, sign) { close(number, best, sign) }
        case .rate(let rate, let part, let whole):
            let terms = [(rate, 1)] + part + whole
            var choices = choices(terms, claim.fallback, number, doubtful, &places)
            choices.terms.removeAll { choice in
                // there is no rate of nothing: reports print 0 or 100 there
                let wholes = choice[(1 + part.count)...]
                return wholes.reduce(0) { $0 + $1.factor * slots[$1.slot].value } <= 0
            }
            let slack =
                claim.relation == ProseClaim.share
                ? EquationBuilder.shareSlack : EquationBuilder.rateSlack
            if let best = best(choices, nil, parts: part.count, slack: slack) {
                close(number, best, nil, parts: part.count, slack: slack)
            }
        }
    }

    private typealias Terms = [(slot: Int, factor: Int)]

    /// The terms with each figure that the tables have for them.
    private struct Choices {
        var terms: [Terms] = [[]]
        /// All figures that a name may mean are there.
        var isComplete = true
    }

    private mutating func choices(
        _ terms: [ProseClaim.Term], _ fallback: ProseClaim.Operand?, _ number: Int,
        _ doubtful: Set<Int>, _ places: inout ProsePlaces
    ) -> Choices {
        var result = Choices()
        for term in terms {
            var (found, isComplete) = slots(term.operand, &places)
            found.removeAll { doubtful.contains(slots[$0].statement) }
            if found.isEmpty, let fallback, case .table = term.operand {
                (found, isComplete) = slots(fallback, &places)
            }
            if found.isEmpty {
                note(term.operand, number)
                return Choices(terms: [])
            }
            result.terms = result.terms.flatMap { choice in
                found.map { choice + [($0, term.factor)] }
            }
            if !isComplete { result.isComplete = false }
        }
        return result
    }

    /// A name may mean several figures: what one of them agrees with is so.
    ///
    /// Where one of them cannot be looked at, the others prove nothing wrong.
    private func best(
        _ choices: Choices, _ sign: RelationExpression.Sign?, parts: Int = 1, slack: Int = 1
    ) -> Terms? {
        guard choices.terms.count > 1 || !choices.isComplete else { return choices.terms.first }
        let holding = choices.terms.first { terms in
            var equation = Equation(
                relation: 0, sign: sign ?? .equal, isRate: sign == nil, parts: parts,
                slack: slack, terms: terms)
            equation.settle(slots)
            return equation.outcome != .fails
        }
        return holding ?? (choices.isComplete ? choices.terms.first : nil)
    }

    /// The figures that an operand may mean, and whether those are all.
    private func slots(
        _ operand: ProseClaim.Operand, _ places: inout ProsePlaces
    ) -> (found: [Int], isComplete: Bool) {
        switch operand {
        case .figure: return ([], true)
        case .slot(let slot): return ([slot], true)
        case .either(let slots): return (slots, true)
        case .table(let references, let row):
            var found: [Int] = []
            var isComplete = true
            for reference in references {
                // references that cannot be used are known to whoever validated the catalogue
                let term = places.terms[reference] ?? (try? index.reference(reference))
                guard let term else { continue }
                places.terms[reference] = term
                if let slot = slot(term, row) {
                    found.append(slot)
                } else if row == .own, statementByDefinition[term.table] != nil {
                    isComplete = false
                }
            }
            return (found, isComplete)
        }
    }

    private func slot(_ term: RelationIndex.Term, _ row: ProseClaim.Row) -> Int? {
        switch row {
        case .own: places(term, code: nil).first
        case .code(let code): places(term, code: code).first
        case .project(let name): place(term, project: name)
        }
    }

    /// The figure of a project: in the row of its name, or in the form that is of it.
    private func place(_ term: RelationIndex.Term, project name: String) -> Int? {
        guard let measure = term.measure else { return nil }
        let lines = statements.filter { $0.definition == term.table }.flatMap { statement in
            projectLines(term, name, in: statement).map { (statement, $0) }
        }
        // two projects of one name
        guard lines.count == 1, let (statement, line) = lines.first else { return nil }
        return statement.position(of: measure, in: line).map { line.firstSlot + $0 }
    }

    private func projectLines(
        _ term: RelationIndex.Term, _ name: String, in statement: Statement
    ) -> [Statement.Line] {
        switch term.rows {
        case .every:
            return statement.lines.filter { line in
                line.name.map { ProseProject.key($0.text) == name } ?? false
            }
        case .item(let item):
            let isOf = statement.fields.contains {
                $0.id == index.symbols["project"] && ProseProject.key($0.text) == name
            }
            return isOf ? statement.lineByItem[item].map { [statement.lines[$0]] } ?? [] : []
        default: return []
        }
    }

    /// Says that there is no row for a claim.
    private mutating func note(_ operand: ProseClaim.Operand, _ number: Int) {
        guard case .table(let references, let which) = operand, let reference = references.first
        else { return }
        let row =
            switch which {
            case .own: ""
            case .code(let code): "row for \(code) in "
            case .project: "row of that name in "
            }
        let reason = "there is no \(row)\(reference.prefix { $0 != "/" })"
        if !missing.contains(where: { $0.relation == number && $0.reason == reason }) {
            missing.append(Missing(relation: number, reason: reason))
        }
    }
}

/// References that were looked up already.
private struct ProsePlaces {
    var terms: [String: RelationIndex.Term] = [:]
}
