internal import PageModel

/// Cuts ruled cells that hold the text of several columns: tables whose rulings part their rows
/// from end to end and show the columns in the header alone.
///
/// A cell is cut where other rows have their borders and its pieces lie between them; it must show
/// that it holds columns, by two numbers in different ones. Cells as wide as those that are cut
/// are cut with them.
struct ColumnSplitter {
    /// A border must lie in a gap of this width (share of the text's height) on every line.
    static let gap = 0.3
    /// Glyphs may reach this far (points) over a border.
    static let overlap = 0.8
    /// So many cells of one width must show columns.
    static let leastCells = 2

    private let lattice: Lattice
    private let cells: [[Glyph]]

    init(_ lattice: Lattice, cells: [[Glyph]]) {
        self.lattice = lattice
        self.cells = cells
    }

    /// The lattice with such cells cut, and the glyphs of its cells; nil where there are none.
    func split() -> (lattice: Lattice, cells: [[Glyph]])? {
        let wide = lattice.cells.indices.filter {
            lattice.cells[$0].columnSpan > 1 && !cells[$0].isEmpty
        }
        guard !wide.isEmpty else { return nil }
        var cuts: [Int: [Int]] = [:]
        var shown: [Range<Int>: Int] = [:]
        for index in wide {
            let edges = freeEdges(index)
            guard !edges.isEmpty else { continue }
            cuts[index] = edges
            if showsColumns(index, edges) {
                shown[lattice.cells[index].columns, default: 0] += 1
            }
        }
        cuts = cuts.filter { index, _ in
            shown[lattice.cells[index].columns, default: 0] >= ColumnSplitter.leastCells
        }
        return cuts.isEmpty ? nil : cut(cuts)
    }

    /// The borders of other rows inside the cell that none of its text crosses.
    private func freeEdges(_ index: Int) -> [Int] {
        let span = lattice.cells[index]
        let lines = LineBuilder.rows(of: cells[index])
        return (span.column + 1..<span.column + span.columnSpan).filter { edge in
            lines.allSatisfy { isFree(lattice.xs[edge], in: $0) }
        }
    }

    private func isFree(_ x: Double, in line: [Glyph]) -> Bool {
        let left = line.filter { $0.box.midX < x }.map(\.box.x1).max() ?? -.infinity
        let right = line.filter { $0.box.midX >= x }.map(\.box.x0).min() ?? .infinity
        let height = line.map(\.box.height).max() ?? 0
        return left <= x + ColumnSplitter.overlap && right >= x - ColumnSplitter.overlap
            && right - left > ColumnSplitter.gap * height
    }

    /// Whether two of the parts are numbers.
    private func showsColumns(_ index: Int, _ edges: [Int]) -> Bool {
        parts(index, edges).count { part in
            !part.isEmpty
                && LineBuilder.rows(of: part).allSatisfy {
                    NumberShape(TextPiece($0).text.withoutSpaces).isNumber
                }
        } >= 2
    }

    private func parts(_ index: Int, _ edges: [Int]) -> [[Glyph]] {
        var parts = [[Glyph]](repeating: [], count: edges.count + 1)
        for glyph in cells[index] {
            parts[edges.count { lattice.xs[$0] <= glyph.box.midX }].append(glyph)
        }
        return parts
    }

    private func cut(_ cuts: [Int: [Int]]) -> (lattice: Lattice, cells: [[Glyph]]) {
        var spans: [(span: Lattice.Span, glyphs: [Glyph])] = []
        for (index, span) in lattice.cells.enumerated() {
            guard let edges = cuts[index] else {
                spans.append((span, cells[index]))
                continue
            }
            let bounds = [span.column] + edges + [span.column + span.columnSpan]
            for (part, (start, end)) in zip(parts(index, edges), zip(bounds, bounds.dropFirst())) {
                spans.append(
                    (
                        Lattice.Span(
                            row: span.row, column: start, rowSpan: span.rowSpan,
                            columnSpan: end - start), part
                    ))
            }
        }
        spans.sort { ($0.span.row, $0.span.column) < ($1.span.row, $1.span.column) }
        return (
            Lattice(xs: lattice.xs, ys: lattice.ys, cells: spans.map(\.span)), spans.map(\.glyphs)
        )
    }
}
