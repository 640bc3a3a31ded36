import Dataset
import Foundation
import Review
import Testing

/// Reports of documents whose texts want to be more than text.
@Suite struct ReportPageTests {
    private static let hostile =
        "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u{0}\u{1F}\"'&"

    private func report(_ text: String) -> String {
        let document = DocumentRecord(
            source: SourceRecord(
                file: text, sha256: String(repeating: "ab12", count: 16), bytes: 1, pages: 1,
                producer: text, extractor: text),
            organisation: text,
            warnings: [WarningRecord(page: 1, code: text, message: text)])
        let page = ReportPage(
            folder: text, document: document, pictures: [(page: 1, bytes: [1, 2, 3])])
        return String(decoding: page.bytes, as: UTF8.self)
    }

    @Test func textsOpenAndCloseNothing() {
        let plain = report("部门")
        let page = report(ReportPageTests.hostile)
        #expect(
            page.components(separatedBy: "<script").count
                == plain.components(separatedBy: "<script").count)
        #expect(
            page.components(separatedBy: "</script").count
                == plain.components(separatedBy: "</script").count)
        #expect(!page.contains("<img src=x"))
        #expect(page.contains("&lt;/script&gt;"))
    }

    @Test func theDataIsTheDocument() throws {
        let page = report(ReportPageTests.hostile)
        let start = try #require(page.range(of: "id=\"data\">"))
        let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
        let data = Data(page[start.upperBound..<end.lowerBound].utf8)
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let document = try #require(json["document"] as? [String: Any])
        #expect(document["organisation"] as? String == ReportPageTests.hostile)
    }

    /// Nothing comes from elsewhere, and no script runs but its own.
    @Test func itStandsForItself() {
        let page = report("部门")
        #expect(page.contains("default-src 'none'"))
        #expect(!page.contains("unsafe-inline"))
        for outside in ["http://", "https://", "src=\"/", "import "] {
            #expect(!page.contains(outside), "\(outside)")
        }
    }
}
