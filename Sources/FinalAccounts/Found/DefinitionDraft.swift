/// A definition for the catalogue, drafted from a table that it does not know and what was found in it.
///
/// Ids are placeholders: rows and columns are numbered, a person names them.
public struct DefinitionDraft {
    /// An item of `tables:`, in the form that a catalogue's file has.
    public private(set) var lines: [String] = []

    private let table: ReportTable
    private let grid: FigureGrid
    /// The ids of the table's rows, by block and grid row.
    private var rowIds: [[Int: String]] = []
    /// The ids of its columns, by the table's column.
    private var columnIds: [Int: String] = [:]
    private var isCoded: [Bool] = []

    /// A block's rows are coded where so many have codes.
    private static let leastCodes = 3
    private static let codeLengths = [3, 5, 7]

    /// Nil for a table without a header, or in which nothing was found: nothing would tell it from others.
    public init?(_ table: ReportTable, number: Int, id: String, found: FoundRelations) {
        let facts = TableFacts(table, number: number)
        let relations = found.relations.filter { $0.table == number }
        guard !table.header.isEmpty, !relations.isEmpty else { return nil }
        let body = TablePart(rows: table.header.count..<table.rowCount, header: table.header)
        self.table = table
        grid = FigureGrid(body, facts)
        guard !grid.isEmpty else { return nil }
        add("- id: \(id)")
        add("  title: \(DefinitionDraft.quoted(table.title ?? id))")
        add("  blocks:")
        for block in grid.blocks.indices { addBlock(block) }
        guard !columnIds.isEmpty else { return nil }
        addRelations(relations)
    }

    private mutating func add(_ line: String) { lines.append(line) }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case _ where scalar.value < 0x20: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    // MARK: Blocks

    private mutating func addBlock(_ number: Int) {
        let block = grid.blocks[number]
        add("  - id: \(blockId(number))")
        let under = under(number)
        if let under { add("    under: \(DefinitionDraft.quoted(under))") }
        let codes = codes(block.labels)
        if let codes { add("    codes: \(codes)") }
        isCoded.append(codes != nil)
        add("    columns:")
        var seen: Set<[String]> = []
        for column in block.columns {
            let words = grid.paths[column].filter { $0 != under }
            guard !words.isEmpty, seen.insert(words).inserted else { continue }
            let id = "column-\(columnIds.count + 1)"
            columnIds[grid.columns[column]] = id
            let names = "[\(DefinitionDraft.quoted(words.joined(separator: " ")))]"
            add(
                "      \(id): "
                    + (grid.rateColumns[column] ? "{names: \(names), kind: rate}" : names))
        }
        addRows(block.labels, isCoded: codes != nil)
    }

    private func blockId(_ number: Int) -> String {
        grid.blocks.count == 1 ? "block" : "block-\(number + 1)"
    }

    /// The header that stands above this block alone.
    private func under(_ number: Int) -> String? {
        guard grid.blocks.count > 1 else { return nil }
        let heads = grid.blocks.map { block in
            Set(block.columns.compactMap { grid.paths[$0].first })
        }
        guard let head = heads[number].first, heads[number].count == 1,
            heads.count(where: { $0.contains(head) }) == 1
        else { return nil }
        return head
    }

    private func codes(_ labels: [LineLabel]) -> String? {
        let codes = labels.map(\.code).filter {
            DefinitionDraft.codeLengths.contains($0.count)
        }
        guard codes.count >= DefinitionDraft.leastCodes else { return nil }
        if codes.allSatisfy({ $0[0] == UInt8(ascii: "2") }) { return "function" }
        return codes.allSatisfy { $0[0] == UInt8(ascii: "3") } ? "economic" : nil
    }

    private mutating func addRows(_ labels: [LineLabel], isCoded: Bool) {
        var ids: [Int: String] = [:]
        var seen: Set<String> = []
        var last: String?
        var lines: [String] = []
        let count = rowIds.reduce(0) { $0 + $1.count }
        for (row, label) in labels.enumerated() where !label.key.isEmpty {
            if isCoded, !label.code.isEmpty { continue }
            let id = "row-\(count + ids.count + 1)"
            let names = "[\(DefinitionDraft.quoted(label.text))]"
            if seen.insert(label.key).inserted {
                lines.append("      \(id): \(names)")
            } else if let last {
                lines.append("      \(id): {names: \(names), after: \(last)}")
            }
            ids[row] = id
            last = id
        }
        rowIds.append(ids)
        if !lines.isEmpty { self.lines += ["    rows:"] + lines }
    }

    // MARK: Relations

    private mutating func addRelations(_ relations: [FoundRelation]) {
        var expressions: [String] = []
        for relation in relations {
            switch relation.kind {
            case .rate, .copy: continue
            default: break
            }
            for equation in DefinitionDraft.equations(relation) {
                guard let text = relation.isRows ? rows(equation) : columns(equation),
                    !expressions.contains(text)
                else { continue }
                expressions.append(text)
            }
        }
        let isTree =
            isCoded.contains(true) && relations.contains { $0.kind == .outline && $0.isRows }
        guard !expressions.isEmpty || isTree else { return }
        add("  relations:")
        if isTree { add("    hierarchy: tree") }
        for (number, text) in expressions.enumerated() {
            add(
                "    found-\(number + 1): {check: \(DefinitionDraft.quoted(text)), standing: usual}"
            )
        }
    }

    /// The lines of one sum, from all its instances: where nothing is printed a term is missing.
    private struct Equation {
        var target: Int
        var terms: [Int: Int] = [:]
        /// A place across the lines, to tell the block.
        var across: Int
    }

    private static func equations(_ relation: FoundRelation) -> [Equation] {
        var byTarget: [Int: Equation] = [:]
        for instance in relation.instances where instance.terms.count > 1 {
            let line = { (cell: CellPlace) in relation.isRows ? cell.row : cell.column }
            let first = instance.terms[0].cell
            let target = line(first)
            var equation =
                byTarget[target]
                ?? Equation(target: target, across: relation.isRows ? first.column : first.row)
            for term in instance.terms.dropFirst() {
                equation.terms[line(term.cell)] = -term.factor
            }
            byTarget[target] = equation
        }
        return byTarget.values.sorted { $0.target < $1.target }
    }

    private func rows(_ equation: Equation) -> String? {
        guard let column = grid.columns.firstIndex(of: equation.across),
            let block = grid.blocks.firstIndex(where: { $0.columns.contains(column) })
        else { return nil }
        return expression(equation) { row in
            grid.rows.firstIndex(of: row).flatMap { rowIds[block][$0] }
        }
    }

    private func columns(_ equation: Equation) -> String? {
        let all = [equation.target] + equation.terms.keys
        let places = all.compactMap(grid.columns.firstIndex)
        guard places.count == all.count,
            let block = grid.blocks.firstIndex(where: { $0.columns.contains(places[0]) }),
            places.allSatisfy(grid.blocks[block].columns.contains)
        else { return nil }
        let rows = grid.blocks.count == 1 ? "*" : blockId(block) + ".*"
        return expression(equation) { column in columnIds[column].map { "\(rows):\($0)" } }
    }

    private func expression(_ equation: Equation, _ name: (Int) -> String?) -> String? {
        guard let target = name(equation.target) else { return nil }
        var text = ""
        let terms = equation.terms.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
        guard terms.first?.value == 1 else { return nil }
        for (line, factor) in terms {
            guard let name = name(line) else { return nil }
            text += text.isEmpty ? name : (factor < 0 ? " - " : " + ") + name
        }
        return "\(target) = \(text)"
    }
}
