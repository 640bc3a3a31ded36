public import PageModel

/// What recognition makes of a document's pages.
public struct Recognition: Sendable {
    public var tables: [Table]
    /// For each page the lines that no table, caption or note took, headers and footers apart.
    public var remaining: [RemainingText]
    /// What captions and notes took, by page.
    public var claimed: [ClaimedText]
}

/// Text of one page that says something about a table: its title, unit, note, and its header
/// printed again.
public struct ClaimedText: Sendable {
    public var page: Int
    public var texts: [String]
}

/// Text of one page outside its tables.
public struct RemainingText: Sendable {
    public var page: Int
    /// Of the page, points.
    public var width: Double
    public var lines: [TextLine]
    /// Page numbers, running headers and footers.
    public var furniture: [TextLine]
}

/// From pages to tables: a pure function of the pages' glyphs and rulings.
public enum TableRecognizer {
    public static func recognise(_ pages: [Page]) -> Recognition {
        recognise(pages.map { PageFindings($0) })
    }

    public static func recognise(_ findings: [PageFindings]) -> Recognition {
        var findings = findings
        return recognise(&findings)
    }

    /// Lets go of what each page told as soon as it is in a table or in the text that remains: that is most of a
    /// long document.
    public static func recognise(_ findings: inout [PageFindings]) -> Recognition {
        let furniture = PageFurniture.find(findings.map { ($0.page.height, $0.ruled.lines) })
        var joiner = TableJoiner()
        var remaining: [RemainingText] = []
        var previous: Fragment?
        for index in findings.indices {
            let own = findings[index]
            let (page, ruled) = (own.page, own.ruled)
            findings[index].letGo()
            let all = ruled.lines
            let text = all.indices.filter { !furniture[index].contains($0) }.map { all[$0] }
            let found = UnruledFinder(
                page: page, lines: text, rulings: ruled.looseRulings, previous: previous,
                ruled: ruled.fragments
            ).find()
            let fragments = found.fragments.sorted {
                ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0)
            }
            joiner.add(
                PageLayout(
                    page: page, textSize: own.textSize, fragments: fragments, lines: found.lines))
            previous = joiner.isOpen ? fragments.last.flatMap { $0.kind == .ruled ? nil : $0 } : nil
            remaining.append(
                RemainingText(
                    page: page.number, width: page.width, lines: found.lines,
                    furniture: furniture[index].sorted().map { all[$0] }))
        }
        for index in remaining.indices {
            let taken = joiner.taken[remaining[index].page] ?? []
            remaining[index].lines.removeAll { taken.contains($0) }
        }
        let claimed = findings.map(\.page).map { page in
            let lines = (joiner.taken[page.number] ?? []).sorted { $0.box.y0 < $1.box.y0 }
            return ClaimedText(
                page: page.number, texts: lines.map(\.text) + (joiner.inner[page.number] ?? []))
        }
        return Recognition(
            tables: joiner.finish(), remaining: remaining, claimed: claimed)
    }
}
