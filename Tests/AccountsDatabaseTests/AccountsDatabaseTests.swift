import AccountsDatabase
import Dataset
import Digitizer
import FinalAccounts
import Foundation
import GRDB
import JuesuanTestSupport
import Synchronization
import Testing

/// The dataset of a folder of outputs.
@Suite struct AccountsDatabaseTests {
    private let folder: TemporaryFolder
    private var output: String { folder.path + "/out" }
    private var file: String { folder.path + "/accounts.sqlite" }

    init() throws {
        folder = try TemporaryFolder()
        for name in ["ministry-2024", "shanghai-2024"] { try extract(name) }
    }

    private func extract(_ name: String, as other: String? = nil) throws {
        var document = try Digitizer.digitize(path: Repository.path(of: "samples/\(name).pdf"))
        if let other { document.source.sha256 = other }
        let files = DocumentFiles.files(of: document, formats: [.json])
        try OutputFolder(path: output).write(
            files, into: other ?? name, sha256: document.source.sha256)
    }

    private func rows(_ sql: String) throws -> [String] {
        let queue = try DatabaseQueue(path: file)
        return try queue.write { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { $0.isNull ? "" : "\($0)" }.joined(separator: "|")
            }
        }
    }

    private func update() throws -> AccountsDatabase.Change {
        try AccountsDatabase(path: file).update(from: OutputListing(of: output))
    }

    @Test func theFileIsSound() throws {
        _ = try update()
        #expect(try rows("PRAGMA integrity_check") == ["\"ok\""])
        #expect(try rows("PRAGMA foreign_key_check") == [])
    }

    /// Somebody edited it, or a disk lost a part: the others are done, and this one is named.
    @Test func aDamagedDocumentCostsItselfAlone() throws {
        let place = output + "/ministry-2024/document.json"
        let text = try String(contentsOfFile: place, encoding: .utf8)
        try text.replacingOccurrences(of: #""columnSpan": 1, "#, with: #""columnSpan": null, "#)
            .write(toFile: place, atomically: true, encoding: .utf8)
        let skipped = Mutex<[String]>([])
        let listing = OutputListing(of: output) { name in skipped.withLock { $0.append(name) } }
        let change = try AccountsDatabase(path: file).update(from: listing)
        #expect(change.added == 1)
        #expect(skipped.withLock { $0 } == ["ministry-2024"])
        #expect(try rows("SELECT count(*) FROM documents") == ["1"])
    }

    @Test func viewsAreReadyToQuery() throws {
        _ = try update()
        #expect(
            try rows(
                "SELECT year, year_income, basic_expenditure FROM unit_years ORDER BY year_income DESC"
            )
                == ["2024|84561700.0|60554300.0", "2024|13586400.0|5945100.0"])
        #expect(
            try rows("SELECT final_total, final_reception FROM three_public ORDER BY 1 DESC")
                == ["113700.0|16200.0", "8100.0|8100.0"])
        #expect(
            try rows("SELECT name, total FROM expenditure_by_code WHERE code = '2060702'")
                == ["\"科普活动\"|45200.0"])
    }

    /// Every number of document.json is there, exactly.
    @Test func recordsAreWhole() throws {
        _ = try update()
        let document = try Digitizer.digitize(
            path: Repository.path(of: "samples/shanghai-2024.pdf"))
        let stored = try rows(
            "SELECT count(*), sum(fen) FROM records WHERE document = '\(document.source.sha256)' "
                + "AND yuan IS NOT NULL")
        let yuan = document.accounts.records.compactMap(\.yuan).compactMap { Double($0) }
        #expect(stored == ["\(yuan.count)|\(Int((yuan.reduce(0, +) * 100).rounded()))"])
    }

    @Test(arguments: ["科 技", "公 务 接 待", "2024"])
    func wordsOfTwoCharactersAreFound(words: String) throws {
        _ = try update()
        let plain = words.replacing(" ", with: "")
        let found = try rows("SELECT text FROM search WHERE search MATCH '\"\(words)\"'")
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.contains(plain) })
    }

    @Test func madeAgainItAddsWhatChanged() throws {
        #expect(try update() == AccountsDatabase.Change(added: 2))
        #expect(try update() == AccountsDatabase.Change(unchanged: 2))
        let searched = try rows("SELECT document, count(*) FROM search GROUP BY 1 ORDER BY 1")
        #expect(searched.count == 2)
        try extract("ministry-2024", as: "another")
        #expect(try update() == AccountsDatabase.Change(added: 1, unchanged: 2))
        var document = try folder.text("out/another/document.json")
        document = document.replacing("云河", with: "云海")
        try folder.write(document.utf8, to: "out/another/document.json")
        #expect(try update() == AccountsDatabase.Change(replaced: 1, unchanged: 2))
        try FileManager.default.removeItem(atPath: output + "/another")
        #expect(try update() == AccountsDatabase.Change(removed: 1, unchanged: 2))
        #expect(
            try rows("SELECT document, count(*) FROM search GROUP BY 1 ORDER BY 1") == searched)
        #expect(try rows("PRAGMA foreign_key_check") == [])
    }

    /// By the words of its texts as they are now; a phrase ends with its text.
    @Test func documentsAreFoundByTheirWords() throws {
        func found(_ words: String) throws -> Int {
            var query = DocumentQuery()
            query.search = words
            return try AccountsDatabase(path: file).documents(query).total
        }
        try extract("ministry-2024", as: "another")
        _ = try update()
        #expect(try found("支出") == 3)
        #expect(try found("云雾") == 0)
        let path = output + "/another/document.json"
        var document = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
                as? [String: Any])
        document["paragraphs"] = ["云", "雾中月"].map {
            ["page": 1, "text": $0, "edits": [String]()] as [String: Any]
        }
        try JSONSerialization.data(withJSONObject: document).write(to: URL(fileURLWithPath: path))
        #expect(try update() == AccountsDatabase.Change(replaced: 1, unchanged: 2))
        #expect(try found("雾中月") == 1)
        #expect(try found("云雾") == 0)
        #expect(try found("雾中月 支出") == 1)
        try FileManager.default.removeItem(atPath: output + "/another")
        _ = try update()
        #expect(try found("雾中月") == 0)
        #expect(try found("支出") == 2)
        _ = try rows("INSERT INTO document_search (document_search) VALUES ('integrity-check')")
    }

    @Test func aDocumentThatMovedIsNotLost() throws {
        _ = try update()
        try FileManager.default.moveItem(
            atPath: output + "/ministry-2024", toPath: output + "/zz")
        #expect(try update() == AccountsDatabase.Change(added: 1, removed: 1, unchanged: 1))
        #expect(
            try rows("SELECT folder FROM documents ORDER BY 1") == ["\"shanghai-2024\"", "\"zz\""])
        // a second copy is the same document
        try FileManager.default.copyItem(atPath: output + "/zz", toPath: output + "/copy")
        #expect(try update() == AccountsDatabase.Change(unchanged: 3))
        #expect(try rows("SELECT count(*) FROM documents") == ["2"])
    }

    @Test func anotherProgramsFileIsLeftAlone() throws {
        let queue = try DatabaseQueue(path: file)
        try queue.write { try $0.execute(sql: "CREATE TABLE theirs (x)") }
        #expect(throws: AccountsDatabaseError.notOurs) { try AccountsDatabase(path: file) }
    }

    @Test func aDamagedDocumentIsSkippedAndNamed() throws {
        try folder.write("{\"format\"", to: "out/shanghai-2024/document.json")
        let skipped = Mutex<[String]>([])
        let change = try AccountsDatabase(path: file).update(
            from: OutputListing(of: output) { name in skipped.withLock { $0.append(name) } })
        #expect(change.added == 1)
        #expect(skipped.withLock { $0 } == ["shanghai-2024"])
    }
}
