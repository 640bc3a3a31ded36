internal import TerminalText

extension Sheet {
    /// In characters of the default font; a Chinese one counts 2.
    private static let narrowest = 6
    private static let widest = 42
    /// Headers are wrapped rather than widening their column.
    private static let widestHeader = 14
    /// Room at a cell's sides.
    private static let margin = 2
    /// A line of the default font, points.
    private static let lineHeight = 15.0
    /// Excel's limit, points.
    private static let highest = 409.0

    /// Gives columns the widths that their texts need.
    mutating func fitColumns() { columnWidths = fittingWidths() }

    /// Gives rows of several lines their heights: Excel finds them by itself, but not for merged
    /// cells, and other programs not at all.
    mutating func fitRows() { rowHeights = fittingHeights() }

    private func fittingWidths() -> [Double] {
        var widths = [Int](repeating: Sheet.narrowest, count: columnCount)
        for cell in cells where cell.columnSpan == 1 {
            let limit = cell.row < headerRowCount ? Sheet.widestHeader : Sheet.widest
            widths[cell.column] = max(widths[cell.column], min(limit, cell.longestLine))
        }
        return widths.map { Double($0 + Sheet.margin) }
    }

    private func fittingHeights() -> [Int: Double] {
        var lines = [Int](repeating: 1, count: rowCount)
        for cell in cells where cell.rowSpan == 1 {
            lines[cell.row] = max(lines[cell.row], lineCount(of: cell))
        }
        for cell in cells where cell.rowSpan > 1 {
            let last = cell.row + cell.rowSpan - 1
            let missing = lineCount(of: cell) - lines[cell.row...last].reduce(0, +)
            if missing > 0 { lines[last] += missing }
        }
        var heights: [Int: Double] = [:]
        for (row, count) in lines.enumerated() where count > 1 {
            heights[row] = min(Sheet.highest, Double(count) * Sheet.lineHeight)
        }
        return heights
    }

    /// Lines that a cell's text takes at the columns' widths.
    private func lineCount(of cell: SheetCell) -> Int {
        guard cell.style.wraps, case .text(let text) = cell.value else { return 1 }
        let columns = cell.column..<(cell.column + cell.columnSpan)
        let width = max(1, Int(columnWidths[columns].reduce(0, +)) - Sheet.margin)
        return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
            $0 + max(1, (String($1).displayWidth + width - 1) / width)
        }
    }
}

extension SheetCell {
    fileprivate var longestLine: Int {
        switch value {
        case .blank: 0
        case .text(let text), .link(let text, _):
            text.split(separator: "\n").reduce(0) { max($0, String($1).displayWidth) }
        case .number(let value): SheetCell.width(of: value, format: style.numberFormat ?? "")
        }
    }

    /// Characters of a number; as if it had its separators, since too narrow a column shows #### only.
    private static func width(of value: Double, format: String) -> Int {
        var whole = 1
        var rest = value.magnitude
        while rest >= 10 {
            rest /= 10
            whole += 1
        }
        let pattern = format.prefix { $0 != ";" }
        let decimals = pattern.drop { $0 != "." }.count
        return whole + whole / 3 + decimals + (value < 0 ? 2 : 0)
    }
}
