/// Something wrong with a table's rows themselves: one is missing, or out of its place.
struct StructureBreak: Sendable {
    enum Kind: Sendable {
        /// Line numbers that do not count on from the one above.
        case lineNumber(expected: Int, found: Int)
        /// A code whose parent is missing, though others of its level are printed.
        case parentMissing(Int)
        /// A code without the codes that it is the sum of, though others of its level have them.
        case childMissing
        /// A total that other rows add up to; with its id.
        case totalMissing(String)
        /// A code that another table has figures for.
        case codeMissing(Int)
        /// A code that is smaller than the one above it.
        case order
    }

    let kind: Kind
    let statement: Int?
    let table: Int
    let line: Int
    let row: Int

    /// 行次 must count up by one over all blocks, and so must the ordinals of labels (一、 二、).
    static func lineNumbers(_ statement: Statement, _ number: Int) -> [StructureBreak] {
        var breaks: [StructureBreak] = []
        func add(_ expected: Int, _ found: Int, _ line: Int) {
            breaks.append(
                StructureBreak(
                    kind: .lineNumber(expected: expected, found: found), statement: number,
                    table: statement.table, line: line, row: statement.lines[line].row))
        }
        var last = 0
        for block in statement.blocks.indices {
            var ordinal = 0
            for (line, content) in statement.lines.enumerated() where content.block == block {
                if let found = content.number {
                    if found != last + 1 { add(last + 1, found, line) }
                    last = found
                } else if let found = content.ordinal {
                    if found != ordinal + 1, found != 1 { add(ordinal + 1, found, line) }
                    ordinal = found
                }
            }
        }
        return breaks
    }

    /// Codes whose parts are printed for others of their level, but not for them.
    static func childless(_ statement: Statement, _ slots: [Slot]) -> [StructureBreak] {
        var parents: Set<Int> = []
        for line in statement.lines { if let parent = line.parent { parents.insert(parent) } }
        let levels = Set(parents.compactMap { statement.lines[$0].code.map { $0 < 1000 } })
        return statement.lines.enumerated().compactMap { number, line in
            guard let code = line.code, code < 1_000_000, levels.contains(code < 1000),
                !parents.contains(number),
                statement.slots(of: line).contains(where: { slots[$0].value != 0 })
            else { return nil }
            return StructureBreak(
                kind: .childMissing, statement: nil, table: statement.table, line: number,
                row: line.row)
        }
    }

    /// Codes must rise, and stand below the code that they belong to.
    static func codes(_ statement: Statement, _ slots: [Slot]) -> [StructureBreak] {
        var breaks: [StructureBreak] = []
        let hasMiddle = statement.lines.contains {
            $0.code.map { (10_000..<1_000_000).contains($0) } ?? false
        }
        let hasTop = statement.lines.contains { $0.code.map { $0 < 1000 } ?? false }
        for block in statement.blocks.indices {
            var last: String?
            for (line, content) in statement.lines.enumerated() where content.block == block {
                guard let code = content.code else { continue }
                let text = String(code)
                func add(_ kind: Kind) {
                    breaks.append(
                        StructureBreak(
                            kind: kind, statement: nil, table: statement.table, line: line,
                            row: content.row))
                }
                if let last, text < last { add(.order) }
                last = text
                let isOrphan =
                    code >= 1_000_000 && hasMiddle && statement.lineByCode[code / 100] == nil
                if isOrphan { add(.parentMissing(code / 100)) }
                if hasTop, code >= 1000, code < 1_000_000, statement.lineByCode[code / 100] == nil {
                    add(.parentMissing(code / 100))
                }
            }
        }
        return breaks
    }
}
