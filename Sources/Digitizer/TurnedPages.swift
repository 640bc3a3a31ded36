internal import PageModel
internal import TableRecognition

/// Gives the boxes of cells on pages that were turned their place on the page as displayed.
struct TurnedPages {
    private var pages: [Int: Page] = [:]

    init(_ all: [Page]) {
        for page in all where page.turn != 0 { pages[page.number] = page }
    }

    func restore(_ recognition: inout Recognition) {
        guard !pages.isEmpty else { return }
        for table in recognition.tables.indices {
            for cell in recognition.tables[table].cells.indices {
                let printed = recognition.tables[table].cells[cell]
                guard let page = pages[printed.page] else { continue }
                recognition.tables[table].cells[cell].box = page.asDisplayed(printed.box)
            }
        }
    }
}
