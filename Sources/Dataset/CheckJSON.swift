internal import FinalAccounts

/// What `check --format json` writes: an object a document, on one line.
public enum CheckJSON {
    public static func bytes(of document: DocumentRecord, path: String) -> [UInt8] {
        var json = JSONWriter()
        let accounts = document.accounts
        let writer = AccountsJSON(document)
        json.object(.inline) { json in
            json.field("document", path)
            json.field("tables", document.tables.count)
            json.field("recognised", accounts.recognised.count)
            for status in AmountStatus.allCases where status != .corrected {
                switch status {
                case .proved: json.field("proved", document.count(status))
                case .plausible: json.field("plausible", document.count(status))
                default: json.field("suspect", document.count(status))
                }
            }
            json.field("fails", accounts.checks.count { $0.result == .fails })
            json.field("warns", accounts.checks.count { $0.result == .warns })
            json.key("findings")
            json.array(.inline) { json in
                for finding in accounts.findings { writer.write(finding, to: &json) }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
