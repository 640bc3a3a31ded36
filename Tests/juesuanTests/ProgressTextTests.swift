import Testing

@testable import juesuan

@Suite struct ProgressTextTests {
    private func text(
        done: Int, own: Int, pages: Int, failed: Int = 0, seconds: Double = 0, since: Double = 0
    ) -> ProgressText {
        ProgressText(
            done: done, total: 40, pages: pages, failed: failed, own: own,
            ownPages: own > 0 ? pages : 0,
            seconds: seconds, secondsSince: since)
    }

    @Test func saysHowFarHowFastAndHowLong() {
        let middle = text(done: 12, own: 11, pages: 310, failed: 1, seconds: 10)
        #expect(middle.words == "12/40 documents, 310 pages, 31 pages/s, 0:25 left, 1 failed")
        #expect(
            middle.line(path: "a.pdf", width: 120)
                == "[######..............] \(middle.words)  a.pdf")
        var scans = middle
        scans.scanned = 7
        #expect(scans.words.hasPrefix("12/40 documents, 310 pages, 7 by OCR, 31 pages/s"))
        // time goes on while a document takes long
        #expect(text(done: 1, own: 1, pages: 9, seconds: 10, since: 30).words.contains("6:00 left"))
        #expect(text(done: 40, own: 40, pages: 99, seconds: 10).words.hasSuffix("9.9 pages/s"))
    }

    @Test func promisesNothingBeforeTheFirst() {
        #expect(text(done: 0, own: 0, pages: 0).words == "0/40 documents, 0 pages")
        // what was done before, or failed at once, says nothing of what is to come
        #expect(
            text(done: 3, own: 0, pages: 9, failed: 1, seconds: 5).words
                == "3/40 documents, 9 pages, 1 failed")
    }

    @Test func aNarrowTerminalHasTheWordsOnly() {
        let start = text(done: 0, own: 0, pages: 0)
        #expect(start.line(path: "", width: 40) == "0/40 documents, 0 pages")
        #expect(start.line(path: "", width: 60) == "[....................] 0/40 documents, 0 pages")
    }

    @Test(arguments: [(0, "0:00"), (65, "1:05"), (3723, "1:02:03")])
    func clock(seconds: Int, expected: String) { #expect(ProgressText.clock(seconds) == expected) }
}
