/// Says in words what is wrong with the prose.
struct ProseFindingText {
    private let prose: Prose
    private let slots: [Slot]
    private let statements: [Statement]
    private let builder: EquationBuilder

    init(_ prose: Prose, _ slots: [Slot], _ statements: [Statement], _ builder: EquationBuilder) {
        self.prose = prose
        self.slots = slots
        self.statements = statements
        self.builder = builder
    }

    func finding(_ doubt: ProseDoubts.Doubt, checks: [Int]) -> AccountFinding {
        let equation = builder.equations[doubt.equation]
        let first = equation.terms.first { slots[$0.slot].origin.prose != nil }?.slot
        let isSure = doubt.isSure && !doubt.mends.isEmpty
        let slot = (isSure ? doubt.mends[0].slot : first) ?? equation.terms[0].slot
        return AccountFinding(
            code: isSure ? .wrongFigure : .relationFails, isFailure: false,
            place: slots[slot].origin,
            cells: equation.terms.compactMap { slots[$0.slot].origin.cell },
            row: statements[slots[slot].statement].lines[slots[slot].line].label, column: "",
            printed: printed(slot), mend: isSure ? number(doubt.mends[0].value, slot) : nil,
            message: message(equation), checks: checks)
    }

    func finding(_ note: ProseNote) -> AccountFinding {
        var finding = AccountFinding(
            code: .relationFails, isFailure: false, place: .prose(note.place), cells: [],
            row: note.label, column: "", printed: note.printed, mend: nil, message: "", checks: [])
        switch note.kind {
        case .missingFigure:
            finding.code = .missingFigure
            finding.message = "the text has a unit, but no figure before it"
        case .contradiction(let what):
            finding.message = "the text has \(what)"
        case .placeholder:
            finding.code = .placeholder
            finding.message = "the form was not filled in here"
        case .year(let meant):
            finding.code = .year
            finding.mend = meant
            finding.message = "the report is of \(meant)"
        case .missingTable:
            finding.code = .missingTable
            finding.message = "the contents list names this table; the report has none of this name"
        case .item(let name):
            finding.code = .name
            finding.mend = name
            finding.message = "no table has an item of this name; \(name) has the same figure"
        }
        return finding
    }

    // MARK: Sentences

    private func message(_ equation: Equation) -> String {
        if equation.isRate { return rateMessage(equation) }
        let figures = equation.terms.map { text($0.slot) }
        switch builder.relations[equation.relation].id {
        case "text/sum":
            let sum = equation.terms.dropFirst().reduce(0) { $0 + slots[$1.slot].value }
            let parts = figures.dropFirst().joined(separator: " + ")
            return "\(parts) make \(text(sum, equation.terms[0].slot)), not \(figures[0])"
        case "text/difference":
            let change = slots[equation.terms[0].slot].value - slots[equation.terms[1].slot].value
            let third = equation.terms[2]
            let size = text(abs(change), third.slot)
            return
                "from \(figures[1]) to \(figures[0]) is \(size) \(change < 0 ? "less" : "more"), "
                + "not \(figures[2]) \(third.factor < 0 ? "more" : "less")"
        case "text/wording": return wordingMessage(equation.sign, figures[0], figures[1])
        default: return equalMessage(equation, figures[0], figures[1])
        }
    }

    private func wordingMessage(
        _ sign: RelationExpression.Sign, _ one: String, _ other: String
    ) -> String {
        switch sign {
        case .equal: "the text says that \(one) is no other than \(other)"
        case .atMost: "the text says that \(one) is less than \(other)"
        case .atLeast: "the text says that \(one) is more than \(other)"
        }
    }

    private func equalMessage(_ equation: Equation, _ one: String, _ other: String) -> String {
        if slots[equation.terms[1].slot].origin.prose != nil {
            return "the text has both \(one) and \(other) for the same"
        }
        return equation.sign == .equal
            ? "the text has \(one), the table \(other)"
            : "the text has \(one), the table no more than \(other)"
    }

    /// 10.50 is 5.93% of 177.04, not 5.95%.
    private func rateMessage(_ equation: Equation) -> String {
        let rate = equation.terms[0].slot
        let own = equation.terms[1...equation.parts]
        let others = equation.terms[(1 + equation.parts)...]
        let part = own.reduce(0) { $0 + $1.factor * slots[$1.slot].value }
        let whole = others.reduce(0) { $0 + $1.factor * slots[$1.slot].value }
        let printed = text(rate)
        guard let share = share(part, of: whole, slots[rate].place) else {
            return "\(printed) of \(text(whole, own.first?.slot ?? rate)) is another figure"
        }
        let right = text(share, rate)
        let first = text(equation.terms[1].slot)
        if equation.parts > 1, own[2].factor < 0 || own[1].factor < 0 {
            // growth: this year's less the other's, or the reverse
            let isRise = own[1].factor > 0
            let words = isRise ? ("rise", "fall") : ("fall", "rise")
            let size = text(abs(share), rate)
            let claim = share < 0 ? "a \(words.0) of \(printed)" : printed
            return "from \(text(own[2].slot)) to \(first) is a \(share < 0 ? words.1 : words.0) of "
                + "\(size), not \(claim)"
        }
        if others.count > 1 {
            let isRise = others.last.map { $0.factor < 0 } ?? true
            let now = others.first.map { text($0.slot) } ?? ""
            return "a \(isRise ? "rise" : "fall") of \(first) to \(now) is one of \(right), "
                + "not \(printed)"
        }
        let all = others.first.map { text($0.slot) } ?? ""
        return "\(first) is \(right) of \(all), not \(printed)"
    }

    /// In per cent, to the places that are printed.
    private func share(_ part: Int, of whole: Int, _ place: Int) -> Int? {
        guard whole != 0 else { return nil }
        let exact = Int128(part) * 1_000_000
        let unit = Int128(whole) * Int128(place)
        let half = unit.magnitude / 2
        let sign: Int128 = (exact < 0) == (unit < 0) ? 1 : -1
        let steps = sign * Int128((exact.magnitude + half) / unit.magnitude)
        return Int(exactly: steps * Int128(place))
    }

    // MARK: Figures

    /// As printed, without separators.
    private func printed(_ slot: Int) -> String {
        guard let figure = figure(slot) else { return number(slots[slot].value, slot) }
        return figure.amount.text
    }

    /// As printed, with % or its unit where it is not 万元.
    private func text(_ slot: Int) -> String { printed(slot) + unit(slot) }

    /// Another value as it would be printed there.
    private func text(_ value: Int, _ slot: Int) -> String { number(value, slot) + unit(slot) }

    private func number(_ value: Int, _ slot: Int) -> String {
        guard let figure = figure(slot) else {
            let statement = statements[slots[slot].statement]
            return statement.unit.printed(value, scale: statement.scale)
        }
        return figure.unit.printed(value, scale: figure.amount.scale)
    }

    private func figure(_ slot: Int) -> ProseFigure? {
        let number = slot - prose.firstSlot
        return prose.figures.indices.contains(number) ? prose.figures[number] : nil
    }

    private func unit(_ slot: Int) -> String {
        if slots[slot].kind != .money { return "%" }
        switch (figure(slot)?.unit ?? statements[slots[slot].statement].unit).power {
        case 0: return "元"
        case 2: return "百元"
        case 3: return "千元"
        case 8: return "亿元"
        default: return ""
        }
    }
}
