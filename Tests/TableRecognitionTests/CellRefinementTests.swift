import JuesuanTestSupport
import PageModel
import Testing

@testable import TableRecognition

/// Ruled cells that hold more than one cell's text.
@Suite struct CellRefinementTests {
    /// Columns at these x; the frame goes from the first to the last.
    private let xs: [Double] = [50, 150, 230, 310]

    /// A header ruled all around, and bands under it that only the frame's sides close.
    private func page(_ bands: [[(text: String, x: Double)]], bandHeight: Double = 20) -> Page {
        var page = Page.blank(1)
        SyntheticTable(columns: [100, 80, 80], rows: [["Country", "Domestic", "Total"]])
            .draw(on: &page)
        let top = page.rulings.map(\.position).filter { $0 < 160 && $0 > 110 }.max() ?? 136
        for (index, band) in bands.enumerated() {
            let y = top + Double(index) * bandHeight
            for x in [xs[0], xs[3]] {
                page.rulings.append(Ruling(.vertical, at: x, from: y, to: y + bandHeight))
            }
            page.rulings.append(Ruling(.horizontal, at: y + bandHeight, from: xs[0], to: xs[3]))
            for piece in band { page.write(piece.text, x: piece.x, y: y + 5) }
        }
        return page
    }

    @Test func bandsTakeTheColumnsOfTheHeader() throws {
        let bands = [
            ("Austria", "86.2", "3,375"), ("Belgium", "0", "3,973"), ("Cyprus", "81.0", "158"),
        ]
        let page = page(bands.map { [($0.0, 54), ($0.1, 200), ($0.2, 270)] })
        let table = try #require(TableRecognizer.recognise([page]).tables.first)
        #expect(table.bodyRows == bands.map { [$0.0, $0.1, $0.2] })
        #expect(table.lattice == .partial)
    }

    /// One cell with two numbers is a remark, and so is what crosses a border.
    @Test func wideCellsStayWhole() {
        var page = Page.blank(1)
        page.write("Austria", x: 54, y: 30)
        page.write("86.2", x: 200, y: 30)
        page.write("158", x: 270, y: 30)
        let numbers = page.glyphs
        page.glyphs = []
        page.write("A remark on 2007 and what it means for 2008", x: 54, y: 50)
        let lattice = Lattice(
            xs: xs, ys: [0, 20, 40, 60],
            cells: (0..<3).map { Lattice.Span(row: 0, column: $0) }
                + [1, 2].map { Lattice.Span(row: $0, column: 0, columnSpan: 3) })
        let header = [[Glyph]](repeating: [], count: 3)
        #expect(ColumnSplitter(lattice, cells: header + [numbers, page.glyphs]).split() == nil)
        let split = ColumnSplitter(lattice, cells: header + [numbers, numbers]).split()
        #expect(split?.lattice.cells.count == 9)
    }

    /// Rows in one ruled band: numbers with and without decimals, four or more above each other.
    @Test func bandsOfMixedNumbersAreRows() throws {
        let rows = [
            ["Country", "Fund", "Total"],
            ["A\nB\nC\nD\nE", "2.3\n0.21\n22\n6.5\n4", "5.5\n0.2\n55\n9\n10"],
            ["Total", "35.01", "79.7"],
        ]
        var page = Page.blank(1)
        SyntheticTable(columns: [100, 80, 80], rows: rows).draw(on: &page)
        let table = try #require(TableRecognizer.recognise([page]).tables.first)
        #expect(table.bodyRows.map { $0[1] } == ["2.3", "0.21", "22", "6.5", "4", "35.01"])
    }

    /// Two columns with one bar between them and no sides.
    private func openPair(extra: String? = nil) -> Page {
        var page = Page.blank(1)
        for row in 0..<5 {
            let y = 120 + Double(row) * 16
            page.write("甲乙丙\(row)", x: 60, y: y + 3)
            page.write("\(row * 7 + 1)", x: 250, y: y + 3)
            if let extra { page.write(extra, x: 310, y: y + 3) }
        }
        for line in 0...5 {
            page.rulings.append(
                Ruling(.horizontal, at: 120 + Double(line) * 16, from: 50, to: 350))
        }
        page.rulings.append(Ruling(.vertical, at: 200, from: 120, to: 200))
        return page
    }

    @Test func oneBarPartsTwoColumns() throws {
        let table = try #require(TableRecognizer.recognise([openPair()]).tables.first)
        #expect(table.columnCount == 2 && table.rowCount == 5)
    }

    /// … but where gaps show a third column the bar alone does not tell the columns.
    @Test func oneBarBesideThreeColumns() {
        let tables = TableRecognizer.recognise([openPair(extra: "9.50")]).tables
        #expect(tables.allSatisfy { $0.columnCount == 3 })
    }
}
