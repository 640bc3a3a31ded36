/// Relations between the prose and the tables: none is official.
extension EquationBuilder {
    /// Adds what the prose claims, as far as the tables have the figures for it.
    mutating func add(_ claims: [ProseClaim]) {
        var known: [String: Int] = [:]
        var terms: [String: RelationIndex.Term] = [:]
        for claim in claims {
            let number = known[claim.relation] ?? relations.count
            if number == relations.count {
                known[claim.relation] = number
                relations.append(
                    RelationIndex(id: claim.relation, standing: .derived, table: nil))
            }
            add(claim, number, &terms)
        }
    }

    private mutating func add(
        _ claim: ProseClaim, _ number: Int, _ terms: inout [String: RelationIndex.Term]
    ) {
        switch claim.kind {
        case .equal(let left, let right, let sign):
            guard let left = slot(left, number, &terms), let right = slot(right, number, &terms)
            else { return }
            close(number, [(left, 1), (right, -1)], sign)
        case .rate(let rate, let part, let whole):
            guard let part = slot(part, number, &terms) else { return }
            var found = [(slot: rate, factor: 1), (slot: part, factor: -1)]
            for (operand, factor) in whole {
                guard let slot = slot(operand, number, &terms) else { return }
                found.append((slot, factor))
            }
            // there is no rate of nothing: reports print 0 or 100 there
            let sum = found[2...].reduce(0) { $0 + $1.factor * slots[$1.slot].value }
            if sum > 0 { close(number, found, nil) }
        }
    }

    /// Whether there is a row for it; says so where there is none.
    private mutating func slot(
        _ operand: ProseClaim.Operand, _ number: Int, _ terms: inout [String: RelationIndex.Term]
    ) -> Int? {
        switch operand {
        case .figure(let slot): return slot
        case .table(let reference, let code):
            // references that cannot be used are known to whoever validated the catalogue
            guard let term = try? terms[reference] ?? index.reference(reference) else { return nil }
            terms[reference] = term
            if let slot = places(term, code: code).first { return slot }
            let row = code.map { "row for \($0) in " } ?? ""
            let reason = "there is no \(row)\(index.tables[term.table].id)"
            if !missing.contains(where: { $0.relation == number && $0.reason == reason }) {
                missing.append(Missing(relation: number, reason: reason))
            }
            return nil
        }
    }
}
