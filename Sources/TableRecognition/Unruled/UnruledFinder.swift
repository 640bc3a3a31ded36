internal import PageModel

/// Finds tables in the text that no ruling frames.
struct UnruledFinder {
    let page: Page
    /// Lines outside ruled tables, without furniture.
    let lines: [TextLine]
    let rulings: [Ruling]
    /// The fragment without full rulings that ended the page before; nil when none did.
    let previous: Fragment?

    func find() -> (fragments: [Fragment], lines: [TextLine]) {
        let regions = TableRegion.find(lines, page: page, continues: previous != nil)
        var fragments: [Fragment] = []
        var used: Set<TextLine> = []
        for (index, region) in regions.enumerated() {
            guard let first = region.lines.first, let last = region.lines.last else { continue }
            let inside = rulings.filter {
                $0.position > first.box.midY && $0.position < last.box.midY && $0.length > 60
            }
            let goesOn = index == 0 && lines.first == first
            let builder = UnruledFragment(
                page: page.number,
                lines: region.lines.map { $0.glyphs.sorted { $0.box.x0 < $1.box.x0 } },
                rulings: inside, previous: goesOn ? previous : nil)
            guard let fragment = builder.build() else { continue }
            fragments.append(fragment)
            used.formUnion(region.lines)
        }
        return (fragments, lines.filter { !used.contains($0) })
    }
}
