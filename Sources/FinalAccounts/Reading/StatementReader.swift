internal import PageModel
internal import TableRecognition
internal import TextRepair

/// Names the rows of a table that is recognised, and makes places for its figures.
struct StatementReader {
    let index: CatalogueIndex
    private(set) var statement: Statement
    private(set) var slots: [Slot] = []
    private let layout: TableLayout
    private let number: Int
    private let firstSlot: Int

    init(
        _ candidate: StatementFinder.Candidate, isCertain: Bool, _ layout: TableLayout, table: Int,
        number: Int, firstSlot: Int, index: CatalogueIndex
    ) {
        self.index = index
        self.layout = layout
        self.number = number
        self.firstSlot = firstSlot
        let definition = index.tables[candidate.definition]
        let unit = PrintedUnit.of(layout.table, isForm: !definition.form.isEmpty)
        statement = Statement(
            table: table, definition: candidate.definition,
            certainty: Int(clamping: (candidate.certainty * 100).rounded()), isCertain: isCertain,
            blocks: candidate.blocks, unit: unit ?? UnitResolver.working,
            unitSource: unit == nil ? .unknown : .printed)
        statement.isRuled = layout.table.isRuled
        if definition.form.isEmpty {
            readRows(definition)
        } else {
            readForm(definition)
        }
        addUnmapped()
        readFields(definition)
        statement.isDeclaredEmpty = layout.table.note.map(index.declaresEmpty) ?? false
        statement.index()
        setPlaces()
    }

    /// Numbers in columns that the catalogue does not know: they are not dropped.
    private mutating func addUnmapped() {
        let covered = Set(slots.compactMap(\.origin.cell))
        let first = layout.table.header.count
        for row in 0..<layout.bodyRows {
            for column in 0..<layout.table.columnCount {
                guard let cell = layout.cell(row, column), cell.kind == .amount, cell.amount != nil,
                    !covered.contains(
                        CellPlace(table: statement.table, row: row + first, column: column))
                else { continue }
                let block = statement.blocks.first?.definition ?? 0
                statement.blocks.append(
                    Statement.Block(
                        definition: block, labels: [], lineColumn: nil,
                        measures: [(index.unmapped, .score, column)]))
                var line = Statement.Line(
                    block: statement.blocks.count - 1, figures: statement.blocks.count - 1,
                    row: row + first)
                line.label =
                    (0..<column).compactMap { layout.cell(row, $0)?.text }
                    .first { !$0.isEmpty } ?? ""
                line.firstSlot = firstSlot + slots.count
                statement.lines.append(line)
                appendSlots(statement.lines.count - 1, row)
            }
        }
    }

    // MARK: Rows

    private mutating func readRows(_ definition: TableIndex) {
        var seen: [Set<Int>] = definition.blocks.map { _ in [] }
        /// Blocks whose label in this row is the end of the one above.
        var cut: Set<Int> = []
        for row in 0..<layout.bodyRows where !layout.headerRows.contains(row) {
            var previous: Int?
            let ends = cut
            cut = []
            for (number, printed) in statement.blocks.enumerated() where !ends.contains(number) {
                let block = definition.blocks[printed.definition]
                var label = RowLabel(layout, row, printed.labels, block, index)
                if let whole = whole(label, row, printed, block) {
                    label = whole
                    cut.insert(number)
                }
                if label.isEmpty, !printed.labels.isEmpty {
                    if let previous { moveFigures(of: previous, to: number, row) }
                    // template rows without a label still count on
                    let isNumbered = printed.lineColumn.map {
                        layout.cell(row, $0)?.text.isEmpty == false
                    }
                    if previous == nil && hasAmount(row, printed) || isNumbered ?? false {
                        append(label, number, row, block, &seen)
                    }
                    continue
                }
                append(label, number, row, block, &seen)
                previous = statement.lines.count - 1
            }
        }
    }

    /// A label that a page's end has cut in two rows (八、社会保障和就 | 业支出), whole; nil for others.
    private func whole(
        _ label: RowLabel, _ row: Int, _ printed: Statement.Block, _ block: BlockIndex
    ) -> RowLabel? {
        guard !label.isEmpty, !label.isIdentified, row + 1 < layout.bodyRows,
            block.hasClasses || !block.rows.isEmpty, !hasAmount(row + 1, printed)
        else { return nil }
        let rest = RowLabel(layout, row + 1, printed.labels, block, index)
        guard !rest.isEmpty, !rest.isIdentified else { return nil }
        return label.joined(with: rest, block, index)
    }

    private func hasAmount(_ row: Int, _ block: Statement.Block) -> Bool {
        block.measures.contains { layout.cell(row, $0.column)?.kind == .amount }
    }

    /// A label over two blocks: the figures stand under the second.
    private mutating func moveFigures(of line: Int, to block: Int, _ row: Int) {
        guard hasAmount(row, statement.blocks[block]) else { return }
        guard
            !slots.suffix(from: statement.lines[line].firstSlot - firstSlot)
                .contains(where: { $0.state != .blank })
        else { return }
        slots.removeSubrange((statement.lines[line].firstSlot - firstSlot)...)
        statement.lines[line].figures = block
        appendSlots(line, row)
    }

    private mutating func append(
        _ label: RowLabel, _ number: Int, _ row: Int, _ block: BlockIndex, _ seen: inout [Set<Int>]
    ) {
        var line = Statement.Line(
            block: number, figures: number, row: row + layout.table.header.count)
        let place = statement.blocks[number].definition
        line.label = label.text
        line.code = label.code
        line.isPart = label.isPart
        let key = LabelKey.key(label.text)
        line.isTotal = (index.catalogue.marks[.total] ?? []).contains(where: key.containsBytewise)
        line.ordinal = LabelKey.ordinal(label.text)
        line.depth = block.outline.isEmpty ? 0 : outlineDepth(row, block)
        // a row without any mark of its own stands as deep as the one above it
        if line.depth == 0, !block.outline.isEmpty { line.depth = statement.lines.last?.depth ?? 0 }
        if label.code == nil, let rows = block.rows[label.word] {
            let after = rows.first { $0.after.map(seen[place].contains) ?? false }
            line.item = (after ?? rows.first { $0.after == nil })?.row
            if let item = line.item { seen[place].insert(item) }
        }
        let isOpen = block.codes == nil && block.rows.isEmpty || !block.outline.isEmpty
        line.isIdentified =
            line.item != nil || line.code != nil || statement.blocks[number].labels.isEmpty
            || isOpen && !label.isEmpty
        if let column = statement.blocks[number].lineColumn {
            line.number = layout.cell(row, column).flatMap { Int($0.text) }
        }
        if let word = block.key,
            let column = layout.levels.firstIndex(where: { $0.contains(word) })
        {
            let place = CellPlace(
                table: statement.table, row: row + layout.table.header.count, column: column)
            line.name = layout.cell(row, column).flatMap {
                $0.text.isEmpty ? nil : ($0.text, place)
            }
            line.key = line.name.map { LabelKey.key($0.text) }
        }
        line.firstSlot = firstSlot + slots.count
        statement.lines.append(line)
        appendSlots(statement.lines.count - 1, row)
    }

    private func outlineDepth(_ row: Int, _ block: BlockIndex) -> Int {
        var depth = 0
        for (level, word) in block.outline.enumerated() {
            guard let column = layout.levels.firstIndex(where: { $0.contains(word) }) else {
                continue
            }
            if let cell = layout.cell(row, column), !cell.text.isEmpty { depth = level + 1 }
        }
        return depth
    }

    private mutating func appendSlots(_ line: Int, _ row: Int) {
        statement.lines[line].firstSlot = firstSlot + slots.count
        for measure in statement.blocks[statement.lines[line].figures].measures {
            appendSlot(line, row, measure.column, measure.measure, measure.kind)
        }
    }

    private mutating func appendSlot(
        _ line: Int, _ row: Int, _ column: Int, _ measure: Int, _ kind: ColumnDefinition.Kind
    ) {
        let cell = layout.cell(row, column)
        var slot = Slot(
            kind: kind, measure: measure, statement: number, line: line,
            origin: .cell(
                CellPlace(
                    table: statement.table, row: row + layout.table.header.count, column: column)))
        if let cell, !cell.text.isEmpty {
            slot.state = cell.kind == .amount || kind == .money ? .unread : .blank
            slot.isSound = !cell.isDoubtful
            if cell.amount == nil, kind == .money {
                // of scans the engine's own second choices come first
                slot.slip = cell.readings.first?.text ?? NumberSlip.mended(cell.text)
            }
            if kind == .money { slot.readings = readings(cell) }
            let text = cell.amount ?? slot.slip.flatMap { Amount.decimal($0) }
            if let amount = text.flatMap({ ExactAmount($0) }) {
                let unit = kind == .money ? statement.unit : MoneyUnit(power: 0)
                if let value = unit.base(amount) {
                    slot.value = value
                    slot.state = .printed
                }
                if kind == .money { statement.scale = max(statement.scale, amount.scale) }
                slot.scale = amount.scale
            }
        }
        slots.append(slot)
    }

    private func readings(_ cell: ReportTable.Cell) -> [Slot.Reading] {
        cell.readings.compactMap { reading in
            Amount.decimal(reading.text).flatMap { ExactAmount($0) }
                .flatMap { statement.unit.base($0) }
                .map { Slot.Reading(value: $0, text: reading.text, cost: reading.cost) }
        }
    }

    private mutating func setPlaces() { statement.setPlaces(of: &slots) }

    // MARK: Forms

    /// Rows inside the form name the columns of those below them.
    private mutating func readForm(_ definition: TableIndex) {
        guard let block = definition.blocks.first else { return }
        var seen: [Set<Int>] = [[]]
        for row in 0..<layout.bodyRows {
            let found = measures(row, block)
            if found.count >= 2 {
                statement.blocks.append(
                    Statement.Block(definition: 0, labels: [], lineColumn: nil, measures: found))
                continue
            }
            guard let number = statement.blocks.indices.last,
                let first = statement.blocks[number].measures.map(\.column).min(),
                hasAmount(row, statement.blocks[number])
            else { continue }
            let columns = (0..<first).filter { layout.cell(row, $0)?.text.isEmpty == false }
            let label = RowLabel(layout, row, columns, block, index)
            append(label, number, row, block, &seen)
            statement.lines[statement.lines.count - 1].isIdentified = !label.isEmpty
        }
    }

    /// Labels with the text beside them.
    private mutating func readFields(_ definition: TableIndex) {
        guard !definition.fields.isEmpty else { return }
        for row in 0..<layout.bodyRows {
            let columns = (0..<layout.table.columnCount).filter {
                layout.cell(row, $0)?.text.isEmpty == false
            }
            for (column, next) in zip(columns, columns.dropFirst()) {
                guard let label = layout.cell(row, column)?.text,
                    let id = definition.fields[index.word(LabelKey.item(label).key)],
                    let text = layout.cell(row, next)?.text,
                    definition.fields[index.word(LabelKey.item(text).key)] == nil
                else { continue }
                statement.fields.append(
                    Statement.Field(
                        id: id, label: label, text: text,
                        cell: CellPlace(
                            table: statement.table, row: row + layout.table.header.count,
                            column: next)))
            }
        }
    }

    /// The columns that a row of the form names.
    private func measures(
        _ row: Int, _ block: BlockIndex
    ) -> [(measure: Int, kind: ColumnDefinition.Kind, column: Int)] {
        (0..<layout.table.columnCount).compactMap { column in
            guard let cell = layout.cell(row, column), cell.kind != .amount, !cell.text.isEmpty
            else {
                return nil
            }
            let word = index.word(LabelKey.item(cell.text).key)
            guard word != CatalogueIndex.unknown else { return nil }
            let found = block.columns.first { $0.sets.contains([word]) }
            return found.map { ($0.measure, $0.kind, column) }
        }
    }
}
