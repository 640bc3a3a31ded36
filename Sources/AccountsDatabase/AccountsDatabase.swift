public import Dataset
internal import GRDB

/// The dataset of many reports: one SQLite file.
public struct AccountsDatabase {
    private let queue: DatabaseQueue

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

    /// Opens the file, or makes it; one of another schema version is built anew.
    public init(path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
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

    /// Brings the file up to date with a folder that `extract` wrote: what is new or changed there is
    /// added, a document at a time; what is gone is removed.
    public func update(from output: OutputListing) throws -> Change {
        var change = Change()
        var known = try queue.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT document, folder, digest FROM documents JOIN built USING (document)")
        }.reduce(into: [String: (document: String, digest: String)]()) {
            $0[$1["folder"]] = ($1["document"], $1["digest"])
        }
        let present = Set(output.folders)
        // what is gone first: its document may stand in another folder now
        for (folder, gone) in known where !present.contains(folder) {
            try queue.write { try AccountsDatabase.remove(gone.document, from: folder, $0) }
            known[folder] = nil
            change.removed += 1
        }
        for folder in output.folders {
            guard let bytes = output.read(folder) else { continue }
            let digest = Fingerprint.of(bytes)
            let before = known.removeValue(forKey: folder)
            if before?.digest == digest {
                change.unchanged += 1
                continue
            }
            guard let document = output.rows(of: bytes, in: folder) else { continue }
            let isNew = try queue.write { database in
                if let before {
                    try AccountsDatabase.remove(before.document, from: folder, database)
                }
                // the same document in two folders is one document
                guard try !AccountsDatabase.has(document.document, database) else { return false }
                try document.insert(into: database, digest: digest)
                return true
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

    /// Documents and numbers in it.
    public func counts() throws -> (documents: Int, records: Int) {
        try queue.read { database in
            (
                try Int.fetchOne(database, sql: "SELECT count(*) FROM documents") ?? 0,
                try Int.fetchOne(database, sql: "SELECT count(*) FROM records") ?? 0
            )
        }
    }

    private static func has(_ document: String, _ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM documents WHERE document = ?)",
            arguments: [document]) ?? false
    }

    private static func remove(
        _ document: String, from folder: String, _ database: Database
    ) throws {
        let own = try Row.fetchOne(
            database,
            sql: """
                SELECT first_search, last_search FROM built JOIN documents USING (document)
                WHERE document = ? AND folder = ?
                """, arguments: [document, folder])
        guard let own else { return }
        try database.execute(
            sql: "DELETE FROM search WHERE rowid BETWEEN ? AND ?",
            arguments: [own[0] as Int64, own[1] as Int64])
        try database.execute(sql: "DELETE FROM documents WHERE document = ?", arguments: [document])
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
