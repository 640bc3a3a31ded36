import Dataset
import Testing

@testable import juesuan

@Suite struct OptionTests {
    @Test(arguments: [
        ("5", [5...5]), ("5-9,12", [5...9, 12...12]), ("3-3", [3...3]),
    ])
    func pages(text: String, expected: [ClosedRange<Int>]) {
        #expect(PageSelection(argument: text)?.ranges == expected)
    }

    @Test(arguments: [
        "", "0", "-1", "5-", "9-5", "a", "1,,2", "1-2-3", "1 2", "99999999999999999999",
    ])
    func wrongPages(text: String) { #expect(PageSelection(argument: text) == nil) }

    @Test func formats() {
        #expect(FormatSelection(argument: "json,csv") == .standard)
        #expect(FormatSelection(argument: "csv")?.formats == [.csv])
        for text in ["", "xml", "csv,", "csv,xml"] {
            #expect(FormatSelection(argument: text) == nil)
        }
        #expect(FormatSelection.standard.description == "csv,json")
        #expect(FormatSelection(argument: "xlsx,csv")?.formats == [.csv, .xlsx])
    }

    @Test(arguments: [([3], "3"), ([1, 2, 3, 7], "1-3,7"), ([9, 1, 1], "1,9"), ([], "")])
    func pageLists(pages: [Int], expected: String) { #expect(PageList.text(pages) == expected) }
}
