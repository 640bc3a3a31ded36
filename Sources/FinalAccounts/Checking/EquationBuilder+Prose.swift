/// Relations between the prose and the tables: none is official.
extension EquationBuilder {
    /// What a relation of the prose is called begins so.
    static let proseRelation = "text/"

    func isProse(_ equation: Int) -> Bool {
        relations[equations[equation].relation].id.startsBytewise(with: EquationBuilder.proseRelation)
    }

    /// Adds what the prose claims, as far as the tables have the figures for it.
    mutating func add(_ claims: [ProseClaim]) {
        var places = ProsePlaces()
        let doubtful = doubtfulUnits(claims, &places)
        var known: [String: Int] = [:]
        for claim in claims {
            let number = known[claim.relation] ?? relations.count
            if number == relations.count {
                known[claim.relation] = number
                relations.append(
                    RelationIndex(id: claim.relation, isOfficial: false, table: nil))
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
            let choices = choices(terms, nil, number, doubtful, &places).filter { choice in
                // there is no rate of nothing: reports print 0 or 100 there
                let wholes = choice[(1 + part.count)...]
                return wholes.reduce(0) { $0 + $1.factor * slots[$1.slot].value } > 0
            }
            if let best = best(choices, nil, parts: part.count) {
                close(number, best, nil, parts: part.count)
            }
        }
    }

    private typealias Terms = [(slot: Int, factor: Int)]

    /// The terms with each figure that the tables have for them.
    private mutating func choices(
        _ terms: [ProseClaim.Term], _ fallback: ProseClaim.Operand?, _ number: Int,
        _ doubtful: Set<Int>, _ places: inout ProsePlaces
    ) -> [Terms] {
        var result: [Terms] = [[]]
        for term in terms {
            var found = slots(term.operand, &places).filter {
                !doubtful.contains(slots[$0].statement)
            }
            if found.isEmpty, let fallback { found = slots(fallback, &places) }
            if found.isEmpty {
                note(term.operand, number)
                return []
            }
            result = result.flatMap { choice in found.map { choice + [($0, term.factor)] } }
        }
        return result
    }

    /// A name may mean several figures: what one of them agrees with is so.
    private func best(
        _ choices: [Terms], _ sign: RelationExpression.Sign?, parts: Int = 1
    ) -> Terms? {
        guard choices.count > 1 else { return choices.first }
        return choices.first { terms in
            var equation = Equation(
                relation: 0, sign: sign ?? .equal, isRate: sign == nil, parts: parts, terms: terms)
            equation.settle(slots)
            return equation.outcome != .fails
        } ?? choices.first
    }

    /// The figures that an operand may mean.
    private func slots(_ operand: ProseClaim.Operand, _ places: inout ProsePlaces) -> [Int] {
        switch operand {
        case .figure: return []
        case .slot(let slot): return [slot]
        case .table(let references, let row):
            return references.compactMap { reference in
                // references that cannot be used are known to whoever validated the catalogue
                let term = places.terms[reference] ?? (try? index.reference(reference))
                guard let term else { return nil }
                places.terms[reference] = term
                switch row {
                case .own: return self.places(term, code: nil).first
                case .code(let code): return self.places(term, code: code).first
                case .project(let key): return place(term, project: key)
                }
            }
        }
    }

    /// The figure of a project: in the row of its name, or in the form that is of it.
    private func place(_ term: RelationIndex.Term, project key: String) -> Int? {
        guard let measure = term.measure else { return nil }
        let lines = statements.filter { $0.definition == term.table }.flatMap { statement in
            projectLines(term, key, in: statement).map { (statement, $0) }
        }
        // two projects of one name
        guard lines.count == 1, let (statement, line) = lines.first else { return nil }
        return statement.position(of: measure, in: line).map { line.firstSlot + $0 }
    }

    private func projectLines(
        _ term: RelationIndex.Term, _ key: String, in statement: Statement
    ) -> [Statement.Line] {
        switch term.rows {
        case .every: return statement.lines.filter { $0.key == key }
        case .item(let item):
            let isOf = statement.fields.contains {
                $0.id == index.symbols["project"] && LabelKey.key($0.text) == key
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

    // MARK: Units

    /// 元 for 万元, or the reverse.
    private static let unitStep = 10_000
    /// Shorter figures agree by chance: in ones of the last place.
    private static let leastFigure = 100

    /// Tables whose figures are those of the prose in another unit: one of the two is wrong, and none of
    /// the figures.
    private func doubtfulUnits(_ claims: [ProseClaim], _ places: inout ProsePlaces) -> Set<Int> {
        var same: [Int: Int] = [:]
        var other: [Int: Int] = [:]
        for claim in claims {
            guard case .sum(let terms, .equal) = claim.kind, terms.count == 2,
                case .slot(let figure) = terms[0].operand, case .table = terms[1].operand
            else { continue }
            for slot in slots(terms[1].operand, &places) {
                let (one, two) = (slots[figure], slots[slot])
                guard abs(one.value) >= EquationBuilder.leastFigure * one.place else { continue }
                if agree(one, two, 1, 1) {
                    same[two.statement, default: 0] += 1
                } else if agree(one, two, 1, EquationBuilder.unitStep)
                    || agree(one, two, EquationBuilder.unitStep, 1)
                {
                    other[two.statement, default: 0] += 1
                }
            }
        }
        return Set(other.filter { $0.value > same[$0.key] ?? 0 }.keys)
    }

    private func agree(_ one: Slot, _ two: Slot, _ times: Int, _ other: Int) -> Bool {
        let (left, isLeft) = one.value.multipliedReportingOverflow(by: times)
        let (right, isRight) = two.value.multipliedReportingOverflow(by: other)
        return !isLeft && !isRight
            && abs(left &- right) <= (one.place * times + two.place * other) / 2
    }
}

/// References that were looked up already.
private struct ProsePlaces {
    var terms: [String: RelationIndex.Term] = [:]
}
