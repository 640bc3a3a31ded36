import Dataset
import FinalAccounts
import JuesuanTestSupport
import Testing

@testable import Digitizer

/// The reports of several units in one PDF.
@Suite struct SeveralReportsTests {
    private func sample(_ name: String) throws -> DocumentRecord {
        try Digitizer.digitize(path: Repository.path(of: "samples/\(name).pdf"))
    }

    @Test func proseIsNotComparedAndTheUnitIsNotGuessed() throws {
        let one = try sample("ministry-2024")
        let other = try sample("shanghai-2024")
        #expect(one.organisation != nil && !one.accounts.isSeveral)
        #expect(!one.warnings.contains { $0.code == "several-reports" })
        var both = one
        both.tables += other.tables
        both.paragraphs += other.paragraphs
        both.finish(Digitizer.Options())
        #expect(both.accounts.isSeveral)
        #expect(both.organisation == nil)
        #expect(both.warnings.filter { $0.code == "several-reports" }.count == 1)
        #expect(both.accounts.checks.allSatisfy { $0.prose.isEmpty })
        #expect(!both.accounts.checks.contains { $0.result == .fails })
        func proved(_ document: DocumentRecord) -> Int {
            document.accounts.records.count { $0.status == .proved }
        }
        #expect(proved(both) > (proved(one) + proved(other)) * 9 / 10)
    }
}
