internal import Dataset
internal import PDFSource
internal import PageModel
internal import TableRecognition
internal import TextRepair

/// What is said of pages whose text is missing or cannot be trusted.
enum TextDoubts {
    /// A damaged character map shows only once enough digits were seen: what holds for one page
    /// of a document is said of all its pages with digits.
    static func spread(over findings: inout [PageFindings]) {
        let remarks = findings.lazy.flatMap(\.page.remarks)
        guard let lie = remarks.first(where: { $0.code == "text-layer-lies" }) else { return }
        for index in findings.indices
        where findings[index].hasDigits && !findings[index].page.remarks.contains(lie) {
            findings[index].page.remarks.append(lie)
            findings[index].page.textKind = .unreliable
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

    /// Puts words in doubt on pages that show them wrong: no reading of the picture can be right.
    static func mark(_ table: inout TableRecord, on pages: Set<Int>) {
        guard !pages.isEmpty else { return }
        for index in table.cells.indices where pages.contains(table.cells[index].page) {
            let cell = table.cells[index]
            guard cell.kind == .text || cell.kind == .header, cell.doubt == nil,
                cell.text.unicodeScalars.contains(where: { $0.value > 0x7F })
            else { continue }
            table.cells[index].doubt = "its font is not in the PDF: look at a print"
        }
    }

    /// What the repair of a paragraph could not decide.
    static func warnings(_ paragraph: Paragraph) -> [WarningRecord] {
        paragraph.doubts.map {
            WarningRecord(page: paragraph.page, code: "repeated-at-page-break", message: $0)
        }
    }

    /// Characters without a meaning: private ones of a font, and those that a converter gave up on.
    static func unreadable(_ record: DocumentRecord) -> [WarningRecord] {
        var found: [Int: [Unicode.Scalar]] = [:]
        func look(_ text: String, _ page: Int) {
            for scalar in text.unicodeScalars where scalar.isMeaningless {
                found[page, default: []].append(scalar)
            }
        }
        for paragraph in record.paragraphs { look(paragraph.text, paragraph.page) }
        for table in record.tables {
            for cell in table.cells { look(cell.text, cell.page) }
        }
        return found.sorted { $0.key < $1.key }.map { page, scalars in
            let kinds = Set(scalars).sorted { $0.value < $1.value }.prefix(5).map {
                "U+" + String($0.value, radix: 16, uppercase: true)
            }
            return WarningRecord(
                page: page, code: "unreadable-character",
                message:
                    "\(scalars.count) characters have no meaning (\(kinds.joined(separator: ", "))"
                    + "): look at the page")
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

extension Unicode.Scalar {
    /// In a private area, or the replacement character.
    fileprivate var isMeaningless: Bool {
        switch value {
        case 0xE000...0xF8FF, 0xFFFD, 0xF0000...0x10FFFF: true
        default: false
        }
    }
}
