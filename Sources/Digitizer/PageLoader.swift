internal import Dataset
internal import PDFSource
internal import PageModel

/// Reads a document's pages; those that cannot be read become blank ones with a warning.
struct PageLoader {
    let document: PDFDocument
    private(set) var warnings: [WarningRecord] = []

    init(document: PDFDocument) { self.document = document }

    mutating func read(_ numbers: [Int]) throws -> [Page] {
        var pages: [Page] = []
        for number in numbers { pages.append(try page(number)) }
        TextDoubts.spread(over: &pages)
        return pages
    }

    private mutating func page(_ number: Int) throws -> Page {
        let document = document
        let result = Result { () throws(PDFError) in
            try document.page(number)
        }
        switch result {
        case .success(let page): return page
        case .failure(.brokenPage):
            let message = PDFError.brokenPage(number).description
            warnings.append(WarningRecord(page: number, code: "broken-page", message: message))
            return Page(number: number, width: 0, height: 0, textKind: .blank)
        case .failure(let error): throw error
        }
    }
}
