public import PageModel

/// What recognition makes of a document's pages.
public struct Recognition: Sendable {
    public var tables: [Table]
    /// For each page the lines that no table, caption or note took, headers and footers apart.
    public var remaining: [RemainingText]
}

/// Text of one page outside its tables.
public struct RemainingText: Sendable {
    public var page: Int
    public var lines: [TextLine]
    /// Page numbers, running headers and footers.
    public var furniture: [TextLine]
}

/// From pages to tables: a pure function of the pages' glyphs and rulings.
public enum TableRecognizer {
    public static func recognise(_ pages: [Page]) -> Recognition {
        let found = pages.map { FragmentFinder(page: $0).find() }
        let furniture = PageFurniture.find(zip(pages, found).map { ($0.height, $1.lines) })
        var joiner = TableJoiner()
        var remaining: [RemainingText] = []
        for (index, page) in pages.enumerated() {
            let lines = found[index].lines
            let text = lines.indices.filter { !furniture[index].contains($0) }.map { lines[$0] }
            joiner.add(PageLayout(page: page, fragments: found[index].fragments, lines: text))
            remaining.append(
                RemainingText(
                    page: page.number, lines: text,
                    furniture: furniture[index].sorted().map { lines[$0] }))
        }
        for index in remaining.indices {
            let taken = joiner.taken[remaining[index].page] ?? []
            remaining[index].lines.removeAll { taken.contains($0) }
        }
        return Recognition(tables: joiner.drafts.map(TableAssembly.table), remaining: remaining)
    }
}
