internal import FinalAccounts
internal import TableRecognition
internal import TextRepair

/// Makes a table of the rows of a transcript.
struct TableRebuilder {
    private let words: CatalogueWords
    private let definition: TableDefinition?
    private let caption: TranscriptCaption
    private let page: Int

    init(
        _ words: CatalogueWords, _ definition: TableDefinition?, _ caption: TranscriptCaption,
        _ page: Int
    ) {
        self.words = words
        self.definition = definition
        self.caption = caption
        self.page = page
    }

    func table(_ rows: [[String]]) -> TranscriptTable {
        // rows that are blank on purpose are rows; before the others they are none
        let texts = rows.drop { $0.allSatisfy(\.isEmpty) }.map { $0.map(CellText.closed) }
        if let definition, !definition.form.isEmpty, !definition.blocks.isEmpty {
            let raw = rows.filter { $0.contains { !$0.isEmpty } }
            let grid = FormRebuilder.rebuilt(TranscriptGrid(raw), definition, words)
            return finished(grid, headerCount: 0)
        }
        var grid = TranscriptGrid(texts)
        let count = grid.headerCount(words)
        if let definition {
            let restorer = HeaderRestorer(words: words, definition: definition)
            if restorer.restore(&grid, count: count) {
                grid.remarks.append("words of the header stood over the wrong columns")
            }
        }
        mendRows(&grid, from: count)
        return finished(grid, headerCount: count)
    }

    private func mendRows(_ grid: inout TranscriptGrid, from first: Int) {
        let header = (0..<first).map(grid.texts)
        let lost = LostCells(grid, from: first) { row in
            words.agreement(reportTable(header, [row]))
        }
        for row in first..<max(first, grid.rows.count) {
            guard let mended = lost.mended(grid.rows[row]) else { continue }
            grid.replace(row, with: mended)
            grid.remarks.append("row \(row - first + 1) had lost a cell")
        }
    }

    /// A table of these rows for the checks.
    private func reportTable(_ header: [[String]], _ rows: [[String]]) -> ReportTable {
        let all = header + rows
        var cells: [ReportTable.Cell] = []
        for (row, texts) in all.enumerated() {
            for (column, text) in texts.enumerated() {
                let above = header.map { $0[column] }
                let kind: TableCell.Kind =
                    row < header.count ? .header : CellKinds.kind(of: text, under: above)
                cells.append(
                    ReportTable.Cell(
                        row: row, column: column, kind: kind, text: text,
                        amount: kind == .amount ? Amount.decimal(text) : nil))
            }
        }
        return ReportTable(
            id: "", title: caption.title, unit: caption.unit, header: header, rowCount: all.count,
            columnCount: all.first?.count ?? 0, cells: cells)
    }

    // MARK: Cells

    private func finished(_ grid: TranscriptGrid, headerCount: Int) -> TranscriptTable {
        let spans = HeaderSpans(grid, count: headerCount)
        let repaired = grid.rows.map { $0.map { TextRepair.repaired(CellText.closed($0.text)) } }
        let header = (0..<headerCount).map { row in
            (0..<grid.columnCount).map { column in
                let span = spans.spans[spans.owner[row][column]]
                return repaired[span.row][span.column].text
            }
        }
        var table = TranscriptTable(
            title: caption.title, code: caption.code, unit: caption.unit,
            organisation: caption.organisation, year: caption.year, note: nil, page: page,
            columnCount: grid.columnCount, header: header,
            rows: repaired.dropFirst(headerCount).map { $0.map(\.text) }, cells: [],
            remarks: grid.remarks)
        for span in spans.spans {
            var cell = cell(grid[span.row, span.column], repaired[span.row][span.column], .header)
            (cell.row, cell.column) = (span.row, span.column)
            (cell.rowSpan, cell.columnSpan) = (span.rowSpan, span.columnSpan)
            table.cells.append(cell)
        }
        for row in headerCount..<max(headerCount, grid.rows.count) {
            for column in 0..<grid.columnCount {
                let text = repaired[row][column]
                let above = header.map { $0[column] }
                let kind = CellKinds.kind(of: text.text, under: above)
                var cell = cell(grid[row, column], text, kind)
                (cell.row, cell.column) = (row, column)
                table.cells.append(cell)
            }
        }
        return table
    }

    private func cell(
        _ cell: TranscriptGrid.Cell, _ repaired: RepairedText, _ kind: TableCell.Kind
    ) -> TranscriptTable.Cell {
        TranscriptTable.Cell(
            row: 0, column: 0, kind: kind, raw: cell.raw, text: repaired.text,
            edits: repaired.edits, doubt: cell.doubt)
    }
}
