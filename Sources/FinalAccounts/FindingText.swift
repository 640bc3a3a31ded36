/// Says in words what a check found.
struct FindingText {
    private let index: CatalogueIndex
    private let tables: [ReportTable]
    private let statements: [Statement]
    private let slots: [Slot]
    private let relation: RelationText

    init(
        _ index: CatalogueIndex, _ tables: [ReportTable], _ statements: [Statement], _ slots: [Slot]
    ) {
        self.index = index
        self.tables = tables
        self.statements = statements
        self.slots = slots
        relation = RelationText(index, tables, statements, slots)
    }

    func finding(
        _ explanation: Explanation, _ equation: Equation?, isFailure: Bool, checks: [Int]
    ) -> AccountFinding {
        let slot = slots[explanation.changes[0].slot]
        let printed = text(slot.value, slot)
        let mend = text(explanation.changes[0].value, slot)
        let count = explanation.mended.count
        let relations = count == 1 ? "a relation fails" : "\(count) relations fail"
        var finding = AccountFinding(
            code: .wrongFigure, isFailure: isFailure, place: slot.origin,
            cells: (explanation.changes.map(\.slot) + explanation.others).compactMap {
                slots[$0].origin.cell
            }, row: row(slot),
            column: column(slot),
            printed: printed, mend: mend, message: "", formula: equation.map(relation.formula),
            isAmbiguous: !explanation.others.isEmpty, checks: checks)
        switch explanation.kind {
        case .figure:
            finding.message =
                "\(relations) here; with \(mend) instead of \(printed) "
                + (count == 1 ? "it would hold" : "all would hold")
                + (!explanation.others.isEmpty
                    ? ", but other figures would explain it as well" : "")
        case .shiftedRow:
            finding.code = .shiftedRow
            finding.message = "\(relations); they would hold were this row's figures one column off"
        case .swappedRows:
            finding.code = .swappedRows
            finding.message =
                "\(relations); they would hold if this row and the next changed figures"
        case .missingRow:
            finding.code = .missingRow
            finding.printed = nil
            finding.mend = nil
            let values = explanation.changes.map { text($0.value, slots[$0.slot]) }
            finding.message =
                "\(relations): the rows below this one lack \(values.joined(separator: ", ")); "
                + "a row may be missing"
        }
        return finding
    }

    func finding(
        _ equation: Equation, _ definition: RelationIndex, _ check: RelationCheck, number: Int
    ) -> AccountFinding {
        let slot = slots[equation.terms[0].slot]
        let isFailure = equation.standing == .official
        let word = isFailure ? "fails" : "does not hold (not an official relation)"
        return AccountFinding(
            code: .relationFails, isFailure: isFailure, place: slot.origin,
            cells: check.cells,
            row: row(slot), column: column(slot), printed: text(slot.value, slot), mend: nil,
            message: "\(definition.id) \(word): off by \(check.difference), "
                + "rounding allows \(check.tolerance)",
            formula: relation.formula(equation), checks: [number])
    }

    func finding(_ doubt: NameBook.Doubt) -> AccountFinding {
        let statement = statements[doubt.statement]
        let line = statement.lines[doubt.line]
        let column = statement.blocks[line.block].labels.last ?? 0
        let place = CellPlace(table: statement.table, row: line.row, column: column)
        return AccountFinding(
            code: .name, isFailure: false, place: .cell(place), cells: [place], row: line.label,
            column: "", printed: doubt.printed, mend: doubt.name,
            message: "elsewhere \(line.code.map { String($0) } ?? "") is called \(doubt.name)",
            checks: [])
    }

    func finding(_ variant: ProjectNames.Variant) -> AccountFinding {
        AccountFinding(
            code: .name, isFailure: false, place: .cell(variant.cell), cells: [variant.cell],
            row: variant.printed, column: "", printed: variant.printed, mend: variant.name,
            message: "probably the project that is called \(variant.name) elsewhere", checks: [])
    }

    func finding(
        _ verdict: Verdict, _ relation: RelationIndex, _ fault: String, check: Int
    ) -> AccountFinding {
        AccountFinding(
            code: .relationFails, isFailure: relation.isOfficial,
            place: .cell(CellPlace(table: verdict.table, row: 0, column: 0)), cells: [], row: "",
            column: "", printed: nil, mend: nil, message: fault, checks: [check])
    }

    private static func count(_ figures: Int, of place: String) -> String? {
        figures == 0
            ? nil : figures == 1 ? "a figure of \(place)" : "\(figures) figures of \(place)"
    }

    func finding(_ contradiction: UnitResolver.Contradiction) -> AccountFinding {
        let place = CellPlace(table: statements[contradiction.statement].table, row: 0, column: 0)
        let witnesses = [
            FindingText.count(contradiction.prose, of: "the text"),
            FindingText.count(contradiction.tables, of: "other tables"),
        ].compactMap(\.self).joined(separator: " and ")
        let (printed, meant) = (contradiction.printed.name, contradiction.meant.name)
        return AccountFinding(
            code: .unitContradicted, isFailure: false, place: .cell(place), cells: [], row: "",
            column: "", printed: printed, mend: meant,
            message:
                "the table's unit is \(printed); only in \(meant) does it agree with \(witnesses)",
            checks: [])
    }

    func finding(_ structureBreak: StructureBreak) -> AccountFinding {
        let place = CellPlace(table: structureBreak.table, row: structureBreak.row, column: 0)
        var finding = AccountFinding(
            code: .rowOrder, isFailure: true, place: .cell(place), cells: [place], row: "",
            column: "",
            printed: nil, mend: nil, message: "", checks: [])
        let statement = statements.first { $0.table == structureBreak.table }
        finding.row = statement?.lines[structureBreak.line].label ?? ""
        switch structureBreak.kind {
        case .lineNumber(let expected, let found):
            finding.message = "line \(found) stands where line \(expected) should"
            if found > expected {
                finding.code = .missingRow
                finding.message += "; a row may be missing"
            }
        case .parentMissing(let code):
            finding.code = .missingRow
            finding.message = "the row \(code), which this one is part of, is missing"
        case .childMissing:
            finding.code = .missingRow
            finding.isFailure = false
            finding.message = "no row says what this one is made of, though others have such rows"
        case .totalMissing(let row):
            finding.code = .missingRow
            finding.isFailure = false
            finding.message = "the table has no row “\(row)” for the sum of its rows"
        case .codeMissing(let code):
            finding.code = .missingRow
            finding.isFailure = false
            finding.message = "another table has figures for \(code); this one has no row for it"
        case .order:
            finding.isFailure = false
            finding.message = "the code is smaller than the one above it"
        }
        return finding
    }

    // MARK: Words

    private func text(_ value: Int, _ slot: Slot) -> String {
        let statement = statements[slot.statement]
        if slot.state == .blank, value == slot.value { return "(blank)" }
        // as it is printed; what should stand there with the table's places
        let isPrinted = value == slot.value && !statement.isProse
        let scale = isPrinted ? slot.scale : max(statement.scale, slot.scale)
        return slot.kind == .money
            ? statement.unit.printed(value, scale: scale)
            : MoneyUnit(power: 0).printed(value, scale: 0)
    }

    private func row(_ slot: Slot) -> String {
        statements[slot.statement].lines[slot.line].label
    }

    /// The column's header, its levels joined.
    private func column(_ slot: Slot) -> String {
        guard let cell = slot.origin.cell else { return "" }
        let heading = tables[cell.table].heading(cell.column)
        return heading.isEmpty ? index.names[slot.measure] : heading
    }
}
