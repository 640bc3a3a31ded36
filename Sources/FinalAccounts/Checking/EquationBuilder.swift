/// Makes every instance of the catalogue's relations that a report's tables have.
struct EquationBuilder {
    /// Why a relation has no instance.
    struct Missing: Sendable {
        let relation: Int
        let reason: String
    }

    let index: CatalogueIndex
    let statements: [Statement]
    let slots: [Slot]
    var relations: [RelationIndex] = []
    var equations: [Equation] = []
    var missing: [Missing] = []
    var breaks: [StructureBreak] = []
    /// The first statement of each of the catalogue's tables.
    private(set) var statementByDefinition: [Int: Int] = [:]
    private(set) var verdicts: [Verdict] = []
    /// What was asked of two tables before a relation was tried on them.
    ///
    /// Nothing says that it must hold, but where it
    /// holds but for a power of ten, one of their units is wrong.
    private(set) var conditions: [Equation] = []
    /// Where rows that are not known have figures.
    let openBlocks: Set<OpenBlock>
    /// Says which tables' figures can be compared; nil while units are not settled.
    let units: UnitResolver?

    init(
        _ index: CatalogueIndex, _ statements: [Statement], _ slots: [Slot],
        units: UnitResolver? = nil
    ) {
        self.index = index
        self.statements = statements
        self.slots = slots
        self.units = units
        openBlocks = EquationBuilder.openBlocks(statements, slots)
        for isCertain in [true, false] {
            for (number, statement) in statements.enumerated()
            where statement.isCertain == isCertain
                && statementByDefinition[statement.definition] == nil
            {
                statementByDefinition[statement.definition] = number
            }
        }
    }

    mutating func build() {
        for (number, statement) in statements.enumerated() where !statement.isProse {
            for relation in index.catalogue.tables[statement.definition].relations {
                add(relation, of: statement.definition, own: number)
            }
        }
        for relation in index.catalogue.relations {
            // those of other kinds of documents say nothing of this one
            let isOurs = index.tables(named: relation).contains { statementByDefinition[$0] != nil }
            if isOurs { add(relation, of: nil, own: nil) }
        }
    }

    /// Relations that cannot be used are known to whoever validated the catalogue.
    private mutating func add(_ relation: RelationDefinition, of table: Int?, own: Int?) {
        if let compiled = try? index.compiled(relation, of: table) { add(compiled, own: own) }
    }

    private mutating func add(_ relation: RelationIndex, own: Int?) {
        relations.append(relation)
        let number = relations.count - 1
        let count = equations.count
        switch relation.form {
        case .tree:
            if let own { addTree(number, statements[own]) }
        case .outline:
            if let own { addOutline(number, statements[own]) }
        case .sequence:
            if let own { breaks += StructureBreak.lineNumbers(statements[own], own) }
        case .declaredEmpty:
            if let own { addDeclaredEmpty(number, statements[own]) }
        case .blank(let table, let term): addBlank(number, table, term)
        case .rate(let terms): addInstances(number, terms, nil, own)
        case .linear(let terms, let sign): addInstances(number, terms, sign, own)
        }
        let isJudged = verdicts.contains { $0.relation == number }
        if equations.count == count, !isJudged, !missing.contains(where: { $0.relation == number })
        {
            missing.append(Missing(relation: number, reason: "no figures are printed"))
        }
    }

    /// Judges what is no sum; see ``Verdict``.
    mutating func judge(_ relation: Int, _ statement: Statement, fault: String?) {
        guard fault == nil || statement.accuses else { return }
        verdicts.append(Verdict(relation: relation, table: statement.table, fault: fault))
    }

    // MARK: Instances

    /// What the wildcards of a relation stand for in one instance.
    private struct Binding {
        /// The statement that `line` is of.
        var statement: Int?
        var line: Int?
        var code: Int?
        var measure: Int?
    }

    private enum Value {
        case slots([Int])
        /// No such row or column; with its name.
        case absent(String)
    }

    private mutating func addInstances(
        _ number: Int, _ terms: [RelationIndex.Term], _ sign: RelationExpression.Sign?, _ own: Int?
    ) {
        if let table = terms.first(where: { statement($0, own) == nil })?.table {
            missing.append(
                Missing(
                    relation: number, reason: "the document has no table \(index.tables[table].id)")
            )
            return
        }
        for binding in bindings(terms, own) {
            if let condition = relations[number].condition,
                !holds(condition, binding, own)
            {
                continue
            }
            addInstance(number, terms, sign, binding, own)
        }
    }

    func statement(_ term: RelationIndex.Term, _ own: Int?) -> Int? {
        if let own, statements[own].definition == term.table { return own }
        return statementByDefinition[term.table]
    }

    private func bindings(_ terms: [RelationIndex.Term], _ own: Int?) -> [Binding] {
        var result = [Binding()]
        if let term = terms.first(where: { $0.rows == .every && $0.measure != nil }),
            let number = statement(term, own)
        {
            let statement = statements[number]
            result = statement.lines.indices.filter { line in
                let block = statement.blocks[statement.lines[line].figures]
                let isBlock = term.block.map { $0 == block.definition } ?? true
                return isBlock && block.measures.contains { $0.measure == term.measure }
            }.map { Binding(statement: number, line: $0) }
        } else if terms.contains(where: { $0.rows == .eachClass || $0.rows == .eachCode }) {
            result = codes(terms, own).map { Binding(code: $0) }
        }
        guard terms.contains(where: { $0.measure == nil }) else { return result }
        let columns = terms.lazy.compactMap { measures(of: $0, own) }.first ?? []
        return result.flatMap { binding in
            columns.map {
                Binding(
                    statement: binding.statement, line: binding.line, code: binding.code,
                    measure: $0)
            }
        }
    }

    /// The measures of the block that a row stands in.
    private func measures(of term: RelationIndex.Term, _ own: Int?) -> [Int]? {
        guard term.measure == nil, let number = statement(term, own) else { return nil }
        let statement = statements[number]
        var line: Int?
        switch term.rows {
        case .item(let item): line = statement.lineByItem[item]
        case .code(let code): line = statement.lineByCode[code]
        default: line = nil
        }
        guard let line else { return nil }
        return statement.blocks[statement.lines[line].figures].measures.map(\.measure)
    }

    private func codes(_ terms: [RelationIndex.Term], _ own: Int?) -> [Int] {
        var codes: Set<Int> = []
        for term in terms {
            guard term.rows == .eachClass || term.rows == .eachCode,
                let number = statement(term, own)
            else { continue }
            for code in statements[number].lineByCode.keys
            where term.rows == .eachCode || code < 1000 { codes.insert(code) }
        }
        return codes.sorted()
    }

    private func value(_ term: RelationIndex.Term, _ binding: Binding, _ own: Int?) -> Value {
        guard let number = statement(term, own) else { return .absent(index.tables[term.table].id) }
        let statement = statements[number]
        guard let measure = term.measure ?? binding.measure else { return .absent("a column") }
        var lines: [Int] = []
        switch term.rows {
        case .item(let item): lines = statement.lineByItem[item].map { [$0] } ?? []
        case .code(let code): lines = statement.lineByCode[code].map { [$0] } ?? []
        case .field(let field): lines = line(field, of: own, in: statement).map { [$0] } ?? []
        case .every:
            // in another table: its only row
            if let line = binding.line, binding.statement == number {
                lines = [line]
            } else if statement.lines.count == 1 {
                lines = [0]
            }
        case .eachClass, .eachCode:
            lines = binding.code.flatMap { statement.lineByCode[$0] }.map { [$0] } ?? []
        case .sumOfClasses:
            lines = statement.lines.indices.filter { isClass(statement.lines[$0]) }
        case .sumOfOthers:
            lines = statement.lines.indices.filter {
                statement.lines[$0].item == nil || isFunds($0, statement)
            }
        }
        let places = lines.compactMap { line in
            statement.position(of: measure, in: statement.lines[line]).map {
                statement.lines[line].firstSlot + $0
            }
        }
        return places.isEmpty
            ? .absent("\(index.names[measure]) in \(index.tables[term.table].id)") : .slots(places)
    }

    /// The figures that a reference to a row, or to a code's row, means; none where it is missing.
    func places(_ term: RelationIndex.Term, code: Int?) -> [Int] {
        guard case .slots(let places) = value(term, Binding(code: code), nil) else { return [] }
        return places
    }

    /// The row that is named as a form's field.
    private func line(_ field: Int, of own: Int?, in statement: Statement) -> Int? {
        own.flatMap { own in statements[own].fields.first { $0.id == field } }
            .flatMap { statement.lineByKey[LabelKey.key($0.text)] }
    }

    private func isClass(_ line: Statement.Line) -> Bool {
        line.code.map { $0 < 1000 } ?? false && !line.isPart
    }

    /// A form's funds count with its indicators: their execution has a score.
    private func isFunds(_ line: Int, _ statement: Statement) -> Bool {
        statement.lines[line].item == index.symbols["funds"]
    }

    private mutating func addInstance(
        _ number: Int, _ terms: [RelationIndex.Term], _ sign: RelationExpression.Sign?,
        _ binding: Binding, _ own: Int?
    ) {
        var found: [(slot: Int, factor: Int)] = []
        var sides = (left: 0, right: 0)
        var absent: String?
        var lacking: [Int] = []
        for (place, term) in terms.enumerated() {
            let isLeft = place < relations[number].leftCount
            switch value(term, binding, own) {
            case .absent(let name):
                if isLeft && !hasCodes(term, own) || sign == nil { absent = name }
                if term.rows == .eachCode || term.rows == .eachClass, hasCodes(term, own) {
                    if let statement = statement(term, own) { lacking.append(statement) }
                    if isLeft { sides.left += 1 } else { sides.right += 1 }
                }
            case .slots(let places):
                found += places.map { ($0, term.factor) }
                if isLeft { sides.left += 1 } else { sides.right += 1 }
            }
        }
        if let absent {
            noteLostTotal(number, terms, found, own)
            if binding.line == nil, binding.code == nil {
                missing.append(Missing(relation: number, reason: "there is no \(absent)"))
            }
            return
        }
        guard sides.left > 0, sides.right > 0 else { return }
        let count = equations.count
        close(number, sign == nil ? found : withoutParts(found), sign)
        // with one table that lacks the code, a failure says that its row is lost
        if equations.count > count, let statement = lacking.first,
            lacking.count == 1 || relations[number].leftCount == 1,
            let code = binding.code
        {
            equations[count].lacking = (statement, code)
        }
    }

    /// A total is not there, but what it is the sum of is.
    private mutating func noteLostTotal(
        _ number: Int, _ terms: [RelationIndex.Term], _ found: [(slot: Int, factor: Int)],
        _ own: Int?
    ) {
        guard let own, relations[number].isOfficial, relations[number].leftCount == 1,
            case .item(let item) = terms[0].rows, statements[own].lineByItem[item] == nil,
            let nearest = found.first(where: { slots[$0.slot].value != 0 })?.slot
        else { return }
        let known = breaks.contains { other in
            guard case .totalMissing(let name) = other.kind else { return false }
            return name == index.names[item] && other.table == statements[own].table
        }
        if !known { addMissing(index.names[item], statements[own], slots[nearest].line) }
    }

    /// A table of codes prints only those it has figures for: a code that it lacks is zero.
    private func hasCodes(_ term: RelationIndex.Term, _ own: Int?) -> Bool {
        guard term.rows == .eachCode || term.rows == .eachClass,
            let number = statement(term, own)
        else { return false }
        return !statements[number].lineByCode.isEmpty
    }

    /// Adds the equation unless it says nothing: all blank, or a figure that cannot be read.
    mutating func close(
        _ number: Int, _ terms: [(slot: Int, factor: Int)], _ sign: RelationExpression.Sign?,
        parts: Int = 1, slack: Int = 1
    ) {
        guard terms.count > 1 || terms.contains(where: { slots[$0.slot].value != 0 }) else {
            return
        }
        guard terms.contains(where: { slots[$0.slot].state == .printed }) else { return }
        guard !terms.contains(where: { slots[$0.slot].state == .unread }) else {
            missing.append(Missing(relation: number, reason: "a figure cannot be read"))
            return
        }
        guard areComparable(terms) else {
            missing.append(
                Missing(relation: number, reason: "the tables' units are not known to be the same"))
            return
        }
        if sign == nil,
            terms.count < 3 || terms.contains(where: { slots[$0.slot].state == .blank })
        {
            return
        }
        var equation = Equation(
            relation: number, sign: sign ?? .equal, isRate: sign == nil, parts: parts,
            slack: slack, terms: terms)
        equation.standing = standing(of: equation)
        equation.settle(slots)
        equations.append(equation)
    }

    private func areComparable(_ terms: [(slot: Int, factor: Int)]) -> Bool {
        guard let units else { return true }
        var seen: [Int] = []
        for term in terms where slots[term.slot].kind == .money {
            let statement = slots[term.slot].statement
            if !seen.contains(statement) { seen.append(statement) }
        }
        return seen.allSatisfy { one in
            seen.allSatisfy { $0 == one || units.areComparable(one, $0) }
        }
    }

    private mutating func holds(
        _ form: RelationIndex.Form, _ binding: Binding, _ own: Int?
    ) -> Bool {
        guard case .linear(let terms, _) = form else { return false }
        var found: [(slot: Int, factor: Int)] = []
        var inner = binding
        // a condition on classes is one on the class of the code
        if terms.contains(where: { $0.rows == .eachClass }), var code = binding.code {
            while code >= 1000 { code /= 100 }
            inner.code = code
        }
        for term in terms {
            guard case .slots(let places) = value(term, inner, own) else { return false }
            found += places.map { ($0, term.factor) }
        }
        guard found.contains(where: { slots[$0.slot].state == .printed }) else { return false }
        let equation = Equation(relation: 0, terms: found)
        if units == nil { conditions.append(equation) }
        return equation.evaluate({ slots[$0].value }, slots).difference == 0
    }
}
