import PDFSource
import PageModel
import Testing

extension PDFSourceTests {
    /// The samples, page by page.
    @Suite struct SampleTests {
        @Test(arguments: [
            ("ministry-2024", 28), ("shanghai-2024", 22), ("ministry-2024-unruled", 28),
            ("ministry-2024-scanned", 28),
        ])
        func pageCount(name: String, count: Int) throws {
            #expect(try PDFDocument(path: Fixture.sample(name)).pageCount == count)
        }

        @Test func ruledPage() throws {
            let page = try PDFDocument(path: Fixture.sample("ministry-2024")).page(6)
            #expect(page.textKind == .digital)
            #expect(page.text.contains("收入支出决算总表"))
            #expect(page.text.contains("1,358.64"))
            let rows = Set(page.rulings(.horizontal).map { Int($0.position.rounded()) })
            let columns = Set(page.rulings(.vertical).map { Int($0.position.rounded()) })
            #expect(rows.count == 27, "26 rows")
            #expect(columns.count == 7, "6 columns")
        }

        /// The same words with and without rulings.
        @Test func unruledPages() throws {
            let ruled = try PDFDocument(path: Fixture.sample("ministry-2024"))
            let unruled = try PDFDocument(path: Fixture.sample("ministry-2024-unruled"))
            for number in 1...ruled.pageCount {
                let page = try unruled.page(number)
                #expect(page.rulings.isEmpty)
                #expect(page.text == (try ruled.page(number).text))
            }
        }

        @Test func landscapePages() throws {
            let document = try PDFDocument(path: Fixture.sample("shanghai-2024"))
            let page = try document.page(8)
            #expect(page.width > page.height)
            #expect(page.glyphs.allSatisfy { page.box.contains(x: $0.box.midX, y: $0.box.midY) })
        }

        @Test func scannedPages() throws {
            let document = try PDFDocument(path: Fixture.sample("ministry-2024-scanned"))
            for number in 1...document.pageCount {
                let page = try document.page(number)
                #expect(page.textKind == .scanned)
                #expect(page.glyphs.isEmpty && page.rulings.isEmpty)
            }
        }

        /// The same page read again, also in another order, is the same.
        @Test func readingLeavesNoTrace() throws {
            let document = try PDFDocument(path: Fixture.sample("shanghai-2024"))
            let forth = try [5, 6, 7].map { try document.page($0) }
            let back = try [7, 6, 5].map { try document.page($0) }
            #expect(forth == back.reversed())
        }
    }
}
