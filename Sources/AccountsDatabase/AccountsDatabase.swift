public import Dataset
public import FinalAccounts
internal import GRDB

/// The dataset of many reports, and what people said of them: one SQLite file.
public struct AccountsDatabase: Sendable {
    let queue: DatabaseQueue
    /// Checks what was corrected.
    let checker: AccountsChecker

    /// What building changed.
    public struct Change: Sendable, Hashable {
        public var added = 0
        public var replaced = 0
        public var removed = 0
        public var unchanged = 0

        public init(added: Int = 0, replaced: Int = 0, removed: Int = 0, unchanged: Int = 0) {
            self.added = added
            self.replaced = replaced
            self.removed = removed
            self.unchanged = unchanged
        }
    }

    /// Another process that writes is waited for, so many seconds.
    private static let patience = 10.0

    /// Opens the file, or makes it; one of another schema version is refused.
    public init(path: String, checker: AccountsChecker = .standard) throws {
        let wasThere = Disk.exists(path)
        do {
            try self.init(opening: path, checker)
        } catch {
            // made and not filled, as on a full disk
            if !wasThere, Disk.isEmptyFile(path) { Disk.remove(path) }
            throw error
        }
    }

    private init(opening path: String, _ checker: AccountsChecker) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(AccountsDatabase.patience)
        self.checker = checker
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { database in
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            guard version != Schema.version else { return }
            guard version == 0 else { throw AccountsDatabaseError.otherVersion(version) }
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard tables == 0 else { throw AccountsDatabaseError.notOurs }
            try database.execute(sql: Schema.tables)
            try database.execute(sql: Schema.views)
            try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
        }
    }

    /// Brings the file up to date with a folder that `extract` wrote.
    ///
    /// What is new or changed there is added, a document at a time; what is gone is removed. Corrections
    /// are applied again.
    public func update(from output: OutputListing) throws -> Change {
        var change = Change()
        var known = try built()
        let present = Set(output.folders)
        // what is gone first: its document may stand in another folder now
        for (folder, gone) in known where !present.contains(folder) {
            try queue.write { try AccountsDatabase.remove(gone.document, from: folder, $0) }
            known[folder] = nil
            change.removed += 1
        }
        for folder in output.folders {
            let before = known.removeValue(forKey: folder)
            guard let stamp = output.stamp(of: folder) else { continue }
            if before?.stamp == stamp {
                change.unchanged += 1
                continue
            }
            guard let bytes = output.read(folder) else { continue }
            let source = Built(document: "", digest: Fingerprint.of(bytes), stamp: stamp)
            if let before, before.digest == source.digest {
                try stampAnew(before.document, stamp)
                change.unchanged += 1
                continue
            }
            guard let document = output.rows(of: bytes, in: folder) else { continue }
            guard let isNew = try added(document, bytes, in: folder, source, before) else {
                // it costs itself alone: somebody damaged it, or another program wrote it
                output.skip(folder)
                continue
            }
            if !isNew {
                change.unchanged += 1
            } else if before == nil {
                change.added += 1
            } else {
                change.replaced += 1
            }
        }
        return change
    }

    /// Whether it was not there before, in another folder; nil where it has rows that none of ours has.
    private func added(
        _ document: DocumentRows, _ bytes: [UInt8], in folder: String, _ source: Built,
        _ before: Built?
    ) throws -> Bool? {
        do {
            return try queue.write { database in
                if let before {
                    try AccountsDatabase.remove(before.document, from: folder, database)
                }
                // the same document in two folders is one document
                guard try !AccountsDatabase.has(document.document, database) else { return false }
                try insert(document, bytes, in: folder, source, database)
                return true
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            return nil
        }
    }

    /// Documents and numbers in it.
    public func counts() throws -> (documents: Int, records: Int) {
        try queue.read { database in
            (
                try Int.fetchOne(database, sql: "SELECT count(*) FROM documents") ?? 0,
                try Int.fetchOne(database, sql: "SELECT count(*) FROM records") ?? 0
            )
        }
    }

    // MARK: Rows

    /// What a document's rows came from.
    struct Built {
        var document: String
        var digest: String
        var stamp: String
    }

    /// By folder.
    private func built() throws -> [String: Built] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT document, folder, digest, stamp
                    FROM documents JOIN built USING (document)
                    """)
        }.reduce(into: [:]) {
            $0[$1["folder"]] = Built(
                document: $1["document"], digest: $1["digest"], stamp: $1["stamp"])
        }
    }

    private func stampAnew(_ document: String, _ stamp: String) throws {
        try queue.write {
            try $0.execute(
                sql: "UPDATE built SET stamp = ? WHERE document = ?", arguments: [stamp, document])
        }
    }

    /// Adds a document's rows as they are after what people said of it.
    private func insert(
        _ document: DocumentRows, _ bytes: [UInt8], in folder: String, _ source: Built,
        _ database: Database
    ) throws {
        let log = try CorrectionLog.entries(of: document.document, database)
        guard !log.standing.isEmpty,
            let corrected = CorrectedDocument(bytes, log: log, checker: checker),
            let rows = DocumentRows(corrected.bytes, folder: folder)
        else { return try AccountsDatabase.insert(document, source, database) }
        try AccountsDatabase.insert(
            rows, source, corrections: log.standing.count, misfits: corrected.misfits.count,
            database)
    }

    /// Adds a document's rows as they are given.
    static func insert(
        _ rows: DocumentRows, _ source: Built, corrections: Int = 0, misfits: Int = 0,
        _ database: Database
    ) throws {
        let searched = try rows.insert(into: database)
        try DocumentSearch.add(searched, database)
        try database.execute(
            sql: "INSERT INTO built VALUES (?, ?, ?, ?, ?)",
            arguments: [
                rows.document, source.digest, source.stamp, searched.lowerBound,
                searched.upperBound,
            ])
        try DocumentNeeds.count(
            rows.document, corrections: corrections, misfits: misfits, database)
    }

    static func has(_ document: String, _ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM documents WHERE document = ?)",
            arguments: [document]) ?? false
    }

    static func remove(_ document: String, from folder: String, _ database: Database) throws {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT search_first, search_end FROM documents JOIN built USING (document)
                WHERE document = ? AND folder = ?
                """, arguments: [document, folder])
        guard let row else { return }
        let texts: Range<Int64> = row[0]..<row[1]
        try DocumentSearch.remove(texts, database)
        // by their places: the search has no index of documents
        try database.execute(
            sql: "DELETE FROM search WHERE rowid >= ? AND rowid < ?",
            arguments: [texts.lowerBound, texts.upperBound])
        try database.execute(
            sql: "DELETE FROM documents WHERE document = ?", arguments: [document])
    }
}

/// Why a file cannot be used as the dataset.
public enum AccountsDatabaseError: Error, Hashable, CustomStringConvertible {
    case otherVersion(Int)
    case notOurs

    public var description: String {
        switch self {
        case .otherVersion(let version):
            "has schema version \(version), this program writes \(Schema.version); name a new file"
        case .notOurs: "is another program's database; name a new file"
        }
    }
}
