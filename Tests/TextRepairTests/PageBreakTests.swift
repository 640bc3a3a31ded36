import Testing

@testable import TextRepair

/// Characters that stand at the end of a page and again at the beginning of the next.
@Suite struct PageBreakTests {
    private func paragraph(_ before: String, _ after: String, elsewhere: String...) -> Paragraph {
        var draft = ParagraphDraft(page: 1, pieces: [before, after])
        draft.addBreak()
        // a break joins what was cut: the second piece goes on with the first
        let other = elsewhere.map { ParagraphDraft(page: 2, pieces: [$0]) }
        return ParagraphDraft.finished([draft] + other, terms: [])[0]
    }

    @Test func repeatedWhereTheDocumentWritesItOnceElsewhere() {
        let found = paragraph("优化资源的政策措施", "施建议，推动工作。", elsewhere: "提出政策措施建议。")
        #expect(found.text == "优化资源的政策措施建议，推动工作。")
        #expect(
            found.edits == [TextEdit(rule: "page-break-overlap", at: 9, before: "施", after: "")])
        #expect(found.doubts.isEmpty)
    }

    @Test func meantWhereTheDocumentWritesItTwiceElsewhere() {
        let found = paragraph("我们研究", "究竟如何。", elsewhere: "大家研究究竟为何。")
        #expect(found.text == "我们研究究竟如何。")
        #expect(found.edits.isEmpty && found.doubts.isEmpty)
    }

    @Test func leftWithADoubtWhereNothingTells() {
        let found = paragraph("我们研究", "究竟如何。", elsewhere: "另一句话。")
        #expect(found.text == "我们研究究竟如何。")
        #expect(found.edits.isEmpty)
        #expect(found.doubts.count == 1)
    }

    @Test func longerRepetitionsToo() {
        let found = paragraph(
            "开展隐患排查", "排查整治工作。", elsewhere: "组织隐患排查整治。", "又一次排查整治。")
        #expect(found.text == "开展隐患排查整治工作。")
    }

    @Test func figuresAreNeverARepetition() {
        let found = paragraph("支出为12", "2.50万元。", elsewhere: "支出为12.50万元。")
        #expect(found.text == "支出为122.50万元。")
    }

    @Test(arguments: [
        ("一、总体情况", true), ("（一）总体情况", true), ("1. 行政运行", true), ("（1）预算", true), ("2、其他", true),
        ("1.5万元", false), ("12.00%", false), ("总体情况", false), ("2024年度", false), ("十分重要", false),
    ])
    func itemsOfLists(text: String, isItem: Bool) {
        #expect(ParagraphStart.isItem(text) == isItem)
    }
}
