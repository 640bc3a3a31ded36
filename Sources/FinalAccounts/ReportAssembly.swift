/// Puts together what reading and checking found.
struct ReportAssembly {
    let index: CatalogueIndex
    let tables: [ReportTable]
    let statements: [Statement]
    let slots: [Slot]
    let builder: EquationBuilder
    let contradictions: [UnitResolver.Contradiction]
    private var result = AccountsReport()
    /// Figures that are in doubt.
    private var suspects: Set<Int> = []
    /// What is wrong with whole tables.
    private var verdicts: [AccountFinding] = []
    /// The check that an equation became; nil for those that say nothing.
    private var checkOfEquation: [Int?] = []

    init(
        index: CatalogueIndex, tables: [ReportTable], statements: [Statement], slots: [Slot],
        builder: EquationBuilder, contradictions: [UnitResolver.Contradiction]
    ) {
        self.contradictions = contradictions
        self.index = index
        self.tables = tables
        self.statements = statements
        self.slots = slots
        self.builder = builder
    }

    mutating func report(prose: Prose, variants: [ProjectNames.Variant]) -> AccountsReport {
        result.recognised = statements.filter { !$0.isProse }.map {
            AccountsReport.Recognised(
                table: $0.table, catalogue: index.tables[$0.definition].id, certainty: $0.certainty,
                isCertain: $0.isCertain, unitSource: $0.unitSource)
        }
        addChecks()
        addFindings()
        addProseFindings(prose)
        let text = FindingText(index, tables, statements, slots)
        result.findings += contradictions.map(text.finding)
        result.findings += verdicts
        let names = NameBook(index, statements)
        result.findings += names.doubts.map(text.finding)
        result.findings += variants.map(text.finding)
        addRecords(names)
        result.fields = statements.flatMap { statement in
            statement.fields.map {
                AccountField(
                    cell: $0.cell, id: index.names[$0.id], label: $0.label, text: $0.text)
            }
        }
        return result
    }

    // MARK: Checks

    private mutating func addChecks() {
        for equation in builder.equations {
            // 0 = 0 + 0 says nothing
            guard !equation.isUnfollowed,
                equation.terms.contains(where: { slots[$0.slot].value != 0 })
            else {
                checkOfEquation.append(nil)
                continue
            }
            checkOfEquation.append(result.checks.count)
            result.checks.append(check(equation))
        }
        for verdict in builder.verdicts {
            let relation = builder.relations[verdict.relation]
            if let fault = verdict.fault {
                verdicts.append(
                    FindingText(index, tables, statements, slots).finding(
                        verdict, relation, fault, check: result.checks.count))
            }
            result.checks.append(
                RelationCheck(
                    relation: relation.id, isOfficial: relation.isOfficial,
                    result: verdict.fault == nil ? .holds : relation.isOfficial ? .fails : .warns,
                    difference: "0", tolerance: "0", cells: [], reason: verdict.fault))
        }
        for missing in builder.missing {
            let relation = builder.relations[missing.relation]
            result.checks.append(
                RelationCheck(
                    relation: relation.id, isOfficial: relation.isOfficial, result: .notApplicable,
                    difference: "0", tolerance: "0", cells: [], reason: missing.reason))
        }
    }

    private func check(_ equation: Equation) -> RelationCheck {
        let relation = builder.relations[equation.relation]
        let (unit, scale) = unit(of: equation)
        let outcome: RelationCheck.Result =
            switch equation.outcome {
            case .holds: .holds
            case .rounding: .holdsRounding
            case .fails: equation.standing == .official ? .fails : .warns
            }
        return RelationCheck(
            relation: relation.id, isOfficial: relation.isOfficial, result: outcome,
            difference: unit.printed(
                equation.isRate
                    ? equation.difference.rounded(to: unit.place(scale: scale))
                    : equation.difference, scale: scale),
            tolerance: unit.printed(
                equation.isRate
                    ? equation.tolerance.rounded(to: unit.place(scale: scale + 1))
                    : equation.tolerance, scale: scale + 1),
            cells: equation.terms.compactMap { slots[$0.slot].origin.cell },
            prose: equation.terms.compactMap { slots[$0.slot].origin.prose })
    }

    private func unit(of equation: Equation) -> (MoneyUnit, Int) {
        let slot = slots[equation.terms[equation.isRate ? 1 : 0].slot]
        let statement = statements[slot.statement]
        return slot.kind == .money ? (statement.unit, statement.scale) : (MoneyUnit(power: 0), 2)
    }

    // MARK: Findings

    private mutating func addFindings() {
        let certain = Set(statements.filter { $0.accuses && !$0.isProse }.map(\.table))
        for structureBreak in builder.breaks where certain.contains(structureBreak.table) {
            add(structureBreak)
        }
        for isOfficial in [true, false] {
            let failing = builder.equations.indices.filter {
                builder.equations[$0].accuses && !builder.isProse($0)
                    && (builder.equations[$0].standing == .official) == isOfficial
            }
            guard !failing.isEmpty else { continue }
            let equalities = Set(failing.filter { builder.equations[$0].sign == .equal })
            explain(equalities.subtracting(explained), isOfficial)
            addLostCodes(failing.filter { !explained.contains($0) })
            for number in failing where !explained.contains(number) {
                addUnexplained(number, isOfficial)
            }
        }
    }

    /// What the prose says and does not hold, where no figure of the tables is in doubt.
    private mutating func addProseFindings(_ prose: Prose) {
        let failing = builder.equations.indices.filter {
            builder.equations[$0].accuses && builder.isProse($0)
                && !explained.contains($0)
        }
        let text = ProseFindingText(prose, slots, statements, builder)
        let doubts = ProseDoubts(slots, statements, builder.equations).doubts(failing)
        result.findings += doubts.map { doubt in
            text.finding(doubt, checks: doubt.mended.compactMap { checkOfEquation[$0] })
        }
        result.findings += prose.notes.map(text.finding)
    }

    /// Codes that one table has figures for and another has no row for.
    private mutating func addLostCodes(_ failing: [Int]) {
        var seen: Set<[Int]> = []
        for number in failing {
            guard let lacking = builder.equations[number].lacking else { continue }
            explained.insert(number)
            let statement = statements[lacking.statement]
            guard statement.accuses,
                seen.insert([lacking.statement, lacking.code]).inserted
            else { continue }
            let line = statement.lines.lastIndex { $0.code.map { $0 < lacking.code } ?? false } ?? 0
            add(
                StructureBreak(
                    kind: .codeMissing(lacking.code), statement: nil, table: statement.table,
                    line: line, row: statement.lines[line].row))
        }
    }

    /// Equations that a finding explains.
    private var explained: Set<Int> = []

    private mutating func explain(_ failing: Set<Int>, _ isOfficial: Bool) {
        let explainer = Explainer(slots, statements, builder.equations)
        // unofficial relations bear witness too, but need no explanation
        for explanation in explainer.explanations(failing) {
            explained.formUnion(explanation.mended)
            if explanation.kind == .figure, let slot = explanation.changes.first?.slot {
                let unofficial = builder.equations.indices.filter { number in
                    builder.equations[number].outcome == .fails
                        && builder.equations[number].terms.contains { $0.slot == slot }
                }
                explained.formUnion(unofficial)
            } else {
                explained.formUnion(touched(explanation))
            }
            if isOfficial, explanation.kind != .missingRow {
                suspects.formUnion(explanation.changes.map(\.slot) + explanation.others)
            }
            result.findings.append(
                FindingText(index, tables, statements, slots).finding(
                    explanation, explanation.mended.first.map { builder.equations[$0] },
                    isFailure: isOfficial,
                    checks: explanation.mended.compactMap { checkOfEquation[$0] }))
        }
    }

    /// Failing equations of the rows that an explanation is about.
    private func touched(_ explanation: Explanation) -> [Int] {
        let lines = Set(explanation.changes.map { LinePlace(slots[$0.slot]) })
        return builder.equations.indices.filter { number in
            builder.equations[number].outcome == .fails
                && builder.equations[number].terms.contains {
                    lines.contains(LinePlace(slots[$0.slot]))
                }
        }
    }

    private mutating func addUnexplained(_ number: Int, _ isOfficial: Bool) {
        let equation = builder.equations[number]
        if isOfficial {
            for term in equation.terms where slots[term.slot].value != 0 {
                suspects.insert(term.slot)
            }
        }
        guard let check = checkOfEquation[number] else { return }
        result.findings.append(
            FindingText(index, tables, statements, slots).finding(
                equation, builder.relations[equation.relation], result.checks[check], number: check)
        )
    }

    private mutating func add(_ structureBreak: StructureBreak) {
        result.findings.append(
            FindingText(index, tables, statements, slots).finding(structureBreak))
    }

    // MARK: Records

    private mutating func addRecords(_ names: NameBook) {
        let proof = Proof(slots, statements, builder.equations)
        var checks = [[Int]](repeating: [], count: slots.count)
        for (number, equation) in builder.equations.enumerated() {
            guard let check = checkOfEquation[number] else { continue }
            for term in equation.terms { checks[term.slot].append(check) }
        }
        var maker = RecordMaker(index, statements, names)
        for (number, slot) in slots.enumerated() where slot.state == .printed {
            guard let cell = slot.origin.cell else { continue }
            var record = maker.record(slot, in: cell)
            record.checks = checks[number]
            record.evidence.isSound = slot.isSound
            record.evidence.isAccused = suspects.contains(number)
            record.evidence.isProved = proof.proved[number]
            record.evidence.isTableCertain = statements[slot.statement].isCertain
            record.evidence.unit = record.unitSource
            result.records.append(record)
        }
    }
}

extension Int {
    /// To the nearest multiple: what a rate makes of a figure has more places than are of use.
    fileprivate func rounded(to place: Int) -> Int {
        (self + (self < 0 ? -place : place) / 2) / place * place
    }
}
