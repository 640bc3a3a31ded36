internal import Dataset
internal import FinalAccounts
internal import TerminalText

/// What a person reads after `check`.
struct CheckReport {
    let document: DocumentRecord
    let path: String

    init(_ document: DocumentRecord, path: String) {
        self.document = document
        self.path = path
    }

    var lines: [String] {
        ["\(path.safeForTerminal): \(Summary.accounts(of: document))"] + findings
    }

    /// A text beside the tables of another file.
    static func lines(of joined: SplitReports.Joined) -> [String] {
        let findings = CheckReport(joined.document, path: joined.text).findings
        let compared = joined.document.accounts.checks.count { !$0.prose.isEmpty }
        return [
            "\(joined.text.safeForTerminal): \(compared) figures held against the tables of "
                + "\(joined.tables.safeForTerminal)"
        ] + findings
    }

    private var findings: [String] {
        let accounts = document.accounts
        var lines: [String] = []
        for finding in accounts.findings {
            let page = document.page(of: finding.place) ?? 0
            let table = finding.cell.map { document.tables[$0.table] }
            let place = [table.map { $0.title ?? $0.id } ?? "text", finding.row, finding.column]
                .filter {
                    !$0.isEmpty
                }
                .joined(separator: " · ")
            lines.append(
                "  \(finding.isFailure ? "fails" : "warns")  p. \(page)  \(place.safeForTerminal)")
            lines.append("         \(finding.message.safeForTerminal)")
            lines += relations(finding)
        }
        return lines
    }

    /// Figures of two reports that differ.
    static func lines(of finding: ReportSeries.Finding) -> [String] {
        [
            "\(finding.document.safeForTerminal): warns  \(finding.relation): \(finding.amount) 元 here, "
                + "\(finding.otherAmount) 元 in \(finding.other.safeForTerminal)"
                + " (not an official relation)"
        ]
    }

    /// What should equal what, by how much it is off.
    private func relations(_ finding: AccountFinding) -> [String] {
        finding.checks.prefix(4).map { number in
            let check = document.accounts.checks[number]
            return "         \(check.relation): off by \(check.difference)"
                + " (rounding allows \(check.tolerance))"
        }
    }
}
