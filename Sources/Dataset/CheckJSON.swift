public import FinalAccounts

/// What `check --format json` writes: an object a document, on one line.
public enum CheckJSON {
    /// - Parameter isWhole: Also the known tables, every record and check, as they stand in `document.json`.
    public static func bytes(of document: DocumentRecord, path: String, isWhole: Bool = false)
        -> [UInt8]
    {
        var json = JSONWriter()
        let accounts = document.accounts
        let writer = AccountsJSON(document)
        json.object(.inline) { json in
            json.field("document", path)
            json.field("tables", document.tables.count)
            json.field("recognised", accounts.recognised.count)
            json.field("proved", document.count(.proved))
            json.field("plausible", document.count(.plausible))
            json.field("suspect", document.count(.suspect))
            json.field("fails", accounts.checks.count { $0.result == .fails })
            json.field("warns", accounts.checks.count { $0.result == .warns })
            json.list("findings", accounts.findings, layout: .inline, writer.write)
            guard isWhole else { return }
            json.list("known", accounts.recognised, layout: .inline, writer.write)
            json.list("records", accounts.records, layout: .inline, writer.write)
            json.list("checks", Array(accounts.checks.enumerated()), layout: .inline) {
                writer.write($0.element, number: $0.offset, to: &$1)
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// A text beside the tables of another file.
    public static func bytes(of joined: SplitReports.Joined) -> [UInt8] {
        var json = JSONWriter()
        let accounts = joined.document.accounts
        let writer = AccountsJSON(joined.document)
        json.object(.inline) { json in
            json.field("document", joined.text)
            json.field("tablesOf", joined.tables)
            json.field("compared", accounts.checks.count { !$0.prose.isEmpty })
            json.list("findings", accounts.findings, layout: .inline, writer.write)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// Figures of two reports that differ.
    public static func bytes(of finding: ReportSeries.Finding) -> [UInt8] {
        var json = JSONWriter()
        json.object(.inline) { json in
            json.field("document", finding.document)
            json.field("other", finding.other)
            json.field("organisation", finding.organisation)
            json.field("relation", finding.relation)
            json.field("yuan", finding.amount)
            json.field("otherYuan", finding.otherAmount)
            json.field("difference", finding.difference)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
