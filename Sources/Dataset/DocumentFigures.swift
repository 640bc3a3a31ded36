public import FinalAccounts
internal import PageModel

extension DocumentRecord {
    /// Numbers whose reading or arithmetic is in doubt.
    public var suspectCount: Int {
        tables.reduce(0) { $0 + $1.suspectCount }
    }

    /// Pages that are pictures without usable text.
    public var scannedPages: [Int] {
        pages.filter { $0.text == .scanned }.map(\.page)
    }

    /// Whether there is something to see, and nothing of it is text.
    public var isPicturesOnly: Bool {
        !scannedPages.isEmpty && pages.allSatisfy { $0.text == .scanned || $0.text == .blank }
    }
}

extension DocumentRecord {
    /// Numbers with this status.
    public func count(_ status: AmountStatus) -> Int {
        accounts.records.count { $0.status == status }
    }

    /// Official relations that fail.
    public var failedChecks: Int { accounts.checks.count { $0.result == .fails } }
}

extension TableRecord {
    /// Numbers whose reading or arithmetic is in doubt.
    public var suspectCount: Int { cells.count { $0.status == .suspect } }
}
