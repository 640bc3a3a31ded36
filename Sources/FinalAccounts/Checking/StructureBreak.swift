/// Something wrong with a table's rows themselves: one is missing, or out of its place.
struct StructureBreak: Sendable {
    enum Kind: Sendable {
        /// Line numbers that do not count on from the one above.
        case lineNumber(expected: Int, found: Int)
        /// A code whose parent is missing, though others of its level are printed.
        case parentMissing(Int)
        /// A code that is smaller than the one above it.
        case order
    }

    let kind: Kind
    let statement: Int?
    let table: Int
    let line: Int
    let row: Int

    /// 行次 must count up by one in every block.
    static func lineNumbers(_ statement: Statement, _ number: Int) -> [StructureBreak] {
        var breaks: [StructureBreak] = []
        for block in statement.blocks.indices {
            var last: Int?
            for (line, content) in statement.lines.enumerated() where content.block == block {
                guard let found = content.number else { continue }
                if let last, found != last + 1 {
                    breaks.append(
                        StructureBreak(
                            kind: .lineNumber(expected: last + 1, found: found), statement: number,
                            table: statement.table, line: line, row: content.row))
                }
                last = found
            }
        }
        return breaks
    }

    /// Codes must rise, and stand below the code that they belong to.
    static func codes(_ statement: Statement, _ slots: [Slot]) -> [StructureBreak] {
        var breaks: [StructureBreak] = []
        let hasMiddle = statement.lines.contains { $0.code.map { (10_000..<1_000_000).contains($0) } ?? false }
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
                let isOrphan = code >= 1_000_000 && hasMiddle && statement.lineByCode[code / 100] == nil
                if isOrphan { add(.parentMissing(code / 100)) }
                if hasTop, code >= 1000, code < 1_000_000, statement.lineByCode[code / 100] == nil {
                    add(.parentMissing(code / 100))
                }
            }
        }
        return breaks
    }
}
