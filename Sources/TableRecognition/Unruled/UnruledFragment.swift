internal import PageModel

/// Builds the fragment of a region without rulings: columns, header, rows, cells.
struct UnruledFragment {
    let page: Int
    let lines: [[Glyph]]
    /// Horizontal rulings in the region, from top to bottom: three-line tables part their header
    /// from their body with one.
    let rulings: [Ruling]
    /// The end of the table that may go on here.
    let previous: Fragment?

    /// A header has no more lines than this.
    static let mostHeaderLines = 8

    func build() -> Fragment? {
        let tokenizer = Tokenizer(lines)
        let em = tokenizer.em
        let tokens = lines.enumerated().map { tokenizer.tokens(of: $1, line: $0) }
        let (headerCount, countRow) = headerLines(tokens, em: em)
        let body = Array(tokens.dropFirst(headerCount))
        let heads = tokens.prefix(headerCount).enumerated().filter { $0.offset != countRow }.map(
            \.element)
        let edges = columnEdges(
            body: body, heads: heads, count: countRow.map { tokens[$0] }, em: em)
        guard edges.xs.count >= 3, edges.xs.count * lines.count <= Lattice.mostPlaces else {
            return nil
        }
        let header = HeaderBlocks(lines: heads, edges: edges, em: em)
        let grid = GridPainter(page: page, edges: edges.xs, em: em)
        var fragment = grid.fragment(
            header: header, count: countRow.map { tokens[$0] }, body: body, rulings: rulings)
        fragment?.repeatsHeader = previous != nil && headerCount > 0
        return fragment
    }

    // MARK: Header

    /// How many lines are header, and which of them counts the columns.
    private func headerLines(_ tokens: [[Token]], em: Double) -> (Int, Int?) {
        if let previous { return (repeatedLines(tokens, of: previous), nil) }
        let countRow = tokens.indices.prefix(12).first { isColumnCount(tokens[$0]) }
        if let countRow { return (countRow + 1, countRow) }
        if let rule = headerRule(tokens) { return (rule, nil) }
        let body = tokens.firstIndex(where: isBody) ?? 0
        return (HeaderFoot.lines(tokens, firstBody: body, em: em), nil)
    }

    /// How many of the first lines repeat words of the header of the page before.
    private func repeatedLines(_ tokens: [[Token]], of previous: Fragment) -> Int {
        let header = zip(previous.lattice.cells, previous.contents)
            .filter { $0.0.row < previous.headerRows ?? 0 }.map(\.1.plain)
        return tokens.firstIndex { line in
            !line.allSatisfy { token in header.contains { $0.contains(token.text) } }
        } ?? tokens.count
    }

    private func isColumnCount(_ line: [Token]) -> Bool {
        let texts = line.map(\.text)
        let numbers = texts.compactMap(Int.init)
        let others = texts.filter { Int($0) == nil }
        return numbers.count >= 1 && others.allSatisfy { $0 == "栏次" || $0 == "行次" }
            && numbers[0] == 1 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
            && (others.contains("栏次") || numbers.count >= 3)
    }

    /// The number of lines above the last ruling over the first line with numbers; over the first
    /// that parts lines from lines, where there are no numbers.
    private func headerRule(_ tokens: [[Token]]) -> Int? {
        let boxes = tokens.compactMap { $0.map(\.box).boundingBox() }
        let counts = rulings.map { ruling in boxes.count { $0.midY < ruling.position } }.filter {
            $0 > 0 && $0 < boxes.count && $0 <= UnruledFragment.mostHeaderLines
        }
        guard let first = counts.first else { return nil }
        let body = tokens.firstIndex(where: isBody) ?? 0
        return counts.last { $0 <= body } ?? first
    }

    /// The first line with an amount, a code, or a number beside words.
    private func isBody(_ line: [Token]) -> Bool {
        // 合计 is a column's label too
        let opening = line.filter { RowFinder.opensRow($0.text) }
        if !opening.isEmpty, opening.count == line.filter({ $0.shape == .words }).count {
            return true
        }
        return line.contains { token in
            switch token.shape {
            case .amount: true
            case .integer(let digits): digits >= 3 || line.contains { $0.shape == .words }
            case .words: false
            }
        }
    }

    // MARK: Columns

    private func columnEdges(body: [[Token]], heads: [[Token]], count: [Token]?, em: Double)
        -> ColumnEdges
    {
        let all = (body + heads).joined()
        let left = all.map(\.box.x0).min() ?? 0
        let right = all.map(\.box.x1).max() ?? 0
        if let knownEdges = previous?.lattice.xs, fits(body, knownEdges) {
            return ColumnEdges(xs: knownEdges, doubt: knownEdges.map { _ in 0 })
        }
        var finder = ColumnFinder(Array(body.joined()))
        if let count {
            let numbers = count.filter { $0.shape.isNumber }
            finder.addLabels(numbers)
            let first = numbers.map(\.box.x0).min() ?? left
            finder.addLabels(
                lowest(heads, em).filter { $0.box.x1 < first - 2 * em }, headed: !hasNames(body))
        } else {
            finder.addLabels(lowest(heads, em))
        }
        finder.widen(by: Array(heads.joined()), em: em)
        return finder.edges(from: left, to: right, labels: lowest(heads, em), em: em)
    }

    /// Whether the body names its rows: columns of words want the labels of words.
    private func hasNames(_ body: [[Token]]) -> Bool {
        body.joined().contains { $0.shape == .words && !ColumnFinder.totals.contains($0.text) }
    }

    /// Whether the body's words lie between the edges of the table that goes on.
    private func fits(_ body: [[Token]], _ edges: [Double]) -> Bool {
        // totals stand over several columns
        let tokens = body.joined().filter { !$0.text.hasSuffix("计") }
        let crossing = tokens.count { token in
            edges.dropFirst().dropLast().contains { $0 > token.box.x0 + 2 && $0 < token.box.x1 - 2 }
        }
        return !tokens.isEmpty && crossing * 12 <= tokens.count
    }

    /// Header words with no others below them, nor beside them on both sides further down: those
    /// stand over the labels of several columns.
    private func lowest(_ heads: [[Token]], _ em: Double) -> [Token] {
        let all = Array(heads.joined())
        let bare = all.filter { token in
            !all.contains { other in
                other.box.midY > token.box.midY + 2 && other.box.x0 < token.box.x1
                    && other.box.x1 > token.box.x0
            }
        }
        return bare.filter { token in
            let left = bare.filter { $0.box.x1 < token.box.x0 }.max { $0.box.x1 < $1.box.x1 }
            let right = bare.filter { $0.box.x0 > token.box.x1 }.min { $0.box.x0 < $1.box.x0 }
            guard let left, let right else { return true }
            return min(left.box.midY, right.box.midY) <= token.box.midY + 0.6 * em
        }
    }
}
