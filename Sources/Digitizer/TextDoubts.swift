internal import Dataset
internal import PDFSource
internal import PageModel
internal import TextRepair

/// What is said of pages whose text is missing or cannot be trusted.
enum TextDoubts {
    /// A damaged character map shows only once enough digits were seen: what holds for one page
    /// of a document is said of all its pages with digits.
    static func spread(over pages: inout [Page]) {
        guard
            let lie = pages.lazy.flatMap(\.remarks).first(where: { $0.code == "text-layer-lies" })
        else { return }
        for index in pages.indices
        where !pages[index].remarks.contains(lie)
            && pages[index].glyphs.contains(where: { $0.scalar.isASCIIDigit })
        {
            pages[index].remarks.append(lie)
            pages[index].textKind = .unreliable
        }
    }

    /// Said of every document where Poppler's character maps are missing: text may be lost, and
    /// nothing on the page tells.
    static func missingMaps() -> [WarningRecord] {
        guard CharacterMaps.folder == nil else { return [] }
        return [
            WarningRecord(
                page: nil, code: "no-character-maps",
                message: "poppler-data is not installed: Chinese text in fonts that are not in the "
                    + "PDF is lost; install it, see `juesuan doctor`")
        ]
    }

    /// What the repair of a paragraph could not decide.
    static func warnings(_ paragraph: Paragraph) -> [WarningRecord] {
        paragraph.doubts.map {
            WarningRecord(page: paragraph.page, code: "repeated-at-page-break", message: $0)
        }
    }

    static func warnings(_ page: Page) -> [WarningRecord] {
        var found = page.remarks.map {
            WarningRecord(page: page.number, code: $0.code, message: $0.message)
        }
        if page.textKind == .scanned {
            found.append(
                WarningRecord(
                    page: page.number, code: "scanned-page",
                    message: "the page is a picture without text; it needs OCR"))
        }
        return found
    }
}
