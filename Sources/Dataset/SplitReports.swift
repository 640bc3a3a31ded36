public import FinalAccounts

/// Reports whose text is in one file and whose tables are in another: checked together, the sentences are held
/// against the tables.
public struct SplitReports: Sendable {
    /// A text with the tables that belong to it.
    public struct Joined: Sendable {
        /// The files, as they were named when added.
        public var text: String
        public var tables: String
        /// The text's prose beside the other file's tables.
        ///
        /// Its findings are those that neither file has alone.
        public var document: DocumentRecord
    }

    private struct Part: Sendable {
        var path: String
        var document: DocumentRecord
    }

    private var texts: [Part] = []
    private var tables: [Part] = []

    /// Fewer known tables do not make a report's tables.
    private static let leastTables = 3

    public init() {}

    /// Keeps a document that was checked, if it holds only a report's text or only its tables.
    public mutating func add(_ document: DocumentRecord, path: String) {
        guard document.organisation != nil, document.year != nil else { return }
        let accounts = document.accounts
        if document.tables.isEmpty, !document.paragraphs.isEmpty {
            texts.append(Part(path: path, document: document))
        } else if accounts.recognised.count >= SplitReports.leastTables,
            accounts.checks.allSatisfy({ $0.prose.isEmpty })
        {
            tables.append(Part(path: path, document: document))
        }
    }

    /// Every text that exactly one file has the tables of.
    public func joined(_ checker: AccountsChecker) -> [Joined] {
        texts.compactMap { text in
            let found = tables.filter { SplitReports.areOfOneReport(text.document, $0.document) }
            guard found.count == 1, let other = found.first else { return nil }
            var document = other.document
            document.paragraphs = text.document.paragraphs
            document.pages = text.document.pages
            document.checkAccounts(with: checker)
            let known = (text.document.accounts.findings + other.document.accounts.findings)
                .map(\.message)
            document.accounts.findings.removeAll { known.contains($0.message) }
            return Joined(text: text.path, tables: other.path, document: document)
        }
    }

    private static func areOfOneReport(_ text: DocumentRecord, _ tables: DocumentRecord) -> Bool {
        let scopes = [text.scope, tables.scope].compactMap { $0 }
        return text.organisation == tables.organisation && text.year == tables.year
            && text.kind == tables.kind && Set(scopes).count < 2
    }
}
