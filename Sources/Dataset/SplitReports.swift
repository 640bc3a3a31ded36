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

    /// What tells which files belong together; documents are read again where two do.
    private struct Part: Sendable {
        var path: String
        var organisation: String
        var scope: ReportScope?
        var year: Int
        var kind: String

        func isOfOneReport(with other: Part) -> Bool {
            organisation == other.organisation && year == other.year && kind == other.kind
                && (scope == nil || other.scope == nil || scope == other.scope)
        }
    }

    private var texts: [Part] = []
    private var tables: [Part] = []

    /// Fewer known tables do not make a report's tables.
    private static let leastTables = 3

    public init() {}

    /// Remembers a document that was checked, if it holds only a report's text or only its tables.
    public mutating func add(_ document: DocumentRecord, path: String) {
        guard let organisation = document.organisation, let year = document.year else { return }
        let part = Part(
            path: path, organisation: organisation, scope: document.scope, year: year,
            kind: document.kind)
        let accounts = document.accounts
        if document.tables.isEmpty, !document.paragraphs.isEmpty {
            texts.append(part)
        } else if accounts.recognised.count >= SplitReports.leastTables,
            accounts.checks.allSatisfy({ $0.prose.isEmpty })
        {
            tables.append(part)
        }
    }

    /// Every text that exactly one file has the tables of: the paths of both.
    public var pairs: [(text: String, tables: String)] {
        texts.compactMap { text in
            let found = tables.filter(text.isOfOneReport)
            return found.count == 1 ? found.first.map { (text.path, $0.path) } : nil
        }
    }
}

extension SplitReports.Joined {
    /// Holds the sentences of a checked text against the tables of another checked document.
    public init(
        text: DocumentRecord, at textPath: String, tables: DocumentRecord, at tablesPath: String,
        checker: AccountsChecker
    ) {
        var document = tables
        document.paragraphs = text.paragraphs
        document.pages = text.pages
        document.checkAccounts(with: checker)
        let known = (text.accounts.findings + tables.accounts.findings).map(\.message)
        document.accounts.findings.removeAll { known.contains($0.message) }
        self.text = textPath
        self.tables = tablesPath
        self.document = document
    }
}
