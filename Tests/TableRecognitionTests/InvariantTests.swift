import JuesuanTestSupport
import PageModel
import Testing

@testable import TableRecognition

/// What must hold for any page, tried on pages made at random.
@Suite struct InvariantTests {
    /// A generator that gives the same numbers on every machine.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state
        }
    }

    /// Random grids with random spans come out cell for cell.
    @Test(arguments: 0..<60)
    func ruledGridsComeOutAsDrawn(seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &* 7919 &+ 17)
        let columns = (0..<Int.random(in: 2...9, using: &dice)).map { _ in
            Double.random(in: 24...80, using: &dice)
        }
        let rows = (0..<Int.random(in: 3...20, using: &dice)).map { row in
            columns.indices.map { column -> String in
                if row == 0 { return "列\(column)" }
                return switch Int.random(in: 0...3, using: &dice) {
                case 0: ""
                case 1: "名"
                case 2:
                    "\(Int.random(in: 0...99, using: &dice)).\(Int.random(in: 10...99, using: &dice))"
                default: column > 0 && row > 1 && Bool.random(using: &dice) ? "<" : "甲"
                }
            }
        }
        var page = Page.blank(1)
        SyntheticTable(columns: columns, rows: rows).draw(on: &page)
        let table = try #require(TableRecognizer.recognise([page]).tables.first)
        let expected = rows.map { $0.map { $0 == "<" ? "" : $0 } }
        #expect(table.rowCount == rows.count)
        var grid = [[String]](
            repeating: [String](repeating: "", count: columns.count), count: rows.count)
        for cell in table.cells { grid[cell.row][cell.column] = cell.lines.joined() }
        #expect(grid == expected)
    }

    /// Every place of a table's grid is covered by exactly one cell, and no glyph is lost or
    /// given twice, whatever lies on the page.
    @Test(arguments: 0..<300)
    func nothingIsLostOnRandomPages(seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 104_729 &+ 3)
        var page = Page.blank(1)
        for _ in 0..<Int.random(in: 0...200, using: &dice) {
            let text =
                ["12.50", "合计", "注", "一", "单位：万元", "表", "2024年", "201"].randomElement(using: &dice)
                ?? ""
            page.write(
                text, x: .random(in: 20...560, using: &dice),
                y: .random(in: 20...820, using: &dice),
                fontSize: .random(in: 6...16, using: &dice))
        }
        for _ in 0..<Int.random(in: 0...60, using: &dice) {
            let axis: Ruling.Axis = Bool.random(using: &dice) ? .horizontal : .vertical
            let start = Double.random(in: 0...500, using: &dice)
            page.rulings.append(
                Ruling(
                    axis, at: Double(Int.random(in: 1...20, using: &dice)) * 28, from: start,
                    to: start + .random(in: 5...400, using: &dice)))
        }
        let recognition = TableRecognizer.recognise([page])
        for table in recognition.tables { expectCovered(table) }
        #expect(characters(of: recognition).sorted() == page.glyphs.map(\.scalar).sorted())
    }

    private func expectCovered(_ table: Table) {
        var covers = [Int](repeating: 0, count: table.rowCount * table.columnCount)
        for cell in table.cells {
            for row in cell.row..<(cell.row + cell.rowSpan) {
                for column in cell.column..<(cell.column + cell.columnSpan) {
                    covers[row * table.columnCount + column] += 1
                }
            }
        }
        #expect(covers.allSatisfy { $0 == 1 })
    }

    private func characters(of recognition: Recognition) -> [Unicode.Scalar] {
        let cells = recognition.tables.flatMap(\.cells).flatMap(\.lines)
        let around = recognition.claimed.flatMap(\.texts)
        let rest = recognition.remaining.flatMap { $0.lines + $0.furniture }.map(\.text)
        return (cells + around + rest).flatMap(\.unicodeScalars).filter { !$0.isBlank }
    }
}
