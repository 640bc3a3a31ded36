/// Makes records of figures.
struct RecordMaker {
    private let index: CatalogueIndex
    private let statements: [Statement]
    private let names: NameBook
    /// What is known of a row, the same for all its figures.
    private var known: (place: LinePlace, record: AccountRecord)?

    init(_ index: CatalogueIndex, _ statements: [Statement], _ names: NameBook) {
        self.index = index
        self.names = names
        self.statements = statements
    }

    mutating func record(_ slot: Slot, in cell: CellPlace) -> AccountRecord {
        let statement = statements[slot.statement]
        let isMoney = slot.kind == .money
        let unit = isMoney ? statement.unit : MoneyUnit(power: 0)
        let place = LinePlace(slot)
        var record: AccountRecord
        if let known, known.place == place {
            record = known.record
        } else {
            record = row(slot, cell)
            known = (place, record)
        }
        record.cell = cell
        record.measure = index.names[slot.measure]
        record.mended = slot.slip
        record.amount = unit.printed(slot.value, scale: isMoney ? statement.scale : 0)
        // of a unit that is not known, or not believed, nothing is said
        let isKnown = isMoney && statement.unitSource.isKnown
        record.unit = isKnown ? unit.name : nil
        record.yuan = isKnown ? MoneyUnit(power: 0).printed(slot.value, scale: 0) : nil
        record.unitSource = isMoney ? statement.unitSource : nil
        return record
    }

    private func row(_ slot: Slot, _ cell: CellPlace) -> AccountRecord {
        let statement = statements[slot.statement]
        let line = statement.lines[slot.line]
        let blocks = index.tables[statement.definition].blocks
        let block = statement.blocks[line.block].definition
        var record = AccountRecord(
            cell: cell, block: blocks.indices.contains(block) ? blocks[block].name : "",
            measure: "", amount: "")
        record.line = line.number
        record.row = line.item.map { index.names[$0] }
        record.item = line.label.isEmpty ? nil : line.label
        addCode(line, statement, to: &record)
        return record
    }

    private func addCode(
        _ line: Statement.Line, _ statement: Statement, to record: inout AccountRecord
    ) {
        if let code = line.code {
            let text = String(code)
            record.code = text
            record.level = (text.utf8.count - 1) / 2
            record.parent = line.parent.flatMap { statement.lines[$0].code }.map { String($0) }
            record.name = names.name(code, line.label)
        } else {
            if line.item == index.symbols["total"] { record.level = 0 }
            record.name = line.label.isEmpty ? nil : LabelKey.item(line.label).key
        }
    }
}

extension MoneyUnit {
    /// 万元, 元.
    var name: String {
        switch power {
        case 0: "元"
        case 2: "百元"
        case 3: "千元"
        case 4: "万元"
        case 6: "百万元"
        default: "亿元"
        }
    }
}
