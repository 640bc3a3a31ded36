public import FinalAccounts

/// A `document.json` as it is after what people said of it.
public struct CorrectedDocument: Sendable {
    public var document: DocumentRecord
    /// Entries that no longer fit, and why.
    public var misfits: [(correction: Correction, misfit: CorrectionMisfit)]

    /// Nil where the bytes are no document of ours.
    public init?(_ bytes: [UInt8], log: [Correction], checker: AccountsChecker) {
        guard var document = DocumentReader.document(bytes) else { return nil }
        misfits = document.correct(by: log, checker: checker)
        self.document = document
    }

    /// As ``DocumentJSON`` writes it.
    public var bytes: [UInt8] { DocumentJSON.bytes(of: document) }
}
