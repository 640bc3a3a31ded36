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
        case .failure(let error):
            guard let code = PageLoader.code(error) else { throw error }
            warnings.append(WarningRecord(page: number, code: code, message: error.description))
            return Page(number: number, width: 0, height: 0, textKind: .blank)
        }
    }

    /// The warning's, where a page alone is to blame and the others can be read.
    private static func code(_ error: PDFError) -> String? {
        switch error {
        case .brokenPage: "broken-page"
        case .impossiblePage: "impossible-page"
        default: nil
        }
    }
}
