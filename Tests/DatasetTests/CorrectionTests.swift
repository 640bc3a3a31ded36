import Dataset
import Digitizer
import FinalAccounts
import JuesuanTestSupport
import Testing
import TextRepair

/// What people say of tables, and what becomes of it.
@Suite struct CorrectionTests {
    private static let sample = Repository.path(of: "samples/ministry-2024.pdf")
    private var bytes: [UInt8]
    private let document: DocumentRecord

    init() throws {
        let digitized = try Digitizer.digitize(path: CorrectionTests.sample)
        bytes = DocumentJSON.bytes(of: digitized)
        document = digitized
    }

    /// The n-th amount of a table that is not zero.
    private func amount(_ number: Int = 0, table: Int = 1) -> CellRecord {
        document.tables[table].cells.filter { $0.amount.map { $0 != "0.00" } ?? false }[number]
    }

    private func entry(
        _ kind: Correction.Kind, _ cell: CellRecord, table: Int = 1, after: String = "",
        last: Int? = nil, number: Int = 1
    ) -> Correction {
        var entry = Correction(
            document: document.source.sha256, table: document.tables[table].id,
            title: document.tables[table].title, kind: kind, row: cell.row, column: cell.column,
            last: last, reviewer: "甲", time: "2026-01-02T03:04:05Z")
        entry.number = number
        entry.after = after
        entry.before = document.tables[table].text(at: entry) ?? ""
        return entry
    }

    private func corrected(_ log: [Correction]) throws -> CorrectedDocument {
        try #require(CorrectedDocument(bytes, log: log, checker: .standard))
    }

    private func cell(_ place: CellRecord, in document: DocumentRecord, table: Int = 1)
        -> CellRecord?
    {
        document.tables[table].cells.first { $0.row == place.row && $0.column == place.column }
    }

    // MARK: Cells

    @Test func nothingSaidChangesNothing() throws {
        #expect(try corrected([]).bytes == bytes)
    }

    @Test func aCorrectionIsInTheCellTheRowsAndTheRecords() throws {
        let cell = amount(3)
        let after = try corrected([entry(.correct, cell, after: "12,345.67")]).document
        let changed = try #require(self.cell(cell, in: after))
        #expect(changed.raw == cell.raw)
        #expect(changed.text == "12,345.67")
        #expect(changed.amount == "12345.67")
        #expect(changed.status == .corrected)
        #expect(changed.edits.last?.rule == "correction")
        let table = after.tables[1]
        #expect(table.rows[cell.row - table.header.count][cell.column] == "12,345.67")
        let record = after.accounts.records.first {
            $0.cell == CellPlace(table: 1, row: cell.row, column: cell.column)
        }
        #expect(record?.amount == "12345.67")
        #expect(record?.status == .corrected)
    }

    @Test func theChecksRunAgain() throws {
        let cell = amount(3)
        #expect(document.accounts.findings.allSatisfy { !$0.isFailure })
        let wrong = entry(.correct, cell, after: "1.00")
        #expect(try corrected([wrong]).document.accounts.findings.contains { $0.isFailure })
        var back = entry(.correct, cell, after: cell.text, number: 2)
        back.before = "1.00"
        #expect(
            try corrected([wrong, back]).document.accounts.findings.allSatisfy { !$0.isFailure })
    }

    @Test func whatIsConfirmedOrUnreadable() throws {
        let confirmed = try corrected([entry(.confirm, amount(0))]).document
        #expect(cell(amount(0), in: confirmed)?.status == .confirmed)
        let unreadable = try corrected([entry(.unreadable, amount(0))]).document
        let lost = try #require(cell(amount(0), in: unreadable))
        #expect(lost.amount == nil && lost.status == .suspect && lost.doubt != nil)
        #expect(lost.text == amount(0).text)
    }

    @Test func whatIsUndoneWasNeverSaid() throws {
        var undo = entry(.undo, amount(3), number: 2)
        undo.undoes = 1
        let after = try corrected([entry(.correct, amount(3), after: "1.00"), undo])
        #expect(after.bytes == bytes)
        #expect(after.misfits.isEmpty)
    }

    /// A newer version reads something else there: it is told and left alone.
    @Test func whatNoLongerFitsIsReported() throws {
        var old = entry(.correct, amount(3), after: "1.00")
        old.before = "9.99"
        let other = entry(.confirm, amount(4), number: 2)
        let after = try corrected([old, other])
        #expect(after.misfits.map(\.correction.number) == [1])
        #expect(after.misfits.first?.misfit == .otherText(amount(3).text))
        #expect(cell(amount(3), in: after.document)?.text == amount(3).text)
        #expect(cell(amount(4), in: after.document)?.status == .confirmed)
    }

    /// A newer version counts a table more: the entry finds its own by the title.
    @Test func aTableIsFoundByItsTitle() throws {
        var moved = entry(.correct, amount(3), after: "1.00")
        moved.table = "t09"
        let after = try corrected([moved])
        #expect(after.misfits.isEmpty)
        #expect(cell(amount(3), in: after.document)?.status == .corrected)
    }

    /// Without the engine's other readings a relation proves less of a scan.
    @Test func aScannedNumberIsNotProvedByCheckingAgain() throws {
        var scanned = document
        let place = try #require(
            scanned.tables[1].cells.firstIndex { $0.status == .proved && $0.amount != "0.00" })
        scanned.tables[1].cells[place].certainty = 0.97
        scanned.tables[1].cells[place].status = .plausible
        let after = try #require(
            CorrectedDocument(
                DocumentJSON.bytes(of: scanned),
                log: [entry(.confirm, amount(0, table: 2), table: 2)],
                checker: .standard))
        #expect(after.document.tables[1].cells[place].status == .plausible)
    }

    // MARK: Rows and columns

    /// The grids say what the cells say, whatever was done.
    private func isWhole(_ table: TableRecord) -> Bool {
        let width = TableCSV.columnCount(of: table)
        let height = table.header.count + table.rows.count
        var taken = [[Bool]](
            repeating: [Bool](repeating: false, count: width), count: height)
        for cell in table.cells {
            for row in cell.row..<cell.row + cell.rowSpan {
                for column in cell.column..<cell.column + cell.columnSpan {
                    guard row < height, column < width, !taken[row][column] else { return false }
                    taken[row][column] = true
                }
            }
            let grid = table.header + table.rows
            guard grid[cell.row][cell.column] == cell.text else { return false }
        }
        return (table.header + table.rows).allSatisfy { $0.count == width }
    }

    @Test(arguments: [
        Correction.Kind.insertRow, .deleteRow, .mergeRows, .insertColumn, .deleteColumn,
        .mergeColumns,
    ])
    func tablesStayWhole(kind: Correction.Kind) throws {
        for (number, table) in document.tables.enumerated() {
            #expect(isWhole(table))
            let rows = table.header.count + table.rows.count
            let columns = TableCSV.columnCount(of: table)
            let isOfRows = [.insertRow, .deleteRow, .mergeRows].contains(kind)
            for place in 0..<(isOfRows ? rows : columns) {
                var said = Correction(
                    document: document.source.sha256, table: table.id, title: table.title,
                    kind: kind, row: isOfRows ? place : 0, column: isOfRows ? 0 : place,
                    last: place + 1, reviewer: "甲", time: "")
                said.before = table.text(at: said) ?? ""
                var after = document
                do throws(CorrectionMisfit) {
                    try after.apply(said)
                } catch {
                    #expect(error == .headerAndBody || error == .noPlace, "\(error)")
                    continue
                }
                #expect(isWhole(after.tables[number]), "\(kind) \(place) of \(table.id)")
            }
        }
    }

    /// Numbers as a request may have them: there is no such place, and nothing ends for it.
    @Test(arguments: Correction.Kind.allCases.filter { $0 != .undo })
    func placesBeyondEveryTable(kind: Correction.Kind) throws {
        let numbers = [Int.min, -1, 0, 1, 1 << 40, Int.max - 1, Int.max]
        for row in numbers {
            for column in numbers {
                for last in numbers + [nil] where !(row == 0 && column == 0) || last == Int.max {
                    var said = Correction(
                        document: document.source.sha256, table: document.tables[1].id,
                        title: document.tables[1].title, kind: kind, row: row, column: column,
                        last: last, reviewer: "甲", time: "")
                    said.before = document.tables[1].text(at: said) ?? ""
                    var after = document
                    try? after.apply(said)
                    #expect(isWhole(after.tables[1]), "\(kind) \(row) \(column)")
                }
            }
        }
    }

    @Test func whatIsInsertedCanBeDeleted() throws {
        let table = document.tables[1]
        for place in 0...(table.header.count + table.rows.count) {
            var insertion = Correction(
                document: "", table: table.id, title: table.title, kind: .insertRow, row: place,
                column: 0, reviewer: "", time: "")
            insertion.before = table.text(at: insertion) ?? ""
            var after = document
            try after.apply(insertion)
            var deletion = insertion
            deletion.kind = .deleteRow
            deletion.before = after.tables[1].text(at: deletion) ?? ""
            try after.apply(deletion)
            #expect(after.tables[1].rows == table.rows)
            #expect(after.tables[1].header == table.header)
        }
    }

    /// A row that was cut in two: its halves are one again, and its numbers count.
    @Test func aCutRowIsMerged() throws {
        let first = amount(0)
        var insertion = entry(.insertRow, first)
        insertion.row = first.row + 1
        insertion.column = 0
        insertion.before = document.tables[1].text(at: insertion) ?? ""
        var cut = document
        try cut.apply(insertion)
        var merge = insertion
        merge.kind = .mergeRows
        merge.row = first.row
        merge.last = first.row + 1
        merge.before = cut.tables[1].text(at: merge) ?? ""
        try cut.apply(merge)
        #expect(cut.tables[1].rows == document.tables[1].rows)
        let merged = try #require(cell(first, in: cut))
        #expect(merged.amount == first.amount)
    }
}
