internal import TextRepair

/// The names that a summary and the forms it sums up give the same projects.
///
/// A row of the summary and a form that no other one matches are the same project when their names
/// are alike; which name is right shows in how often the report uses it.
struct ProjectNames {
    /// A name that is probably another one, written wrongly.
    struct Variant {
        var cell: CellPlace
        var printed: String
        var name: String
    }

    private(set) var variants: [Variant] = []
    /// For each statement, the keys of its rows by what a form calls them.
    private(set) var keys: [(statement: Int, line: Int, key: String)] = []

    /// Names that share fewer of their characters are different projects.
    private static let leastShare = 0.55

    private struct Row {
        var statement: Int
        var line: Int
        var name: String
        var cell: CellPlace
    }

    init(_ statements: [Statement], project: Int?, _ texts: () -> [String]) {
        guard let project else { return }
        var forms = statements.flatMap { $0.fields.filter { $0.id == project } }
        var rows = statements.enumerated().flatMap { number, statement in
            statement.lines.enumerated().compactMap { place, line in
                line.name.map {
                    Row(statement: number, line: place, name: $0.text, cell: $0.cell)
                }
            }
        }
        let formKeys = Set(forms.map { LabelKey.key($0.text) })
        let rowKeys = Set(rows.map { LabelKey.key($0.name) })
        forms.removeAll { rowKeys.contains(LabelKey.key($0.text)) }
        rows.removeAll { formKeys.contains(LabelKey.key($0.name)) }
        guard !forms.isEmpty, !rows.isEmpty else { return }
        let counts = PhraseCounts(texts())
        for (row, form) in ProjectNames.pairs(rows, forms) {
            keys.append((row.statement, row.line, LabelKey.key(form.text)))
            let isRowBetter = counts.count(of: row.name) > counts.count(of: form.text)
            variants.append(
                isRowBetter
                    ? Variant(cell: form.cell, printed: form.text, name: row.name)
                    : Variant(cell: row.cell, printed: row.name, name: form.text))
        }
    }

    /// Each row with the form that it is most like, and that is most like it.
    private static func pairs(
        _ rows: [Row], _ forms: [Statement.Field]
    ) -> [(Row, Statement.Field)] {
        let likeness = rows.map { row in forms.map { share(row.name, $0.text) } }
        return rows.indices.compactMap { row in
            guard let best = likeness[row].max(), best >= leastShare,
                let form = likeness[row].firstIndex(of: best),
                likeness.allSatisfy({ $0[form] <= best })
            else { return nil }
            return (rows[row], forms[form])
        }
    }

    /// The share of the longer name's characters that both have in the same order.
    private static func share(_ one: String, _ other: String) -> Double {
        let a = Array(LabelKey.key(one).unicodeScalars)
        let b = Array(LabelKey.key(other).unicodeScalars)
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        var row = [Int](repeating: 0, count: b.count + 1)
        for scalar in a {
            var diagonal = 0
            for (index, other) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = scalar == other ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return Double(row[b.count]) / Double(max(a.count, b.count))
    }
}
