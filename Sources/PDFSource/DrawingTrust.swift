internal import PageModel

/// Notices where what a page shows could not be found out, or is not what its text says.
enum DrawingTrust {
    /// Where so many characters and this share of a page's text are painted nowhere, it is said.
    ///
    /// In published reports, what a clip hides apart, three of 2,000 are the most.
    static let unpainted = (share: 0.05, count: 5)
    /// A page of whose text this share is painted nowhere does not show what its text says.
    static let mostlyUnpainted = 0.5

    /// `breakage` stopped the drawing before its end.
    static func broken(_ breakage: String) -> PageRemark {
        PageRemark(
            code: "drawing-broken",
            message: "the page's drawing broke off (\(breakage)): lines may be missing, and hidden "
                + "text may be among its text; look at the page")
    }

    /// What hides text under pictures was not looked at.
    static func notJudged(_ error: PDFError) -> PageRemark {
        if case .cannotDraw = error {
            return PageRemark(
                code: "page-too-large",
                message: "the page is too large to be painted: text hidden under its pictures may "
                    + "be among its text; look at the page")
        }
        return PageRemark(
            code: "drawing-broken",
            message: "\(error): text hidden under its pictures may be among its text; look at the "
                + "page")
    }

    /// Said where text is painted nowhere: none of it, or a good part; nil elsewhere.
    static func unpainted(_ count: Int, of all: Int) -> PageRemark? {
        let isMuch = count >= unpainted.count && Double(count) >= unpainted.share * Double(all)
        guard isMuch || count > 0 && count == all else { return nil }
        return PageRemark(
            code: "text-not-painted",
            message: "\(count) of \(all) characters of the text are not shown (hidden, or in a "
                + "damaged font) and were left out; look at the page")
    }
}
