import Dataset
import Digitizer
import Foundation
import JuesuanTestSupport
import PageModel
import TableRecognition
import Testing
import TextRepair

/// The whole way: what the samples were made from comes out of their PDFs.
@Suite struct SampleTests {
    private func digitize(_ name: String) throws -> DocumentRecord {
        try Digitizer.digitize(path: Repository.path(of: "samples/\(name).pdf"))
    }

    @Test(arguments: ["ministry-2024", "shanghai-2024"])
    func ruledSamplesCellByCell(name: String) throws {
        let truth = try SampleTruth.load(name)
        let document = try digitize(name)
        #expect(document.tables.count == truth.tables.count)
        for (table, wanted) in zip(document.tables, truth.tables) {
            #expect(plain(table.title) == plain(wanted.title))
            #expect(plain(table.code) == plain(wanted.code))
            #expect(plain(table.unit) == plain(wanted.unit))
            #expect(plain(table.organisation) == plain(wanted.organisation))
            #expect(table.pages == wanted.pages)
            #expect(plain(table.note) == plain(wanted.note))
            #expect(plain(table.header) == plain(wanted.header), "\(wanted.title ?? "-")")
            #expect(plain(table.rows) == plain(wanted.rows), "\(wanted.title ?? "-")")
            #expect(table.lattice == .ruled)
        }
        #expect(document.warnings.isEmpty)
        #expect(document.leftovers.isEmpty)
        #expect(document.kind == "final-accounts")
        #expect(document.year == 2024)
    }

    /// Without rulings every number has its row and column; of forms, whose cells no line shows,
    /// the numbers of each row.
    @Test func unruledSampleNumberByNumber() throws {
        let truth = try SampleTruth.load("ministry-2024-unruled")
        let document = try digitize("ministry-2024-unruled")
        #expect(document.tables.map { plain($0.title) } == truth.tables.map { plain($0.title) })
        for (table, wanted) in zip(document.tables, truth.tables) {
            if wanted.form == true {
                #expect(
                    numbers(table.header + table.rows) == numbers(wanted.rows),
                    "\(wanted.title ?? "-")")
                continue
            }
            #expect(table.rows.count == wanted.rows.count, "\(wanted.title ?? "-")")
            #expect(table.header.last.map { plain([$0]) } == wanted.header.last.map { plain([$0]) })
            for (row, wantedRow) in zip(table.rows, wanted.rows) {
                let (given, expected) = (row.map(plain), wantedRow.map(plain))
                for column in expected.indices where Amount.decimal(expected[column]) != nil {
                    #expect(
                        given.indices.contains(column) && given[column] == expected[column],
                        "\(wanted.title ?? "-"): \(given) for \(expected)")
                }
            }
        }
    }

    private func numbers(_ rows: [[String]]) -> [[String]] {
        rows.map { $0.map(plain).filter { Amount.decimal($0) != nil } }.filter { !$0.isEmpty }
    }

    @Test func scannedSampleIsReportedAsScanned() throws {
        let document = try digitize("ministry-2024-scanned")
        #expect(document.tables.isEmpty)
        #expect(document.pages.allSatisfy { $0.text == .scanned })
        #expect(document.warnings.count == document.pages.count)
        #expect(document.warnings.allSatisfy { $0.code == "scanned-page" })
    }

    @Test(arguments: ["ministry-2024", "shanghai-2024"])
    func proseComesOutInParagraphs(name: String) throws {
        let truth = try SampleTruth.load(name)
        let given = Set(try digitize(name).paragraphs.map { plain($0.text) })
        let missing = truth.paragraphs.filter { !given.contains(plain($0)) }
        #expect(missing == [])
    }

    @Test func onlyThePagesAskedFor() throws {
        let path = Repository.path(of: "samples/shanghai-2024.pdf")
        let document = try Digitizer.digitize(path: path, options: .init(pages: [5...7]))
        #expect(document.pages.map(\.page) == [5, 6, 7])
        #expect(document.tables.allSatisfy { $0.pages.allSatisfy((5...7).contains) })
        #expect(throws: DigitizerError.noSuchPage(99, pages: 22)) {
            try Digitizer.digitize(path: path, options: .init(pages: [99...99]))
        }
    }
}
