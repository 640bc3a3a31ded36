internal import Dataset
internal import FinalAccounts
internal import TableRecognition

/// A table as a sheet: its grid from the first cell on, so that a cell stands where
/// `document.json` says.
struct TableSheet {
    /// More header rows than this do not stay in view: there would be no room for others.
    private static let mostFrozenRows = 12
    /// Excel 2007 shows longer texts that have its text format as ####.
    private static let longestFormattedText = 255

    private let table: TableRecord
    private let number: Int
    private let notes: CellNotes
    private let columnCount: Int
    private let rowCount: Int

    /// `number` counts the document's tables from 1.
    init(_ table: TableRecord, number: Int, notes: CellNotes) throws(WorkbookError) {
        self.table = table
        self.number = number
        self.notes = notes
        columnCount = TableCSV.columnCount(of: table)
        rowCount = table.header.count + table.rows.count
        guard rowCount <= Sheet.mostRows else {
            throw .tooManyRows(table: number, rows: rowCount)
        }
        guard columnCount <= Sheet.mostColumns else {
            throw .tooManyColumns(table: number, columns: columnCount)
        }
    }

    func sheet() -> Sheet {
        var sheet = Sheet(
            name: SheetName.make(table.title, number: number), heading: heading,
            rowCount: rowCount, columnCount: columnCount)
        sheet.headerRowCount =
            table.header.count > TableSheet.mostFrozenRows ? 0 : table.header.count
        sheet.cells = cells()
        sheet.fitColumns()
        sheet.fitRows()
        return sheet
    }

    private var heading: String {
        [table.title ?? table.id, table.unit.map { "（单位：\($0)）" } ?? ""].joined()
    }

    /// The table's cells and, where none covers a place, the text that the grid has there.
    private func cells() -> [SheetCell] {
        var covered = [Bool](repeating: false, count: rowCount * columnCount)
        var cells: [SheetCell] = []
        cells.reserveCapacity(table.cells.count)
        for cell in table.cells where cell.row < rowCount && cell.column < columnCount {
            if let cell = place(cell, &covered) { cells.append(cell) }
        }
        for (row, texts) in (table.header + table.rows).enumerated() {
            for (column, text) in texts.enumerated()
            where !covered[row * columnCount + column] && !text.isEmpty {
                cells.append(self.text(text, row, column))
            }
        }
        return cells
    }

    /// A cell with its span, as far as no other cell has a part of it; nil where one has its place.
    private func place(_ cell: CellRecord, _ covered: inout [Bool]) -> SheetCell? {
        guard !covered[cell.row * columnCount + cell.column] else { return nil }
        var made = content(of: cell)
        let rows = cell.row..<min(rowCount, cell.row + max(1, cell.rowSpan))
        let columns = cell.column..<min(columnCount, cell.column + max(1, cell.columnSpan))
        let places = rows.flatMap { row in columns.map { row * columnCount + $0 } }
        if places.allSatisfy({ !covered[$0] }) {
            (made.rowSpan, made.columnSpan) = (rows.count, columns.count)
            for place in places { covered[place] = true }
        } else {
            covered[cell.row * columnCount + cell.column] = true
        }
        return made
    }

    private func content(of cell: CellRecord) -> SheetCell {
        var remarks = notes.note(on: cell, table: number - 1).map { [$0] } ?? []
        var made: SheetCell
        if let amount = cell.amount, let shown = ShownNumber(amount, printedAs: cell.text) {
            made = SheetCell(
                row: cell.row, column: cell.column, value: .number(shown.value), style: SheetStyle()
            )
            made.style.numberFormat = shown.format
        } else {
            made = text(cell.text, cell.row, cell.column)
            if cell.amount != nil {
                remarks.append("written as text: Excel keeps \(ShownNumber.mostDigits) digits")
            }
        }
        if case .text(let text) = made.value, SheetText(text).isCut {
            remarks.append("cut: an Excel cell holds \(SheetText.longest) characters")
        }
        switch cell.kind {
        case .amount: made.style.alignment = .right
        case .lineNumber: made.style.alignment = .center
        case .header, .text, .code, .empty: break
        }
        if cell.row >= table.header.count { made.style.fill = TableSheet.fill(of: cell) }
        made.note = remarks.isEmpty ? nil : remarks.joined(separator: "\n")
        return made
    }

    private func text(_ text: String, _ row: Int, _ column: Int) -> SheetCell {
        var style = SheetStyle()
        if row < table.header.count {
            (style.fill, style.alignment, style.isBold) = (.header, .center, true)
        } else if text.utf16.count <= TableSheet.longestFormattedText {
            // what is typed over a code stays a text
            style.numberFormat = "@"
        }
        return SheetCell(
            row: row, column: column, value: text.isEmpty ? .blank : .text(text), style: style)
    }

    private static func fill(of cell: CellRecord) -> SheetStyle.Fill {
        switch cell.status {
        case .suspect: .suspect
        case .corrected: .corrected
        case .proved, .confirmed: .proved
        case .plausible, nil: cell.doubt == nil ? .none : .suspect
        }
    }
}
