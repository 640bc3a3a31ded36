internal import PageModel

/// Finds tables in the text that no ruling frames.
struct UnruledFinder {
    let page: Page
    /// Lines outside ruled tables, without furniture.
    let lines: [TextLine]
    let rulings: [Ruling]
    /// The fragment without full rulings that ended the page before; nil when none did.
    let previous: Fragment?
    /// Ruled fragments of this page.
    let ruled: [Fragment]

    /// A body begins within this distance (points) under a header that is ruled alone.
    static let bodyGap = 30.0

    /// All fragments of the page, and the lines that none of them took.
    func find() -> (fragments: [Fragment], lines: [TextLine]) {
        // a contents page lists codes, titles and page numbers in columns
        if lines.contains(where: { $0.text.withoutSpaces == "目录" }) { return (ruled, lines) }
        var heads = ruled.filter(\.isHeaderOnly)
        var rest = ruled
        var fragments: [Fragment] = []
        var used: Set<TextLine> = []
        let regions = TableRegion.find(
            lines, page: page, continues: previous != nil, heads: heads.map(\.box),
            bands: RuleBands.find(rulings, lines))
        for (index, region) in regions.enumerated() {
            guard let first = region.lines.first else { continue }
            let head = heads.firstIndex { head in
                let gap = first.box.y0 - head.box.y1
                return gap > -3 && gap < UnruledFinder.bodyGap && first.box.midX > head.box.x0
                    && first.box.midX < head.box.x1
            }
            let goesOn = index == 0 && lines.first == first
            let before = head.map { heads[$0] } ?? (goesOn ? previous : nil)
            guard var fragment = fragment(region, after: before) else { continue }
            if let head {
                guard fragment.lattice.xs == heads[head].lattice.xs else { continue }
                rest.removeAll { $0 == heads[head] }
                fragment = heads[head].over(fragment)
                heads.remove(at: head)
            }
            fragments.append(fragment)
            used.formUnion(region.lines)
        }
        return (rest + fragments, lines.filter { !used.contains($0) })
    }

    private func fragment(_ region: TableRegion, after before: Fragment?) -> Fragment? {
        guard let first = region.lines.first, let last = region.lines.last else { return nil }
        let inside = rulings.filter {
            $0.position > first.box.midY && $0.position < last.box.midY && $0.length > 60
        }
        if before == nil {
            let around = rulings.filter {
                $0.position > first.box.y0 - 10 && $0.position < last.box.y1 + 10
            }
            let form = FormFragment(
                page: page.number,
                lines: region.lines.map { $0.glyphs.sorted { $0.box.x0 < $1.box.x0 } },
                rules: around
            ).build()
            if let form { return form }
        }
        return UnruledFragment(
            page: page.number,
            lines: region.lines.map { $0.glyphs.sorted { $0.box.x0 < $1.box.x0 } },
            rulings: inside, previous: before
        ).build()
    }
}
