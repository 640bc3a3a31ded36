import JuesuanTestSupport
import PageModel
import Testing

@testable import TableRecognition

/// Forms: tables whose rows do not share one set of columns.
@Suite struct FormTests {
    private let rows = [
        ["项目名称", "<", "古籍保护信息化建设项目", "<", "<"],
        ["主管部门", "<", "区图书馆", "实施单位", "区图书馆"],
        ["负责人员", "<", "李某", "联系电话", "12345"],
        ["年度总体目标", "保障古籍保护工作顺利开展和完成", "<", "各项工作顺利完成", "<"],
        ["资金情况", "资金来源", "用途说明", "分值", "得分"],
        ["^", "财政资金", "保障工作顺利开展按时\n完成各项任务", "10", "10"],
        ["^", "单位资金", "无", "5", "5"],
        ["绩效指标", "数量指标", "开展活动", "10", "9"],
        ["^", "质量指标", "合规", "20", "20"],
        ["^", "时效指标", "及时", "20", "20"],
        ["总分", "<", "<", "65", "64"],
    ]

    private func recognise(_ rulings: SyntheticTable.Rulings) throws -> Table {
        var page = Page.blank(1)
        page.writeCentred("项目自评表", y: 60, fontSize: 16)
        var drawn = SyntheticTable(
            columns: [70, 70, 110, 80, 80], rows: rows, rulings: rulings)
        drawn.headerRows = rows.count
        drawn.draw(on: &page)
        page.rulings.removeAll { $0.axis == .vertical }
        return try #require(TableRecognizer.recognise([page]).tables.first)
    }

    private func expect(_ table: Table) {
        #expect(table.columnCount == 5 && table.rowCount == rows.count)
        #expect(table.headerRowCount == 0)
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() where text != "<" && text != "^" {
                let cell = table.cells.first { $0.row == row && $0.column == column }
                #expect(cell?.lines.joined(separator: "\n") == text)
            }
        }
        let labels = table.cells.filter { $0.rowSpan > 1 }
        #expect(labels.map { $0.lines.joined() } == ["资金情况", "绩效指标"])
        #expect(labels.map(\.rowSpan) == [3, 3])
        #expect(table.cells.last { !$0.lines.isEmpty && $0.column == 0 }?.columnSpan == 3)
    }

    @Test func withoutRulings() throws { expect(try recognise(.none)) }

    @Test func withHorizontalRulings() throws { expect(try recognise(.full)) }

    // MARK: Steps

    @Test func theFewestBordersServeAllGaps() {
        let zones = BorderZones(gaps: [(10, 90), (40, 50), (45, 60), (100, 110)]).zones
        #expect(zones.map(\.x0) == [45, 100])
        #expect(zones.map(\.x1) == [50, 110])
    }

    @Test func edgesStandWhereTextsAreCentred() {
        var solver = EdgeSolver(bounds: [0...0, 20...80, 100...160, 200...200])
        solver.add(middle: 30, from: 0, to: 1)
        solver.add(middle: 90, from: 1, to: 2)
        solver.add(middle: 160, from: 2, to: 3)
        solver.solve()
        #expect(zip(solver.edges, [0, 60, 120, 200]).allSatisfy { abs($0 - $1) < 0.5 })
    }

    @Test func textsCoverTheColumnsThatTheyAreCentredOn() {
        let chooser = ColumnSpans(edges: [0, 50, 100, 200, 240], em: 10)
        func text(_ middle: Double) -> Rect { Rect(x0: middle - 8, y0: 0, x1: middle + 8, y1: 10) }
        #expect(
            chooser.choose([text(50), text(150), text(220)], in: 0..<4) == [0..<2, 2..<3, 3..<4])
        #expect(chooser.choose([text(75)], in: 0..<4) == [1..<2])
        #expect(chooser.choose([text(120)], in: 0..<4) == [0..<4])
    }

    @Test func labelsCoverTheRowsThatTheyAreCentredOn() {
        let spans = RowSpans(edges: [0, 20, 40, 60, 80], em: 10)
        let labels = [
            RowSpans.Label(middle: 10, row: 0), RowSpans.Label(middle: 50, row: 2),
        ]
        let open = [true, true, true, true]
        #expect(spans.choose(labels, open: open, walls: []) == [0..<1, 1..<4])
        #expect(spans.choose(labels, open: open, walls: [2]) == [0..<1, 2..<3])
    }
}
