public import PageModel

/// A table drawn the way a producer draws it, as glyphs and rulings: no PDF needed.
public struct SyntheticTable {
    /// Which lines are drawn, and how.
    public enum Rulings: Sendable, CaseIterable {
        /// One line from end to end at every edge.
        case full
        /// A short line at each cell's sides, with gaps at the corners.
        case segments
        /// Every line twice, a point apart.
        case doubled
        /// Dashes of two points.
        case dashed
        /// No lines at the left and right sides.
        case openSides
        case none
    }

    /// In points.
    public var columns: [Double]
    /// A cell's lines parted by "\n"; "<" belongs to the cell on its left, "^" to the one above.
    public var rows: [[String]]
    public var rulings = Rulings.full
    public var fontSize = 9.0
    /// Space above and below a row's text, points.
    public var padding = 3.0
    /// The first so many rows are set centred.
    public var headerRows = 1

    public init(columns: [Double], rows: [[String]], rulings: Rulings = .full) {
        self.columns = columns
        self.rows = rows
        self.rulings = rulings
    }

    /// Draws the table with its top-left corner at `x`, `y`; gives its lower edge.
    @discardableResult
    public func draw(on page: inout Page, x: Double = 50, y: Double = 120) -> Double {
        let xs = columns.reduce(into: [x]) { $0.append(($0.last ?? 0) + $1) }
        let ys = rows.reduce(into: [y]) { $0.append(($0.last ?? 0) + height(of: $1)) }
        for (r, row) in rows.enumerated() {
            for (c, text) in row.enumerated() where text != "<" && text != "^" {
                let span = span(r, c)
                let box = Rect(
                    x0: xs[c], y0: ys[r], x1: xs[c + span.columns], y1: ys[r + span.rows])
                page.write(text, in: box, fontSize: fontSize, centred: r < headerRows)
                if rulings != .none {
                    page.rulings += lines(around: box, left: x, right: xs.last ?? x)
                }
            }
        }
        return ys.last ?? y
    }

    private func height(of row: [String]) -> Double {
        let lines = row.map { $0.split(separator: "\n").count }.max() ?? 1
        return Double(max(1, lines)) * fontSize * 1.15 + 2 * padding
    }

    private func span(_ row: Int, _ column: Int) -> (rows: Int, columns: Int) {
        var width = 1
        while column + width < columns.count, rows[row][column + width] == "<" { width += 1 }
        var height = 1
        while row + height < rows.count, rows[row + height][column] == "^" { height += 1 }
        return (height, width)
    }

    private func lines(around box: Rect, left: Double, right: Double) -> [Ruling] {
        let inset = rulings == .segments ? 1.0 : 0
        var lines = [
            Ruling(.horizontal, at: box.y0, from: box.x0 + inset, to: box.x1 - inset),
            Ruling(.horizontal, at: box.y1, from: box.x0 + inset, to: box.x1 - inset),
        ]
        for x in [box.x0, box.x1] where rulings != .openSides || (x != left && x != right) {
            lines.append(Ruling(.vertical, at: x, from: box.y0 + inset, to: box.y1 - inset))
        }
        switch rulings {
        case .doubled: return lines.flatMap { [$0, $0.moved(by: 1)] }
        case .dashed: return lines.flatMap(\.dashes)
        default: return lines
        }
    }
}

extension Ruling {
    fileprivate func moved(by distance: Double) -> Ruling {
        Ruling(axis, at: position + distance, from: start, to: end)
    }

    fileprivate var dashes: [Ruling] {
        stride(from: start, to: end, by: 4).map {
            Ruling(axis, at: position, from: $0, to: min($0 + 2, end))
        }
    }
}

extension Page {
    /// An empty A4 page.
    public static func blank(_ number: Int, landscape: Bool = false) -> Page {
        Page(number: number, width: landscape ? 842 : 595, height: landscape ? 595 : 842)
    }

    /// Sets one line with its left end at `x`; Chinese characters are one em wide, others half.
    public mutating func write(_ text: String, x: Double, y: Double, fontSize: Double = 9) {
        var left = x
        for scalar in text.unicodeScalars {
            let width = scalar.isCJK ? fontSize : fontSize / 2
            if !scalar.isBlank {
                glyphs.append(
                    Glyph(
                        scalar: scalar,
                        box: Rect(x0: left, y0: y, x1: left + width, y1: y + fontSize * 1.1)))
            }
            left += width
        }
    }

    /// Sets one line centred on the page.
    public mutating func writeCentred(_ text: String, y: Double, fontSize: Double = 9) {
        write(text, x: (width - textWidth(text, fontSize)) / 2, y: y, fontSize: fontSize)
    }

    /// Sets the lines of a cell: numbers to the right, words to the left, or all centred.
    mutating func write(_ text: String, in box: Rect, fontSize: Double, centred: Bool) {
        let lines = text.split(separator: "\n").map(String.init)
        let leading = fontSize * 1.15
        var y = box.midY - Double(lines.count) * leading / 2
        let isNumber = text.unicodeScalars.allSatisfy {
            $0.isASCIIDigit || ",.-".unicodeScalars.contains($0)
        }
        for line in lines {
            let width = textWidth(line, fontSize)
            let x =
                centred ? box.midX - width / 2 : isNumber ? box.x1 - 2 - width : box.x0 + 2
            write(line, x: x, y: y, fontSize: fontSize)
            y += leading
        }
    }

    private func textWidth(_ text: String, _ fontSize: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.isCJK ? fontSize : fontSize / 2) }
    }
}
