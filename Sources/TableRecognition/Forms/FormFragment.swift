internal import PageModel

/// Builds the fragment of a form: a table whose rows do not share one set of columns.
///
/// The columns are those that all rows together ask for, and most cells span several of them.
struct FormFragment {
    let page: Int
    let lines: [[Glyph]]
    /// Horizontal rulings in and around the region.
    let rules: [Ruling]

    /// A form has so many rows whose cells span columns.
    static let leastWide = 4
    /// … and they are this share of its rows.
    static let wideShare = 0.2
    /// Pieces whose middles are this close (ems) stand beside each other: a line of a cell that has
    /// two, and the one line of its neighbour.
    static let beside = 0.9
    /// No form has more lines on a page, or more borders.
    static let mostLines = 400
    static let mostBorders = 40
    /// The outer edges are at most so far (ems) from the text.
    static let margin = 1.5

    /// One character is no wider (ems); those of one word set wide are no further apart.
    static let character = 1.1
    static let wordGap = 4.0

    func build() -> Fragment? {
        guard lines.count <= FormFragment.mostLines else { return nil }
        let tokenizer = Tokenizer(lines)
        let em = tokenizer.em
        let atoms = lines.enumerated().map { tokenizer.tokens(of: $1, line: $0) }
        var zones = BorderZones(gaps: gaps(Array(atoms.joined()), em))
        guard zones.zones.count >= 2, zones.zones.count < FormFragment.mostBorders else {
            return nil
        }
        zones.narrow(to: atoms.flatMap { narrowGaps($0, em) })
        let fine = lines.enumerated().map { tokenizer.tokens(of: $1, line: $0, isFine: true) }
        let tokens = fine.flatMap { joined($0, zones, em) }
        var columns = FormColumns(tokens, zones: zones, rules: rules, em: em)
        columns.alignTokens()
        let blocks = BlockBuilder(em: em).blocks(
            tokens, columns: tokens.map { columns.reach(of: $0.box) })
        let centres = RowCentres(blocks, em: em)
        guard isForm(blocks, centres) else { return nil }
        var layout = FormLayout(blocks: blocks, centres: centres, rules: rules, em: em)
        layout.place(in: &columns)
        return layout.fragment(
            page: page, columns: columns, kind: rules.isEmpty ? .unruled : .partial)
    }

    /// The gaps between each piece and the nearest one beside it.
    private func gaps(_ tokens: [Token], _ em: Double) -> [(x0: Double, x1: Double)] {
        let order = tokens.sorted { $0.box.midY < $1.box.midY }
        var gaps: [(x0: Double, x1: Double)] = []
        for (index, token) in order.enumerated() {
            var right: Rect?
            for step in [-1, 1] {
                var other = index + step
                while order.indices.contains(other),
                    abs(order[other].box.midY - token.box.midY) < FormFragment.beside * em
                {
                    let box = order[other].box
                    if box.x0 > token.box.x1 - 0.1 * em, box.x0 < right?.x0 ?? .infinity {
                        right = box
                    }
                    other += step
                }
            }
            if let right, right.x0 - token.box.x1 > Tokenizer.gap * em,
                !(token.isCharacter && isSpacedWord(token.box, right, em))
            {
                gaps.append((token.box.x1, right.x0))
            }
        }
        return gaps
    }

    /// Whether two characters are a word set wide, as far as nothing else parts them: 账 龄.
    private func isSpacedWord(_ left: Rect, _ right: Rect, _ em: Double) -> Bool {
        left.width < FormFragment.character * em && right.width < FormFragment.character * em
            && right.x0 - left.x1 < FormFragment.wordGap * em
            && abs(left.midY - right.midY) < BlockBuilder.level * em
    }

    /// Gaps that would not part two pieces where no border is.
    private func narrowGaps(_ line: [Token], _ em: Double) -> [(x0: Double, x1: Double)] {
        zip(line, line.dropFirst()).map { ($0.box.x1, $1.box.x0) }.filter {
            $1 - $0 <= Tokenizer.gap * em
        }
    }

    /// Pieces of one line with hardly a gap and no border between them are one.
    ///
    /// A narrow gap holds a border only where the text on one side of it keeps to one column: a
    /// long sentence has gaps anywhere.
    private func joined(_ line: [Token], _ zones: BorderZones, _ em: Double) -> [Token] {
        var result: [Token] = []
        for (index, token) in line.enumerated() {
            guard let last = result.last else {
                result.append(token)
                continue
            }
            let isNarrow = token.box.x0 - last.box.x1 <= Tokenizer.gap * em
            let isWord =
                last.isCharacter && token.isCharacter && isSpacedWord(last.box, token.box, em)
            let holdsBorder =
                zones.part(last.box, from: token.box)
                && (!isNarrow || !zones.cross(last.box)
                    || !zones.cross(run(from: index, in: line, em)))
            // no gap at all: the first number ended where the second begins
            let touches =
                last.shape.isNumber && token.shape.isNumber
                && token.box.x0 - last.box.x1 < Tokenizer.fineGap * em
            if isNarrow || isWord, !holdsBorder, !touches {
                result[result.count - 1] = Token(last.glyphs + token.glyphs, line: token.line)
            } else {
                result.append(token)
            }
        }
        return result
    }

    /// The box of the pieces from one on, up to the next wide gap.
    private func run(from index: Int, in line: [Token], _ em: Double) -> Rect {
        var box = line[index].box
        for next in line[(index + 1)...] {
            if next.box.x0 - box.x1 > Tokenizer.gap * em { break }
            box = box.union(next.box)
        }
        return box
    }

    private func isForm(_ blocks: [TextBlock], _ centres: RowCentres) -> Bool {
        let wide = centres.rows.count { row in row.contains { blocks[$0].columns.count > 1 } }
        return wide >= FormFragment.leastWide
            && Double(wide) >= FormFragment.wideShare * Double(centres.rows.count)
    }
}
