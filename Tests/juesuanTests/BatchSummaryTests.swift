import Dataset
import Testing

@testable import juesuan

@Suite struct BatchSummaryTests {
    private func reply(
        suspect: Int = 0, warnings: Int = 0, tables: Int = 1,
        status: ManifestEntry.Status = .done
    ) -> BatchReply {
        var reply = BatchReply(status: status, exitCode: 0)
        reply.facts = ManifestEntry.Facts(
            sha256: "", pages: 2, tables: tables, suspect: suspect, warnings: warnings,
            extractor: "")
        return reply
    }

    @Test func namesTenOfThoseInDoubtTheWorstFirst() {
        var summary = BatchSummary(total: 20)
        for number in 1...16 { summary.count(reply(warnings: 16 - number + 1), "w\(number).pdf") }
        summary.count(reply(suspect: 1), "in/决算 (1).pdf")
        summary.count(reply(), "good.pdf")
        summary.count(reply(tables: 0, status: .noText), "scan.pdf")
        summary.count(reply(tables: 0, status: .noTable), "prose.pdf")
        let lines = summary.lines(folder: "out", namesDoubts: true)
        #expect(
            lines[0] == "20 documents: 18 tables on 40 pages, in out/; 19 to look at; "
                + "1 of pictures only, which need OCR; 1 without tables")
        #expect(lines[2] == "look first at (10 of 19):")
        // as it is pasted
        #expect(lines[3] == "  'in/决算 (1).pdf'  1 suspect number")
        #expect(lines[4] == "  w1.pdf             16 warnings")
        #expect(lines.count == 14)
        #expect(lines.last == "beside their pages: juesuan review out")
    }

    @Test func allAreNamedWhereTheyAreFew() {
        var summary = BatchSummary(total: 2)
        summary.count(reply(tables: 0, status: .noText), "scan.pdf")
        summary.count(reply(suspect: 2, warnings: 1), "-a.pdf")
        let lines = summary.lines(folder: "my out", namesDoubts: true)
        #expect(
            lines.dropFirst(2) == [
                "look first at:", "  ./-a.pdf  2 suspect numbers, 1 warning",
                "  scan.pdf  pictures only", "beside their pages: juesuan review 'my out'",
            ])
        #expect(summary.lines(folder: "my out", namesDoubts: false).count == 2)
    }

    @Test(arguments: [
        (5, false, true), (6, false, false), (6, true, true), (1, false, true),
    ])
    func ofManyDocumentsOnlyTheSumIsShown(total: Int, verbose: Bool, isShown: Bool) {
        var options = MessageOptions()
        options.quiet = false
        options.verbose = verbose
        let detail = BatchDetail(total: total, options: options, isWatched: true)
        #expect(detail.showsDocuments == isShown)
    }
}
