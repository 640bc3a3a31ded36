import JuesuanTestSupport
import Testing

/// A checker that lets everything pass would make the schema tests worthless.
@Suite struct SchemaCheckerTests {
    @Test(arguments: [
        (#""format": "juesuan-document/2""#, #""format": "other""#),
        (#""year": 2024"#, #""year": "2024""#),
        (#""rotation": 0"#, #""rotation": 45"#),
        (#""rowSpan": 1"#, #""rowSpan": 0"#),
        (#""status": "suspect""#, #""status": "sure""#),
        (#""amount": "1358.64""#, #""amount": "1,358.64""#),
        (#""amount": "1358.64", "#, ""),
        (#""unit": "万元","#, ""),
        (#""text": "密""#, #""text": "密", "colour": 1"#),
        ("[1.0, 2.0, 3.0, 4.1]", "[1.0, 2.0, 3.0]"),
        (#""page": null"#, #""page": 0"#),
    ])
    func noticesFaults(right: String, wrong: String) throws {
        let text = String(decoding: DocumentJSONTests.sample, as: UTF8.self)
        #expect(text.contains(right))
        let broken = text.replacing(right, with: wrong)
        #expect(try !SchemaChecker.published().faults(in: Array(broken.utf8)).isEmpty)
    }
}
