import Dataset
import Digitizer
import FinalAccounts
import Foundation
import JuesuanTestSupport
import PageModel
import TableRecognition
import Testing

/// Whole reports: the samples, and the corpus where it lies beside the repository.
@Suite struct ReportTests {
    static let nine: Set<String> = [
        "income-expenditure-summary", "income", "expenditure", "fiscal-summary",
        "general-budget-expenditure", "basic-expenditure", "fund-income-expenditure",
        "state-capital-expenditure", "three-public",
    ]

    /// So many of the figures that are not zero must be proved.
    static let leastProved = 0.9

    @Test(arguments: ["ministry-2024", "ministry-2024-unruled", "shanghai-2024"])
    func samples(name: String) throws {
        let document = try Digitizer.digitize(path: Repository.path(of: "samples/\(name).pdf"))
        #expect(ReportTests.nine.isSubset(of: document.tables.compactMap(\.catalogue)))
        #expect(document.tables.allSatisfy { $0.catalogue != nil })
        #expect(document.accounts.findings.filter(\.isFailure).map(\.message) == [])
        expectRecords(document)
    }

    @Test(.enabled(if: Corpus.path != nil, "SKIPPED: ../shared/corpus is not there"))
    func corpus() throws {
        let corpus = try #require(Corpus.path)
        for folder in ["real", "budget", "generated"] {
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(corpus)/\(folder)")
            for name in names.sorted() where name.hasSuffix(".pdf") {
                let path = "\(corpus)/\(folder)/\(name)"
                let document = try Digitizer.digitize(path: path)
                // a text layer that lies leaves nothing to be known
                if document.pages.contains(where: { $0.text == .unreliable }) { continue }
                // forms of other kinds are attached to some reports
                let unknown = document.tables.filter { $0.catalogue == nil }.compactMap(\.title)
                    .filter { AccountKind(title: $0) != nil }
                #expect(unknown == [], "\(name)")
                expectRecords(document)
                expectPlanted(document, path)
            }
        }
    }

    /// Every amount of a known table has its record, and most are proved.
    private func expectRecords(_ document: DocumentRecord) {
        let name = document.source.file
        let cells = Set(document.accounts.records.map(\.cell))
        for (number, table) in document.tables.enumerated() where table.catalogue != nil {
            let missing = table.cells.filter {
                $0.kind == .amount && $0.amount != nil
                    && !cells.contains(CellPlace(table: number, row: $0.row, column: $0.column))
            }
            #expect(missing.map(\.text) == [], "\(name): \(table.title ?? table.id)")
        }
        let money = document.accounts.records.filter { $0.unit != nil && !isZero($0.amount) }
        guard !money.isEmpty else { return }
        let share = Double(money.count { $0.status == .proved }) / Double(money.count)
        #expect(share >= ReportTests.leastProved, "\(name): \(share)")
    }

    private func isZero(_ amount: String) -> Bool { !amount.contains { $0 != "0" && $0 != "." } }

    /// Real errors of published reports that nobody had listed; each was read on its page.
    private static let readOnThePage: Set<String> = ["9645.51"]

    /// Figures that a reader of the published reports has found to be wrong.
    private func judgedTrue(_ file: String) -> Set<String> {
        let path = (Corpus.path ?? "") + "/findings.tsv"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let rows = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        let tokens = rows.filter { $0.count > 3 && $0[0] == file && $0[3] == "true" }.map { $0[2] }
        return ReportTests.readOnThePage.union(tokens)
    }

    /// No relation fails but those that the report itself gets wrong, and those are located.
    private func expectPlanted(_ document: DocumentRecord, _ path: String) {
        struct Truth: Decodable {
            struct Planted: Decodable {
                var printed: String
                var right: String
            }
            var planted_errors: [Planted]?
        }
        let file = String(path.dropLast(4)) + ".json"
        let truth = (FileManager.default.contents(atPath: file))
            .flatMap { try? JSONDecoder().decode(Truth.self, from: $0) }
        let found = document.accounts.findings.filter(\.isFailure)
        guard let truth else {
            let known = judgedTrue(document.source.file)
            let others = found.filter { finding in
                !known.contains { finding.printed?.hasPrefix($0) ?? false }
            }
            #expect(others.map(\.message) == [], "\(document.source.file)")
            return
        }
        let planted = truth.planted_errors ?? []
        #expect(found.compactMap(\.printed) == planted.map(\.printed), "\(document.source.file)")
        #expect(found.compactMap(\.mend) == planted.map(\.right), "\(document.source.file)")
    }
}

/// The corpus of published reports, beside the repository.
enum Corpus {
    static var path: String? {
        let shared =
            ProcessInfo.processInfo.environment["SHARED"] ?? Repository.path(of: "../shared")
        let corpus = shared + "/corpus"
        return FileManager.default.fileExists(atPath: corpus) ? corpus : nil
    }
}
