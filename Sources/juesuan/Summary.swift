internal import Dataset
internal import FinalAccounts
internal import TerminalText

/// What a person reads after `extract`: the tables found, and what needs a look.
enum Summary {
    static let longestTitle = 44

    static func lines(of document: DocumentRecord, file: String, folder: String) -> [String] {
        let tables = document.tables
        let head =
            "\(file.asShellWord) → \(folder.asShellWord)/  "
            + "(\(count(document.pages.count, "page")), \(count(tables.count, "table")))"
        let rows = tables.map { table in
            [
                "  \(table.id)", (table.title ?? "–").safeForTerminal.truncated(to: longestTitle),
                table.code ?? "", "p. \(PageList.text(table.pages))",
                "\(table.rows.count) × \(TableCSV.columnCount(of: table))",
                table.suspectCount > 0
                    ? "look: \(count(table.suspectCount, "suspect number"))" : "",
            ]
        }
        let accounts =
            document.accounts.recognised.isEmpty && document.accounts.proofs.isEmpty
            ? [] : ["  \(self.accounts(of: document))"]
        return [head] + AlignedColumns.lines(rows, right: [4]) + accounts + looks(of: document)
    }

    /// "8 tables known; 1203 numbers proved, 97 plausible, 2 suspect; 1 relation fails".
    static func accounts(of document: DocumentRecord) -> String {
        let counts = [AmountStatus.proved, .plausible, .suspect].map { document.count($0) }
        let failed = document.failedChecks
        let relations =
            failed == 0
            ? "no relation fails" : "\(count(failed, "relation")) \(failed == 1 ? "fails" : "fail")"
        let found = document.accounts.proofs.count
        let others = found == 0 ? "" : "; \(count(found, "number")) of other tables proved"
        return "\(count(document.accounts.recognised.count, "table")) known; "
            + "\(counts[0]) numbers proved, \(counts[1]) plausible, \(counts[2]) suspect; \(relations)\(others)"
    }

    /// One line a finding that a person should look at.
    private static func looks(of document: DocumentRecord) -> [String] {
        var lines: [String] = []
        if document.isPicturesOnly {
            lines.append(
                "  look: pictures only, no text: the document needs OCR; "
                    + "juesuan doctor says whether an engine is there")
        } else if document.tables.isEmpty {
            lines.append("  look: no table found")
        }
        for (warning, pages) in WarningGroup.groups(of: document.warnings) {
            // said of the whole document already
            if document.isPicturesOnly, warning.code == "scanned-page" { continue }
            let place = pages.isEmpty ? "" : "p. \(PageList.text(pages)) "
            lines.append("  look: \(place)\(warning.code): \(warning.message.safeForTerminal)")
        }
        return lines
    }

    static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
