/// A table for the terminal: columns aligned by display width, numbers to the right, long words
/// wrapped to the room there is.
public struct TextTable: Sendable {
    /// Header levels, top to bottom; a spanning cell's text stands in every place it covers.
    public let header: [[String]]
    public let rows: [[String]]
    private let columnCount: Int

    /// A column of words is not made narrower than this; a number never is cut.
    static let narrowest = 8
    /// Headers alone make a column no wider than this: they are wrapped instead.
    static let widestHeader = 12
    static let separator = " │ "

    public init(header: [[String]], rows: [[String]]) {
        let width = (header + rows).map(\.count).max() ?? 0
        let fill = { (row: [String]) in
            row.map(\.safeForTerminal) + Array(repeating: "", count: width - row.count)
        }
        self.header = header.map(fill)
        self.rows = rows.map(fill)
        self.columnCount = width
    }

    /// The table in lines of at most `width` columns, or as wide as it needs with nil.
    ///
    /// A table that does not fit is given in bands of columns, each with the words of the first
    /// column of words again. Only a number wider than the terminal makes a line longer.
    public func lines(width: Int? = nil) -> [String] {
        guard columnCount > 0 else { return [] }
        let columns = Array(0..<columnCount)
        guard let width else { return render(columns, widths: columns.map(naturalWidth)) }
        var lines: [String] = []
        let bands = self.bands(of: columns, fitting: width)
        for band in bands {
            if bands.count > 1 {
                if !lines.isEmpty { lines.append("") }
                lines.append("[columns \(band.map { String($0 + 1) }.joined(separator: ", "))]")
            }
            lines += render(band, widths: widths(of: band, fitting: width))
        }
        return lines
    }

    // MARK: Widths

    private func bands(of columns: [Int], fitting width: Int) -> [[Int]] {
        let gap = TextTable.separator.displayWidth
        var bands: [[Int]] = []
        var band: [Int] = []
        var used = 0
        let label = columns.first { !isNumeric($0) }
        for column in columns {
            let needed = leastWidth(column)
            if !band.isEmpty, used + gap + needed > width, band != [label] {
                bands.append(band)
                band = label.map { [$0] } ?? []
                used = label.map(leastWidth) ?? 0
            }
            used += (band.isEmpty ? 0 : gap) + needed
            band.append(column)
        }
        bands.append(band)
        return bands
    }

    /// Takes from the widest columns first until the band fits.
    private func widths(of band: [Int], fitting width: Int) -> [Int] {
        let natural = band.map(naturalWidth)
        let least = band.map(leastWidth)
        let room = width - TextTable.separator.displayWidth * (band.count - 1)
        var cap = natural.max() ?? 0
        var widths = natural
        while widths.reduce(0, +) > room, cap > 1 {
            cap -= 1
            widths = zip(natural, least).map { max(min($0, cap), $1) }
        }
        return widths
    }

    /// What a column needs for its body and, within reason, for its headers.
    private func naturalWidth(_ column: Int) -> Int {
        let own =
            header.indices.filter { !isSpanning($0, column) }
            .map { header[$0][column].widestLine }.max() ?? 0
        return max(bodyWidth(column), min(own, TextTable.widestHeader))
    }

    /// The body's width, and that of the lowest header level unless it covers other columns too.
    private func bodyWidth(_ column: Int) -> Int {
        let body = rows.map { $0[column].widestLine }.max() ?? 0
        guard let last = header.indices.last, !isSpanning(last, column) else { return max(body, 1) }
        return max(body, header[last][column].widestLine, 1)
    }

    private func leastWidth(_ column: Int) -> Int {
        let numbers = rows.lazy.map { $0[column] }.filter(PrintedNumber.matches)
        return max(
            numbers.map(\.displayWidth).max() ?? 0, min(bodyWidth(column), TextTable.narrowest))
    }

    private func isSpanning(_ level: Int, _ column: Int) -> Bool {
        (column > 0 && isOneCell(level, column - 1, column))
            || (column + 1 < columnCount && isOneCell(level, column, column + 1))
    }

    private func isNumeric(_ column: Int) -> Bool {
        let filled = rows.lazy.map { $0[column] }.filter { !$0.isEmpty }
        return filled.allSatisfy(PrintedNumber.matches)
    }

    // MARK: Rendering

    private func render(_ band: [Int], widths: [Int]) -> [String] {
        var lines: [String] = []
        for level in header.indices { lines += headerLines(level, band, widths) }
        if !header.isEmpty {
            lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─"))
        }
        for row in rows {
            let cells = zip(band, widths).map { column, width in
                let isNumber = PrintedNumber.matches(row[column])
                return Block(row[column], width: width, alignment: isNumber ? .right : .left)
            }
            lines += Block.joined(cells)
        }
        return lines
    }

    /// One header level: equal neighbours under the same parent are one cell, drawn once over all
    /// of them; what the level above says already is left out.
    private func headerLines(_ level: Int, _ band: [Int], _ widths: [Int]) -> [String] {
        var cells: [Block] = []
        var start = 0
        while start < band.count {
            var end = start + 1
            while end < band.count, isOneCell(level, band[start], band[end]) { end += 1 }
            let gaps = TextTable.separator.displayWidth * (end - start - 1)
            let width = widths[start..<end].reduce(gaps, +)
            let text = header[level][band[start]]
            let isSaid =
                level > 0 && (start..<end).allSatisfy { header[level - 1][band[$0]] == text }
            let alignment: Alignment = end - start > 1 ? .center : headerAlignment(band[start])
            cells.append(Block(isSaid ? "" : text, width: width, alignment: alignment))
            start = end
        }
        return Block.joined(cells)
    }

    private func isOneCell(_ level: Int, _ column: Int, _ other: Int) -> Bool {
        guard !header[level][column].isEmpty else { return false }
        return header[...level].allSatisfy { $0[column] == $0[other] }
    }

    private func headerAlignment(_ column: Int) -> Alignment {
        rows.contains { !$0[column].isEmpty } && isNumeric(column) ? .right : .left
    }
}

/// A cell's lines, all of one width.
private struct Block {
    let width: Int
    let lines: [String]

    init(_ text: String, width: Int, alignment: Alignment) {
        self.width = width
        self.lines = text.wrapped(to: width).map { $0.padded(to: width, alignment: alignment) }
    }

    /// Side by side, filled up to the tallest.
    static func joined(_ blocks: [Block]) -> [String] {
        let height = blocks.map(\.lines.count).max() ?? 0
        return (0..<height).map { line in
            let parts = blocks.map { block in
                line < block.lines.count
                    ? block.lines[line] : String(repeating: " ", count: block.width)
            }
            var text = parts.joined(separator: TextTable.separator)
            while text.last == " " { text.removeLast() }
            return text
        }
    }
}

extension String {
    fileprivate var widestLine: Int {
        split(separator: "\n").map { String($0).displayWidth }.max() ?? 0
    }
}
