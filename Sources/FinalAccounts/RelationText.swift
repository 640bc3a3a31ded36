/// Writes a relation as people do, with the figures in place: 合计 10.00＝基本支出 4.00＋项目支出 6.00.
struct RelationText {
    private let index: CatalogueIndex
    private let tables: [ReportTable]
    private let statements: [Statement]
    private let slots: [Slot]

    /// Longer sums are cut: the rest is counted.
    static let mostTerms = 8

    init(
        _ index: CatalogueIndex, _ tables: [ReportTable], _ statements: [Statement], _ slots: [Slot]
    ) {
        self.index = index
        self.tables = tables
        self.statements = statements
        self.slots = slots
    }

    func formula(_ equation: Equation) -> String {
        let isFailing = equation.outcome == .fails
        if equation.isRate {
            let whole = side(equation.terms[2...].map { ($0.slot, $0.factor) }, of: equation)
            return term(equation.terms[0].slot, of: equation) + (isFailing ? "≠" : "＝")
                + term(equation.terms[1].slot, of: equation) + "÷" + bracketed(whole)
        }
        let sign = equation.terms[0].factor
        let left = equation.terms.filter { $0.factor == sign }.map { ($0.slot, 1) }
        let right = equation.terms.filter { $0.factor != sign }.map { ($0.slot, $0.factor * -sign) }
        let relation =
            switch equation.sign {
            case .equal: isFailing ? "≠" : "＝"
            case .atLeast: isFailing ? "＜" : "≥"
            case .atMost: isFailing ? "＞" : "≤"
            }
        return side(left, of: equation) + relation + side(right, of: equation)
    }

    private func bracketed(_ side: String) -> String {
        side.containsBytewise("＋") || side.containsBytewise("－") ? "（\(side)）" : side
    }

    private func side(_ terms: [(slot: Int, factor: Int)], of equation: Equation) -> String {
        // blank figures are nothing that anybody adds
        let printed = terms.filter { slots[$0.slot].value != 0 }
        let shown = printed.isEmpty ? Array(terms.prefix(1)) : printed
        var text = ""
        for (number, part) in shown.prefix(RelationText.mostTerms).enumerated() {
            if number > 0 || part.factor < 0 { text += part.factor < 0 ? "－" : "＋" }
            text += term(part.slot, of: equation)
        }
        let rest = shown.count - RelationText.mostTerms
        return rest > 0 ? text + "＋…（另\(rest)项）" : text
    }

    private func term(_ number: Int, of equation: Equation) -> String {
        let slot = slots[number]
        let name = name(slot, of: equation)
        return name.isEmpty ? figure(slot) : name + " " + figure(slot)
    }

    /// What tells it from the relation's other figures: its row, its column, its table.
    private func name(_ slot: Slot, of equation: Equation) -> String {
        let others = equation.terms.map { slots[$0.slot] }
        let row = statements[slot.statement].lines[slot.line].label
        guard let cell = slot.origin.cell else { return row.isEmpty ? "正文" : "正文“\(row)”" }
        let isOneRow = others.allSatisfy { LinePlace($0) == LinePlace(slot) }
        let isOneColumn = others.allSatisfy { $0.origin.cell?.column == cell.column }
        let isOneTable = others.allSatisfy { $0.statement == slot.statement }
        if isOneTable, isOneRow { return column(cell) }
        if isOneTable, isOneColumn { return row }
        let place = [row, column(cell)].filter { !$0.isEmpty }.joined(separator: "·")
        return isOneTable ? place : "《\(title(cell))》" + place
    }

    private func column(_ cell: CellPlace) -> String {
        let levels = tables[cell.table].heading(cell.column)
        return levels.split(separator: "/").last.map { String($0.drop { $0 == " " }) } ?? ""
    }

    private func title(_ cell: CellPlace) -> String {
        tables[cell.table].title ?? tables[cell.table].code ?? tables[cell.table].id
    }

    /// As the page prints it.
    func figure(_ slot: Slot) -> String {
        if slot.state == .blank { return "（空）" }
        let statement = statements[slot.statement]
        guard slot.kind == .money else {
            let isRate = slot.kind == .rate && statement.isProse
            return MoneyUnit(power: 0).printed(slot.value, scale: 0) + (isRate ? "%" : "")
        }
        if statement.isProse {
            return statement.unit.printed(slot.value, scale: statement.scale) + statement.unit.name
        }
        return statement.unit.printed(slot.value, scale: slot.scale).grouped
    }
}

extension String {
    /// A plain decimal with a comma between thousands.
    var grouped: String {
        let sign = hasPrefix("-") ? "-" : ""
        let parts = dropFirst(sign.count).split(separator: ".", maxSplits: 1)
        guard let whole = parts.first, whole.allSatisfy({ $0.isNumber }) else { return self }
        var digits = ""
        for (number, digit) in whole.enumerated() {
            if number > 0, (whole.count - number) % 3 == 0 { digits += "," }
            digits.append(digit)
        }
        return sign + digits + (parts.count > 1 ? "." + parts[1] : "")
    }
}
