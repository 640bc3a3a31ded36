/// Sums over rows by their level.
extension EquationBuilder {
    mutating func addTree(_ number: Int, _ statement: Statement) {
        breaks +=
            StructureBreak.codes(statement, slots) + StructureBreak.childless(statement, slots)
        var children: [Int: [Int]] = [:]
        var roots: [Int] = []
        for (line, content) in statement.lines.enumerated()
        where content.code != nil && !content.isPart {
            if let parent = content.parent {
                children[parent, default: []].append(line)
            } else {
                roots.append(line)
            }
        }
        if let total = statement.lines.firstIndex(where: { $0.item == index.symbols["total"] }) {
            addSums(number, statement, total, roots)
        } else if let last = roots.last, hasFigures(roots, statement), !hasOtherTotals(statement) {
            addMissing("total", statement, last)
        }
        for parent in children.keys.sorted() {
            addSums(number, statement, parent, children[parent] ?? [])
        }
    }

    /// Such as 人员经费合计 and 公用经费合计 instead of one total.
    private func hasOtherTotals(_ statement: Statement) -> Bool {
        statement.lines.contains { $0.item != nil }
    }

    private func hasFigures(_ lines: [Int], _ statement: Statement) -> Bool {
        lines.contains { line in
            statement.slots(of: statement.lines[line]).contains { slots[$0].value != 0 }
        }
    }

    mutating func addMissing(_ row: String, _ statement: Statement, _ line: Int) {
        // a row that says it is a sum, but is not known, may be the total
        guard !statement.lines.contains(where: { $0.item == nil && $0.isTotal }) else { return }
        breaks.append(
            StructureBreak(
                kind: .totalMissing(row), statement: nil, table: statement.table, line: line,
                row: statement.lines[line].row))
    }

    /// In every column: the parent is the sum of its children.
    private mutating func addSums(
        _ number: Int, _ statement: Statement, _ parent: Int, _ children: [Int]
    ) {
        guard !children.isEmpty else { return }
        let line = statement.lines[parent]
        for (place, measure) in statement.blocks[line.figures].measures.enumerated() {
            var terms = [(slot: line.firstSlot + place, factor: 1)]
            for child in children {
                let content = statement.lines[child]
                guard let position = statement.position(of: measure.measure, in: content) else {
                    continue
                }
                terms.append((content.firstSlot + position, -1))
            }
            close(number, terms, .equal)
        }
    }

    mutating func addOutline(_ number: Int, _ statement: Statement) {
        var open: [(line: Int, depth: Int)] = []
        var children: [Int: [Int]] = [:]
        for (line, content) in statement.lines.enumerated() {
            let depth = content.item == index.symbols["total"] ? 0 : content.depth
            while let last = open.last, last.depth >= depth { open.removeLast() }
            if let last = open.last { children[last.line, default: []].append(line) }
            open.append((line, depth))
        }
        for parent in children.keys.sorted() {
            addSums(number, statement, parent, children[parent] ?? [])
        }
    }
}
