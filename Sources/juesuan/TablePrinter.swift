internal import Dataset
internal import TerminalText

/// A document's tables on stdout, in one of the formats of `show`.
struct TablePrinter {
    let format: ShowCommand.Format
    let style: CSVStyle
    /// Columns of the terminal; nil when the output goes elsewhere.
    let width: Int?

    func print(_ document: DocumentRecord, to results: inout ResultWriter) {
        if format == .json { return results.bytes(DocumentJSON.bytes(of: document)) }
        for (index, table) in document.tables.enumerated() where !results.isClosed {
            if index > 0 { results.line() }
            switch format {
            case .text: printText(table, to: &results)
            case .markdown: printMarkdown(table, to: &results)
            case .csv: results.bytes(TableCSV.bytes(of: table, style: style))
            case .json: break
            }
        }
    }

    private func printText(_ table: TableRecord, to results: inout ResultWriter) {
        let facts = [
            table.id, table.title, table.code, table.unit.map { "单位：\($0)" },
            "p. \(PageList.text(table.pages))",
            "\(table.rows.count) × \(TableCSV.columnCount(of: table))",
        ]
        results.line(facts.compactMap { $0?.safeForTerminal }.joined(separator: "  "))
        results.lines(TextTable(header: table.header, rows: table.rows).lines(width: width))
        if let note = table.note?.safeForTerminal {
            results.lines(width.map { note.wrapped(to: $0) } ?? [note])
        }
    }

    private func printMarkdown(_ table: TableRecord, to results: inout ResultWriter) {
        if let title = table.title {
            let facts = [title, table.code, table.unit.map { "（单位：\($0)）" }]
            results.line("**\(facts.compactMap { $0?.safeForTerminal }.joined(separator: " "))**")
            results.line()
        }
        results.lines(
            MarkdownTable(columns: TableCSV.columnNames(of: table), rows: table.rows).lines)
        if let note = table.note?.safeForTerminal {
            results.line()
            results.line(note)
        }
    }
}
