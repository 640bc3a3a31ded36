/// A paragraph before its repair: its lines, and where pages break.
package struct ParagraphDraft {
    package var page: Int
    package var pieces: [String]
    /// Pieces that begin a page.
    private(set) var breaks: [Int] = []

    package init(page: Int, pieces: [String]) {
        self.page = page
        self.pieces = pieces
    }

    /// The last piece begins a page.
    package mutating func addBreak() { breaks.append(pieces.count - 1) }

    /// The paragraphs, joined and repaired.
    package static func finished(_ drafts: [ParagraphDraft], terms: [String]) -> [Paragraph] {
        var witness: PhraseCounts?
        return drafts.map { draft in
            guard !draft.breaks.isEmpty else { return draft.paragraph(overlaps: nil) }
            // most documents have few breaks with a repetition: count when the first is seen
            if witness == nil, draft.hasRepetition {
                witness = PhraseCounts(drafts.flatMap(\.pieces) + terms)
            }
            return draft.paragraph(overlaps: witness)
        }
    }

    private var hasRepetition: Bool {
        breaks.contains { PageBreakOverlap.repetition(pieces[$0 - 1], pieces[$0]) != nil }
    }

    private func paragraph(overlaps witness: PhraseCounts?) -> Paragraph {
        var text = pieces[0]
        var edits: [TextEdit] = []
        var doubts: [String] = []
        for (number, piece) in pieces.enumerated().dropFirst() {
            var piece = piece
            if let witness, breaks.contains(number),
                let overlap = PageBreakOverlap(before: text, after: piece, witness)
            {
                switch overlap.verdict {
                case .doubled:
                    edits.append(
                        TextEdit(
                            rule: PageBreakOverlap.rule, at: text.unicodeScalars.count,
                            before: overlap.repeated, after: ""))
                    piece = String(piece.dropFirst(overlap.repeated.count))
                case .meant: break
                case .unknown:
                    doubts.append(
                        "“\(overlap.repeated)” stands at the end of a page and again at the "
                            + "beginning of the next; nothing in the document tells whether it is "
                            + "meant twice")
                }
            }
            CellText.append(piece, to: &text)
        }
        let repaired = TextRepair.repaired(text)
        return Paragraph(
            page: page, text: repaired.text, edits: edits + repaired.edits, doubts: doubts)
    }
}
