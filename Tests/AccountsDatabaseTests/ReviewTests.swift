import AccountsDatabase
import Dataset
import Digitizer
import FinalAccounts
import Foundation
import GRDB
import JuesuanTestSupport
import Sampling
import Testing

/// What reviewers say, and how the dataset keeps it.
@Suite struct ReviewTests {
    private let folder: TemporaryFolder
    private let database: AccountsDatabase
    private let document: DocumentRecord
    private var output: OutputListing { OutputListing(of: folder.path + "/out") }
    private var file: String { folder.path + "/accounts.sqlite" }
    private var id: String { document.source.sha256 }

    init() throws {
        folder = try TemporaryFolder()
        document = try Digitizer.digitize(path: Repository.path(of: "samples/ministry-2024.pdf"))
        database = try AccountsDatabase(path: folder.path + "/accounts.sqlite")
        try write(document)
        _ = try database.update(from: output)
    }

    private func write(_ document: DocumentRecord) throws {
        try OutputFolder(path: folder.path + "/out")
            .write(
                DocumentFiles.files(of: document, formats: [.json]), into: "ministry",
                sha256: document.source.sha256)
    }

    private func amount(_ number: Int) -> CellRecord {
        document.tables[1].cells.filter { $0.amount.map { $0 != "0.00" } ?? false }[number]
    }

    private func entry(
        _ kind: Correction.Kind, _ cell: CellRecord, after: String = "", by reviewer: String = "甲"
    ) -> Correction {
        var entry = Correction(
            document: id, table: "t02", kind: kind, row: cell.row, column: cell.column,
            reviewer: reviewer, time: "2026-01-02T03:04:05Z")
        entry.after = after
        return entry
    }

    private func value(_ sql: String) throws -> String? {
        try DatabaseQueue(path: file).read { try String.fetchOne($0, sql: sql) }
    }

    @Test func theRowsChangeWithTheEntry() throws {
        let cell = amount(3)
        let after = try database.add(
            entry(.correct, cell, after: "77.70"), seen: 0, in: output)
        #expect(after.log.count == 1)
        #expect(after.log[0].before == cell.text)
        let place = "table_id = 't02' AND \"row\" = \(cell.row) AND \"column\" = \(cell.column)"
        #expect(try value("SELECT amount FROM cells WHERE \(place)") == "77.70")
        #expect(
            try value("SELECT status || ' ' || printed FROM records WHERE \(place)")
                == "corrected \(cell.raw)")
        #expect(try value("SELECT count(*) FROM findings WHERE severity = 'failure'") != "0")
        #expect(try value("SELECT open > 0 FROM needs") == "1")
        #expect(try value("PRAGMA integrity_check") == "ok")
        #expect(try value("PRAGMA foreign_key_check") == nil)
    }

    @Test func theSecondIsToldOfTheFirst() throws {
        let first = try database.add(
            entry(.correct, amount(3), after: "1.00"), seen: 0, in: output)
        // another process over the same file
        let other = try AccountsDatabase(path: file)
        let refusal = #expect(throws: ReviewRefusal.self) {
            try other.add(entry(.correct, amount(3), after: "2.00", by: "乙"), seen: 0, in: output)
        }
        guard case .overtaken(let entry) = refusal else {
            Issue.record("not overtaken: \(String(describing: refusal))")
            return
        }
        #expect(entry.after == "1.00" && entry.reviewer == "甲")
        // of another cell, or knowing of the first: taken
        let third = try other.add(self.entry(.confirm, amount(4), by: "乙"), seen: 0, in: output)
        #expect(third.log.count == 2)
        let last = try other.add(
            self.entry(.correct, amount(3), after: "2.00", by: "乙"), seen: first.log[0].number,
            in: output)
        #expect(last.log.map(\.after) == ["1.00", "", "2.00"])
    }

    @Test func rowsAndColumnsAreOfTheWholeTable() throws {
        let insertion = entry(.insertRow, amount(3))
        _ = try database.add(insertion, seen: 0, in: output)
        // whoever has not seen it does not know where the cells are now
        #expect(throws: ReviewRefusal.self) {
            try database.add(entry(.confirm, amount(9), by: "乙"), seen: 0, in: output)
        }
    }

    @Test func undoneInReverse() throws {
        let one = try database.add(entry(.correct, amount(3), after: "1.00"), seen: 0, in: output)
        let two = try database.add(
            entry(.correct, amount(3), after: "2.00"), seen: one.log[0].number, in: output)
        var undo = entry(.undo, amount(3))
        undo.undoes = one.log[0].number
        #expect(throws: ReviewRefusal.self) { try database.add(undo, seen: 9, in: output) }
        undo.undoes = two.log[1].number
        let three = try database.add(undo, seen: 9, in: output)
        #expect(three.log.count == 3)
        #expect(three.log[2].undoes == two.log[1].number)
        undo.undoes = one.log[0].number
        let four = try database.add(undo, seen: 9, in: output)
        #expect(DocumentJSON.bytes(of: four.document) == DocumentJSON.bytes(of: document))
        #expect(throws: ReviewRefusal.self) { try database.add(undo, seen: 9, in: output) }
    }

    @Test func theListIsOnlyAddedTo() throws {
        _ = try database.add(entry(.confirm, amount(3)), seen: 0, in: output)
        let queue = try DatabaseQueue(path: file)
        for sql in ["DELETE FROM corrections", "UPDATE corrections SET reviewer = 'x'"] {
            #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
        }
    }

    @Test func extractedAgainItIsAppliedAgain() throws {
        _ = try database.add(entry(.correct, amount(3), after: "77.70"), seen: 0, in: output)
        var newer = document
        newer.source.extractor = "juesuan 9.9.9"
        try write(newer)
        #expect(try database.update(from: output).replaced == 1)
        #expect(try value("SELECT count(*) FROM cells WHERE status = 'corrected'") == "1")
        #expect(try value("SELECT extractor FROM documents") == "juesuan 9.9.9")
        // and what the newer version reads otherwise is reported
        let index = try #require(
            newer.tables[1].cells.firstIndex {
                $0.row == amount(3).row && $0.column == amount(3).column
            })
        newer.tables[1].cells[index].text = "78.70"
        try write(newer)
        _ = try database.update(from: output)
        #expect(try value("SELECT misfits FROM needs") == "1")
        let reviewed = try #require(try database.reviewed(id, in: output))
        #expect(reviewed.misfits.map(\.misfit) == [.otherText("78.70")])
    }

    @Test func nothingIsHalfAdded() throws {
        var missing = entry(.correct, amount(3), after: "1.00")
        missing.table = "t99"
        #expect(throws: ReviewRefusal.self) { try database.add(missing, seen: 0, in: output) }
        #expect(throws: ReviewRefusal.self) {
            try database.add(entry(.correct, amount(3), after: amount(3).text), seen: 0, in: output)
        }
        #expect(try value("SELECT count(*) FROM corrections") == "0")
    }

    // MARK: Lists

    @Test func listsNarrow() throws {
        func found(_ change: (inout DocumentQuery) -> Void) throws -> Int {
            var query = DocumentQuery()
            change(&query)
            return try database.documents(query).total
        }
        #expect(try found { _ in } == 1)
        #expect(try found { $0.search = "科普" } == 1)
        #expect(try found { $0.search = "科普 活动" } == 1)
        #expect(try found { $0.search = "无此词语" } == 0)
        #expect(try found { $0.search = "\" OR *" } == 0)
        #expect(try found { $0.unit = "云河" } == 1)
        #expect(try found { $0.year = 2023 } == 0)
        #expect(try found { $0.table = "three-public" } == 1)
        #expect(try found { $0.finding = "row-order" } == 0)
        #expect(try found { $0.state = .open } == 0)
        _ = try database.add(entry(.confirm, amount(3)), seen: 0, in: output)
        #expect(try found { $0.state = .reviewed } == 1)
        #expect(try found { $0.state = .clear } == 0)
    }

    // MARK: Samples

    @Test func aSampleIsWalkedAndCounted() throws {
        let design = SampleDesign(errorRate: 0.1, confidence: 0.9, seed: 3)
        let number = try #require(try database.draw(design, time: "2026-01-02T03:04:05Z"))
        let cells = try database.cells(ofSample: number)
        #expect(cells.count == design.size(of: 10_000))
        #expect(Set(cells.map { [$0.row, $0.column, $0.table.hashValue] }).count == cells.count)
        var seen = 0
        for (place, cell) in cells.enumerated() {
            var said = Correction(
                document: cell.document, table: cell.table, kind: place == 0 ? .correct : .confirm,
                row: cell.row, column: cell.column, reviewer: "甲", time: "2026-01-02T03:04:05Z")
            said.after = "987.65"
            said.sample = number
            seen = try database.add(said, seen: seen, in: output).log.last?.number ?? 0
        }
        let outcome = try #require(try database.outcome(ofSample: number))
        #expect(outcome.seen == cells.count && outcome.wrong == 1 && outcome.isFinished)
        #expect(
            outcome.bound
                == BinomialBound.upper(errors: 1, of: cells.count, confidence: 0.9))
        // taken back, it is to be looked at again
        var undo = entry(.undo, amount(0))
        undo.table = cells[1].table
        undo.undoes = 2
        _ = try database.add(undo, seen: seen, in: output)
        #expect(try database.outcome(ofSample: number)?.seen == cells.count - 1)
    }

    @Test func theSameSeedDrawsTheSame() throws {
        let design = SampleDesign(errorRate: 0.05, confidence: 0.95, seed: 11)
        let one = try #require(try database.draw(design, time: ""))
        let two = try #require(try database.draw(design, time: ""))
        #expect(one != two)
        #expect(
            try database.cells(ofSample: one) == database.cells(ofSample: two))
    }
}
