internal import TextRepair

/// Joins the lines of a transcript's prose to paragraphs.
///
/// A blank line parts paragraphs, but a page break leaves one too: what stops in mid-sentence goes on
/// after it.
enum TranscriptParagraphs {
    /// Shorter lines are headings, captions or names, which have no stop.
    private static let shortest = 20

    static func paragraphs(
        _ prose: [(lines: [String], page: Int)], terms: [String]
    ) -> [Paragraph] {
        var drafts: [ParagraphDraft] = []
        for (lines, page) in prose {
            for (number, line) in lines.enumerated() {
                let text = CellText.closed(line)
                if let last = drafts.last?.pieces.last, goesOn(last, text) {
                    drafts[drafts.count - 1].pieces.append(text)
                    if number == 0 { drafts[drafts.count - 1].addBreak() }
                } else {
                    drafts.append(ParagraphDraft(page: page, pieces: [text]))
                }
            }
        }
        return ParagraphDraft.finished(drafts, terms: terms)
    }

    private static func goesOn(_ last: String, _ next: String) -> Bool {
        // a comma ends nothing
        if last.hasSuffix("，") || last.hasSuffix("、") { return !ParagraphStart.isHeading(next) }
        guard last.count >= shortest, !ParagraphStart.endsSentence(last) else { return false }
        if ParagraphStart.isHeading(last) || ParagraphStart.isContentsLine(last) { return false }
        return !ParagraphStart.isItem(next) && !ParagraphStart.isHeading(next)
    }
}
