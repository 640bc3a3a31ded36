internal import PageModel

/// One page as recognition sees it: its fragments and the text outside them.
struct PageLayout {
    let page: Page
    /// The usual size of the page's characters, points.
    let textSize: Double
    let fragments: [Fragment]
    /// Without furniture.
    let lines: [TextLine]

    /// Lines whose middle lies between two heights.
    func lines(from top: Double, to bottom: Double) -> [TextLine] {
        lines.filter { $0.box.midY >= top && $0.box.midY < bottom }
    }
}

/// Lays the fragments of the pages together to whole tables.
struct TableJoiner {
    struct Draft {
        var grid: Grid
        var caption: TableCaption
        var note = TableNote(below: [], bottom: 0, right: 0)
        var headerRows: Int
        var lastPage: Int
    }

    /// Those that nothing more can join.
    private var tables: [Table] = []
    /// The last one, if any.
    private var drafts: [Draft] = []
    /// Lines that captions and notes took, by page.
    private(set) var taken: [Int: Set<TextLine>] = [:]
    /// Texts of cells that became caption or repeated a header, by page.
    private(set) var inner: [Int: [String]] = [:]
    /// Whether the last draft may go on on the next page.
    private(set) var isOpen = false
    /// Lines at the end of the page before: a title among them is one of the table that begins on this page.
    private var carried: (page: Int, lines: [TextLine]) = (0, [])
    /// So many lines at the end of a page can be of the table on the next one: code, title, year, organisation, unit.
    private static let mostCarried = 5

    mutating func add(_ layout: PageLayout) {
        takeNoteFromNextPage(layout)
        if layout.fragments.isEmpty {
            let rest = layout.lines.filter { !(taken[layout.page.number]?.contains($0) ?? false) }
            if !rest.isEmpty { isOpen = false }
            carried = (layout.page.number, Array(rest.suffix(TableJoiner.mostCarried)))
            return
        }
        var top = 0.0
        for (index, fragment) in layout.fragments.enumerated() {
            var above = layout.lines(from: top, to: fragment.box.y0 + 1)
            above.removeAll { taken[layout.page.number]?.contains($0) ?? false }
            var caption = TableCaption(
                above: above, table: fragment.box, pageWidth: layout.page.width,
                textSize: layout.textSize)
            if index == 0, !continues(fragment, caption, above: above) {
                adoptCarried(&caption, fragment, layout)
            }
            if index == 0, continues(fragment, caption, above: above) {
                extend(with: fragment)
            } else {
                begin(fragment, caption)
            }
            taken[layout.page.number, default: []].formUnion(caption.lines)
            let next =
                index + 1 < layout.fragments.count
                ? layout.fragments[index + 1].box.y0 : layout.page.height
            takeNote(under: fragment, layout, until: next)
            top = fragment.box.y1 - 1
        }
        closePage(layout)
    }

    // MARK: Continuing

    private func continues(
        _ fragment: Fragment, _ caption: TableCaption, above: [TextLine]
    ) -> Bool {
        guard isOpen, let open = drafts.last, !caption.isPrecededByProse else { return false }
        guard ColumnMatch.edges(of: fragment.lattice.xs, in: open.grid.xs) != nil else {
            return false
        }
        var grid = Grid(fragment)
        var inside = TableCaption()
        _ = InnerCaption.take(from: &grid, into: &inside)
        let repeated = repeatedHeader(of: grid, in: open)
        if let title = caption.title ?? inside.title {
            let open = open.caption.title.map { TableCaption.unmarked($0).title }
            guard title == open, repeated > 0 || caption.isContinuation else { return false }
        }
        if let name = caption.organisation, let old = open.caption.organisation, name != old {
            return false
        }
        if caption.code != nil, caption.code != open.caption.code { return false }
        return true
    }

    /// How many of the grid's first rows repeat the open table's header.
    private func repeatedHeader(of grid: Grid, in open: Draft) -> Int {
        // without rulings the same labels may be laid out a little differently
        if let own = grid.headerRows, own > 0,
            grid.repeatsHeader || labels(grid, own) == labels(open.grid, open.headerRows)
        {
            return own
        }
        if let count = nearlyRepeated(grid, open) { return count }
        // the whole header, or its last rows
        for first in 0..<open.headerRows {
            var count = 0
            while count + first < open.headerRows, count < grid.rowCount,
                filled(grid, count) == filled(open.grid, count + first)
            {
                count += 1
            }
            let words = (0..<count).contains { !filled(grid, $0).isEmpty }
            if words, count + first == open.headerRows || first == 0 { return count }
        }
        return 0
    }

    /// The whole header again, but for a cell in eight that OCR read in another way.
    private func nearlyRepeated(_ grid: Grid, _ open: Draft) -> Int? {
        guard open.headerRows > 0, grid.rowCount > open.headerRows else { return nil }
        let own = (0..<open.headerRows).map { filled(grid, $0) }
        let other = (0..<open.headerRows).map { filled(open.grid, $0) }
        guard own.map(\.count) == other.map(\.count) else { return nil }
        let pairs = zip(own.joined(), other.joined())
        let count = own.joined().count
        let different = pairs.count { $0 != $1 }
        return different > 0 && different * 8 <= count ? open.headerRows : nil
    }

    /// The texts of a row's cells, without those that are empty.
    private func filled(_ grid: Grid, _ row: Int) -> [String] {
        grid.texts(in: row).filter { !$0.isEmpty }
    }

    private func labels(_ grid: Grid, _ rows: Int) -> [String] {
        (0..<min(rows, grid.rowCount)).flatMap { grid.texts(in: $0) }.filter { !$0.isEmpty }
            .sorted()
    }

    private mutating func extend(with fragment: Fragment) {
        guard var open = drafts.popLast(),
            let edges = ColumnMatch.edges(of: fragment.lattice.xs, in: open.grid.xs)
        else { return }
        var next = Grid(fragment)
        var again = TableCaption()
        inner[fragment.page, default: []] += InnerCaption.take(from: &next, into: &again)
        let repeated = repeatedHeader(of: next, in: open)
        next = next.mapped(to: edges, xs: open.grid.xs)
        inner[fragment.page, default: []] += next.texts(inFirst: repeated)
        next.dropFirst(repeated)
        if RowCut.joins(open.grid, next, headerRows: open.headerRows) {
            next = RowCut.merge(&open.grid, next)
            if !open.grid.pages.contains(fragment.page) { open.grid.pages.append(fragment.page) }
        }
        if next.rowCount > 0 || !next.cells.isEmpty { open.grid.append(next) }
        open.lastPage = fragment.page
        drafts.append(open)
    }

    // MARK: Beginning

    private mutating func begin(_ fragment: Fragment, _ caption: TableCaption) {
        var grid = Grid(fragment)
        var caption = caption
        inner[fragment.page, default: []] += InnerCaption.take(from: &grid, into: &caption)
        let header = grid.headerRows ?? HeaderRows.count(in: grid)
        if let done = drafts.popLast() { tables.append(TableAssembly.table(done)) }
        drafts.append(
            Draft(grid: grid, caption: caption, headerRows: header, lastPage: fragment.page))
    }

    /// A code or a title at the foot of the page before belongs to the table that begins here.
    private mutating func adoptCarried(
        _ caption: inout TableCaption, _ fragment: Fragment, _ layout: PageLayout
    ) {
        guard carried.page == layout.page.number - 1, !carried.lines.isEmpty,
            !caption.isPrecededByProse
        else { return }
        let said = TableCaption(
            above: carried.lines, table: fragment.box, pageWidth: layout.page.width,
            textSize: layout.textSize)
        if caption.title == nil {
            caption.title = said.title
            caption.isPrecededByProse = said.isPrecededByProse
            if caption.year == nil { caption.year = said.year }
        }
        if caption.code == nil { caption.code = said.code }
        if caption.unit == nil { caption.unit = said.unit }
        if caption.organisation == nil { caption.organisation = said.organisation }
        taken[carried.page, default: []].formUnion(said.lines)
    }

    /// All tables, in the order of the pages.
    mutating func finish() -> [Table] {
        if let done = drafts.popLast() { tables.append(TableAssembly.table(done)) }
        defer { tables = [] }
        return tables
    }

    // MARK: After a fragment

    private mutating func takeNote(under fragment: Fragment, _ layout: PageLayout, until: Double) {
        let below = layout.lines(from: fragment.box.y1 - 1, to: until)
        let note = TableNote(below: below, bottom: fragment.box.y1, right: fragment.box.x1)
        guard note.text != nil else { return }
        drafts[drafts.count - 1].note = note
        taken[layout.page.number, default: []].formUnion(note.lines)
    }

    /// The page break may part a table from its note.
    private mutating func takeNoteFromNextPage(_ layout: PageLayout) {
        guard isOpen, let last = drafts.last, let first = layout.lines.first,
            TableNote.starts(first.text.withoutSpaces)
        else { return }
        let bottom = layout.fragments.first?.box.y0 ?? layout.page.height
        guard first.box.y1 <= bottom else { return }
        let note = TableNote(
            below: layout.lines(from: 0, to: bottom), bottom: first.box.y0,
            right: last.grid.xs.last ?? layout.page.width)
        drafts[drafts.count - 1].note = note
        taken[layout.page.number, default: []].formUnion(note.lines)
        isOpen = false
    }

    private mutating func closePage(_ layout: PageLayout) {
        guard let last = layout.fragments.last else { return }
        let rest = layout.lines(from: last.box.y1 - 1, to: layout.page.height).filter {
            !(taken[layout.page.number]?.contains($0) ?? false)
        }
        isOpen = rest.isEmpty && drafts.last?.note.text == nil
        carried = (layout.page.number, Array(rest.suffix(TableJoiner.mostCarried)))
    }
}
