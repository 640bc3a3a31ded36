internal import TableRecognition

/// Finds the unit of money that a table itself prints.
enum PrintedUnit {
    /// In the table's own line (单位：万元), else in its title, headings or, for forms, labels: 金额（万元）.
    ///
    /// Nil where none is printed, or several are.
    static func of(_ table: ReportTable, isForm: Bool) -> MoneyUnit? {
        if let unit = table.unit.flatMap(MoneyUnit.init) { return unit }
        var found: Set<MoneyUnit> = []
        for text in [table.title, table.organisation, table.note].compactMap(\.self) {
            if let unit = labelled(text) ?? bracketed(text) { found.insert(unit) }
        }
        let isHeading: (ReportTable.Cell) -> Bool = { cell in
            isForm ? cell.kind != .amount : cell.row < table.header.count
        }
        for cell in table.cells where isHeading(cell) && cell.text.utf8.count <= longest {
            if let unit = labelled(cell.text) ?? bracketed(cell.text) { found.insert(unit) }
        }
        return found.count == 1 ? found.first : nil
    }

    /// Longer texts (in bytes, three a character) are sentences, not headings.
    static let longest = 120

    /// The unit behind 单位：, such as in a paragraph of its own.
    static func labelled(_ text: String) -> MoneyUnit? {
        var rest = Substring(text)
        while let label = rest.lastRangeBytewise(of: "单位") {
            let after = rest[label.upperBound...].drop { " 　均为是：:".contains($0) }
            if let unit = leading(after) { return unit }
            rest = rest[..<label.lowerBound]
        }
        return nil
    }

    /// The unit that brackets hold alone: 决算数（万元）.
    private static func bracketed(_ text: String) -> MoneyUnit? {
        var rest = text[...]
        while let open = rest.firstIndex(where: { $0 == "（" || $0 == "(" }) {
            let inner = rest[rest.index(after: open)...]
            guard let close = inner.firstIndex(where: { $0 == "）" || $0 == ")" }) else {
                return nil
            }
            let word = inner[..<close].filter { $0 != " " }
            if let unit = leading(word[...]), word.endsBytewise(with: "元") { return unit }
            rest = inner[close...].dropFirst()
        }
        return nil
    }

    /// The unit that a text begins with.
    private static func leading(_ text: Substring) -> MoneyUnit? {
        let text = text.startsBytewise(with: "人民币") ? text.dropFirst(3) : text
        let names: [(String, Int)] = [
            ("元", 0), ("百元", 2), ("千元", 3), ("万元", 4), ("百万元", 6), ("亿元", 8),
        ]
        guard let (name, power) = names.first(where: { text.startsBytewise(with: $0.0) }),
            // 元/人 is no unit of accounts
            !"/／每".contains(text.dropFirst(name.count).first ?? " ")
        else { return nil }
        return MoneyUnit(power: power)
    }
}
