/// Makes records of figures.
struct RecordMaker {
    private let index: CatalogueIndex
    private let statements: [Statement]

    init(_ index: CatalogueIndex, _ statements: [Statement]) {
        self.index = index
        self.statements = statements
    }

    func record(_ slot: Slot) -> AccountRecord {
        let statement = statements[slot.statement]
        let line = statement.lines[slot.line]
        let table = index.tables[statement.definition]
        let isMoney = slot.kind == .money
        let unit = isMoney ? statement.unit : MoneyUnit(power: 0)
        var record = AccountRecord(
            cell: slot.cell,
            block: table.blocks[statement.blocks[line.block].definition].name,
            measure: index.names[slot.measure],
            amount: unit.printed(slot.value, scale: isMoney ? statement.scale : 0),
            status: .plausible)
        record.line = line.number
        record.row = line.item.map { index.names[$0] }
        record.item = line.label.isEmpty ? nil : line.label
        record.unit = isMoney ? unit.name : nil
        record.yuan = isMoney ? MoneyUnit(power: 0).printed(slot.value, scale: 0) : nil
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
            record.name = name(code, line.label)
        } else {
            if line.item == index.symbols["total"] { record.level = 0 }
            record.name = line.label.isEmpty ? nil : LabelKey.item(line.label).key
        }
    }

    /// The code's official name that fits what is printed; what is printed where none is known.
    private func name(_ code: Int, _ label: String) -> String {
        var printed = Substring(label)
        while let first = printed.first, first == " " || first.isASCII && first.isNumber {
            printed.removeFirst()
        }
        guard let names = index.codeNames[code], let official = names.first else {
            return String(printed)
        }
        let key = LabelKey.item(String(printed)).key
        return names.first { LabelKey.key($0) == key } ?? official
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
