import Dataset
import FinalAccounts
import JuesuanTestSupport
import Testing

@testable import Digitizer

@Suite("A report whose text and tables are two files")
struct SplitReportsTests {
    /// The sample, taken apart; `change` is done to its paragraphs.
    private func parts(
        _ change: (inout String) -> Void = { _ in }
    ) throws -> (text: DocumentRecord, tables: DocumentRecord) {
        let whole = try Digitizer.digitize(path: Repository.path(of: "samples/shanghai-2024.pdf"))
        var (text, tables) = (whole, whole)
        text.tables = []
        for index in text.paragraphs.indices { change(&text.paragraphs[index].text) }
        text.checkAccounts(with: .standard)
        tables.paragraphs = []
        tables.checkAccounts(with: .standard)
        return (text, tables)
    }

    private func joined(_ documents: DocumentRecord...) -> [SplitReports.Joined] {
        var split = SplitReports()
        for (number, document) in documents.enumerated() { split.add(document, path: "\(number)") }
        return split.pairs.compactMap { pair in
            guard let text = Int(pair.text), let tables = Int(pair.tables) else { return nil }
            return SplitReports.Joined(
                text: documents[text], at: pair.text, tables: documents[tables], at: pair.tables,
                checker: .standard)
        }
    }

    @Test("Sentences are held against the other file's tables, and agree")
    func sound() throws {
        let (text, tables) = try parts()
        let found = joined(tables, text)
        let report = try #require(found.first)
        #expect(found.count == 1 && report.text == "1" && report.tables == "0")
        #expect(report.document.accounts.checks.count { !$0.prose.isEmpty } > 10)
        #expect(report.document.accounts.findings.isEmpty)
    }

    @Test(
        "A figure that the tables do not bear out is found, though the text alone says nothing of it"
    )
    func slip() throws {
        var isDone = false
        let (text, tables) = try parts { paragraph in
            guard !isDone, let range = paragraph.firstRange(of: "本年收入8,456.17") else { return }
            paragraph.replaceSubrange(range, with: "本年收入8,465.17")
            isDone = true
        }
        #expect(isDone)
        let report = try #require(joined(text, tables).first)
        #expect(
            report.document.accounts.findings.contains {
                $0.printed == "8,465.17" || $0.printed == "8465.17"
            })
    }

    @Test("Another year's tables, another unit's, and two that would fit are not taken")
    func others() throws {
        let (text, tables) = try parts()
        var other = tables
        other.year = tables.year.map { $0 - 1 }
        #expect(joined(text, other).isEmpty)
        other = tables
        other.organisation = "某某区教育局"
        #expect(joined(text, other).isEmpty)
        other = tables
        other.scope = text.scope == .unit ? .department : .unit
        #expect(joined(text, other).isEmpty)
        #expect(joined(text, tables, tables).isEmpty)
    }
}
