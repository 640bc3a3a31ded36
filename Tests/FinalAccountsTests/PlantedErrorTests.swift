import Dataset
import Digitizer
import FinalAccounts
import JuesuanTestSupport
import Testing

/// Errors planted one at a time in every amount of a sample.
@Suite struct PlantedErrorTests {
    static let leastNoticed = 0.95
    static let leastLocated = 0.8

    @Test(arguments: ["ministry-2024", "shanghai-2024"])
    func noticedAndLocated(name: String) throws {
        let document = try Digitizer.digitize(path: Repository.path(of: "samples/\(name).pdf"))
        var planter = ErrorPlanter(document.tables.map { $0.reportTable() })
        #expect(planter.untouched.findings.filter(\.isFailure).isEmpty)
        var total = ErrorPlanter.Score()
        for kind in ErrorPlanter.Kind.allCases where kind != .swappedAmounts {
            total += planter.score(kind)
        }
        #expect(total.planted > 1000)
        #expect(Double(total.noticed) >= PlantedErrorTests.leastNoticed * Double(total.planted))
        #expect(Double(total.located) >= PlantedErrorTests.leastLocated * Double(total.noticed))
    }
}
