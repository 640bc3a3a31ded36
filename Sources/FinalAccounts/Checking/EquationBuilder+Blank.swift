/// A relation that compares no figures: it holds or it does not.
struct Verdict: Sendable {
    let relation: Int
    let table: Int
    /// What is wrong, in a sentence; nil where it holds.
    let fault: String?
}

/// Tables without figures.
extension EquationBuilder {
    /// A table without figures says so, and one that says so has none.
    mutating func addDeclaredEmpty(_ number: Int, _ statement: Statement) {
        // a template that nobody filled in says nothing
        guard slots.contains(where: { $0.value != 0 && $0.origin.cell != nil }) else { return }
        let isBlank = isBlank(statement)
        if isBlank, !statement.isDeclaredEmpty {
            judge(number, statement, fault: "the table has no figures, and no note says why")
        } else if !isBlank, statement.isDeclaredEmpty {
            judge(
                number, statement, fault: "the note says that there are no figures, but there are")
        } else if isBlank {
            judge(number, statement, fault: nil)
        }
    }

    /// A table is blank where, and only where, a column of another one is.
    mutating func addBlank(_ number: Int, _ table: Int, _ term: RelationIndex.Term) {
        guard let own = statementByDefinition[table], let other = statementByDefinition[term.table],
            let measure = term.measure
        else {
            missing.append(Missing(relation: number, reason: "a table of the two is missing"))
            return
        }
        let figures = slots.filter { $0.statement == other && $0.measure == measure }
        guard !figures.isEmpty else {
            missing.append(
                Missing(
                    relation: number,
                    reason: "there is no \(index.names[measure]) in \(index.tables[term.table].id)")
            )
            return
        }
        let isBlank = isBlank(statements[own])
        let isOtherBlank = figures.allSatisfy { $0.value == 0 && $0.state != .unread }
        let id = index.tables[term.table].id
        if isBlank, !isOtherBlank {
            judge(
                number, statements[own],
                fault: "the table has no figures, but \(id) has some for it")
        } else if !isBlank, isOtherBlank {
            judge(
                number, statements[own], fault: "the table has figures, but \(id) has none for it")
        } else {
            judge(number, statements[own], fault: nil)
        }
    }

    private func isBlank(_ statement: Statement) -> Bool {
        statement.lines.allSatisfy { line in
            statement.slots(of: line).allSatisfy {
                slots[$0].value == 0 && slots[$0].state != .unread
            }
        }
    }
}
