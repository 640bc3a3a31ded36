import Testing

@testable import TextRepair

/// How often words stand in a text, asked once or thousands of times.
@Suite struct PhraseCountsTests {
    private static let texts = ["研究究竟研究", "政策措施建议", "", "政策措施施建议研究", "ab政策", "研究\u{1F600}研"]

    private static let phrases = [
        "研", "研究", "研究究", "究竟", "政策措施", "施施", "竟研", "究政", "建议研究", "a", "ab政", "b",
        "策ab", "没有", "研究究竟研究", "研\u{1F600}", "究\u{1F600}研",
        "研究究竟研究政策措施建议政策措施施建议研究研究究竟研究政策措施建议",
    ]

    /// In each text by itself, however the two overlap.
    private static func counted(_ phrase: String) -> Int {
        let wanted = Array(phrase.unicodeScalars)
        return texts.reduce(0) { sum, text in
            let scalars = Array(text.unicodeScalars)
            guard scalars.count >= wanted.count else { return sum }
            return sum
                + (0...(scalars.count - wanted.count)).count {
                    scalars[$0..<($0 + wanted.count)].elementsEqual(wanted)
                }
        }
    }

    @Test func theFirstAndTheHundredthAnswerAreTheSame() {
        let counts = PhraseCounts(PhraseCountsTests.texts)
        for _ in 0..<5 {
            for phrase in PhraseCountsTests.phrases {
                #expect(counts.count(of: phrase) == PhraseCountsTests.counted(phrase), "\(phrase)")
            }
        }
        #expect(counts.count(of: "") == 0)
    }

    /// A page break in each of thousands of pages asks some times over.
    @Test func manyQuestionsTakeNotTheTimeOfTheirProduct() {
        let text = (0..<8000).map { "第\($0)项政策措施" }
        let counts = PhraseCounts(text)
        var found = 0
        let time = ContinuousClock().measure {
            for number in text.indices { found += counts.count(of: "第\(number)项") }
        }
        #expect(found == text.count)
        // a look through all of it for each would take minutes
        #expect(time < .seconds(30))
    }
}
