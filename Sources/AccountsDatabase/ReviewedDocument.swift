public import Dataset
internal import GRDB

/// A document as it is after what people said of it, with what they said.
public struct ReviewedDocument: Sendable {
    /// Its folder below the output folder.
    public var folder: String
    public var document: DocumentRecord
    public var log: [Correction]
    /// Entries that no longer fit, and why.
    public var misfits: [(correction: Correction, misfit: CorrectionMisfit)]
}

/// Why an entry was not taken.
public enum ReviewRefusal: Error, Sendable {
    case noDocument
    /// Somebody else said something of the same place since the reviewer's last look.
    case overtaken(by: Correction)
    case misfit(CorrectionMisfit)
    /// Later entries build upon the one that is to be undone.
    case undoLaterFirst(Correction)
    case nothingToUndo
    /// The corrected text is the text that stands there.
    case noChange
}

extension AccountsDatabase {
    /// Nil where there is no such document.
    public func reviewed(
        _ document: String, in output: OutputListing
    ) throws -> ReviewedDocument? {
        try queue.read { try reviewed(document, output, $0) }
    }

    private func reviewed(
        _ document: String, _ output: OutputListing, _ database: Database
    ) throws -> ReviewedDocument? {
        guard let folder = try AccountsDatabase.folder(of: document, database),
            let bytes = output.read(folder)
        else { return nil }
        return try reviewed(document, bytes, in: folder, database)
    }

    private func reviewed(
        _ document: String, _ bytes: [UInt8], in folder: String, _ database: Database
    ) throws -> ReviewedDocument? {
        let log = try CorrectionLog.entries(of: document, database)
        guard let corrected = CorrectedDocument(bytes, log: log, checker: checker) else {
            return nil
        }
        return ReviewedDocument(
            folder: folder, document: corrected.document, log: log, misfits: corrected.misfits)
    }

    /// What people said of a document, in the order in which they did.
    public func corrections(of document: String) throws -> [Correction] {
        try queue.read { try CorrectionLog.entries(of: document, $0) }
    }

    /// A document.json as it is after what people said of the document; nil where they said nothing.
    public func corrected(_ document: String, _ bytes: [UInt8]) throws -> [UInt8]? {
        let log = try corrections(of: document)
        guard !log.standing.isEmpty else { return nil }
        return CorrectedDocument(bytes, log: log, checker: checker)?.bytes
    }

    /// Entries that stand, over all documents.
    public func correctionCount() throws -> Int {
        try queue.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM corrections WHERE kind <> 'undo'") ?? 0
        }
    }

    /// The file that a document came from; nil where there is no such document.
    public func source(of document: String) throws -> SourceRecord? {
        try queue.read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM documents WHERE document = ?", arguments: [document]
            ).map { row in
                SourceRecord(
                    file: row["file"], sha256: row["document"], bytes: row["bytes"],
                    pages: row["pages"], producer: row["producer"], extractor: row["extractor"])
            }
        }
    }

    /// Adds an entry, corrects and checks the document anew, and gives it as it is then.
    ///
    /// `seen` is the number of the last entry that the reviewer knew of: what others said of the same
    /// place since is not written over. All of it happens or nothing.
    public func add(
        _ entry: Correction, seen: Int, in output: OutputListing
    ) throws -> ReviewedDocument {
        try queue.write { database in
            guard let folder = try AccountsDatabase.folder(of: entry.document, database),
                let stamp = output.stamp(of: folder), let bytes = output.read(folder),
                let before = try reviewed(entry.document, bytes, in: folder, database)
            else { throw ReviewRefusal.noDocument }
            let number = try CorrectionLog.append(
                try AccountsDatabase.completed(entry, before, seen: seen), database)
            guard let after = try reviewed(entry.document, bytes, in: folder, database) else {
                throw ReviewRefusal.noDocument
            }
            if let own = after.misfits.first(where: { $0.correction.number == number }) {
                throw ReviewRefusal.misfit(own.misfit)
            }
            // where nothing stands any more, the document is as it was extracted
            let corrections = after.log.standing.count
            let now = corrections == 0 ? bytes : DocumentJSON.bytes(of: after.document)
            guard let rows = DocumentRows(now, folder: folder) else {
                throw ReviewRefusal.noDocument
            }
            try AccountsDatabase.remove(entry.document, from: folder, database)
            let source = Built(
                document: entry.document, digest: Fingerprint.of(bytes), stamp: stamp)
            try AccountsDatabase.insert(
                rows, source, corrections: corrections,
                misfits: after.misfits.count, database)
            return after
        }
    }

    private static func folder(of document: String, _ database: Database) throws -> String? {
        try String.fetchOne(
            database, sql: "SELECT folder FROM documents WHERE document = ?", arguments: [document])
    }

    /// The entry with what stands at its place now; throws where it is overtaken or says nothing.
    private static func completed(
        _ entry: Correction, _ before: ReviewedDocument, seen: Int
    ) throws -> Correction {
        if let other = before.log.first(where: {
            $0.number > seen && before.log.meet($0, entry)
        }) {
            throw ReviewRefusal.overtaken(by: other)
        }
        if entry.kind == .undo { return try undo(entry, before.log) }
        guard let table = before.document.tables.first(where: { $0.id == entry.table }) else {
            throw ReviewRefusal.misfit(.noTable)
        }
        guard let text = table.text(at: entry) else { throw ReviewRefusal.misfit(.noPlace) }
        if entry.kind == .correct, text == entry.after { throw ReviewRefusal.noChange }
        var completed = entry
        completed.title = table.title
        completed.before = text
        return completed
    }

    /// What is undone is named in full, so that others see which place it was about.
    private static func undo(_ entry: Correction, _ log: [Correction]) throws -> Correction {
        let standing = log.standing
        guard let place = standing.firstIndex(where: { $0.number == entry.undoes }) else {
            throw ReviewRefusal.nothingToUndo
        }
        let undone = standing[place]
        if let later = standing[(place + 1)...].first(where: { log.meet($0, undone) }) {
            throw ReviewRefusal.undoLaterFirst(later)
        }
        var completed = undone
        completed.number = 0
        completed.kind = .undo
        completed.undoes = undone.number
        completed.before = undone.after
        completed.after = undone.before
        completed.reviewer = entry.reviewer
        completed.time = entry.time
        completed.note = entry.note
        return completed
    }
}

extension [Correction] {
    /// Whether two entries are about the same cell, or one is about rows or columns of the other's
    /// table.
    fileprivate func meet(_ one: Correction, _ other: Correction) -> Bool {
        one.table == other.table
            && (!isOfCell(one) || !isOfCell(other)
                || one.row == other.row && one.column == other.column)
    }

    /// What undoes is about what it undoes.
    private func isOfCell(_ entry: Correction) -> Bool {
        (first { $0.number == entry.undoes } ?? entry).kind.isOfCell
    }
}
