internal import Dataset
internal import PageModel

/// Gives the boxes of cells on pages that were turned, or whose skew was taken out, their place on the page as displayed.
struct TurnedPages {
    private var pages: [Int: Page] = [:]

    init(_ all: [Page]) {
        for page in all where page.turn != 0 || page.skew != 0 { pages[page.number] = page }
    }

    func restore(_ tables: inout [TableRecord]) {
        guard !pages.isEmpty else { return }
        for table in tables.indices {
            for cell in tables[table].cells.indices {
                let printed = tables[table].cells[cell]
                guard let page = pages[printed.page] else { continue }
                tables[table].cells[cell].box = printed.box.map(page.asDisplayed)
            }
        }
    }
}
