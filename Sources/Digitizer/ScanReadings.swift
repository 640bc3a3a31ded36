internal import Dataset
internal import FinalAccounts
internal import PageModel
internal import TableRecognition
internal import TextRepair

/// What OCR was sure of, cell by cell.
struct ScanReadings {
    private var readings: [Int: [ReadCharacter]] = [:]
    /// Pages of which only pictures of words were read.
    private var digital: Set<Int> = []

    init(_ pages: [Page]) {
        for page in pages where !page.readings.isEmpty {
            readings[page.number] = page.readings
            if page.textKind == .digital { digital.insert(page.number) }
        }
    }

    /// Gives numbers their certainty, and what else they may be.
    ///
    /// Boxes are still those of the pages as recognised.
    func add(to table: inout TableRecord) {
        guard !readings.isEmpty else { return }
        for number in table.cells.indices {
            let cell = table.cells[number]
            guard let box = cell.box, let page = readings[cell.page],
                cell.kind == .amount || ScanReadings.isSpoiltNumber(cell)
            else { continue }
            let own = page.filter {
                box.contains(x: $0.box.midX, y: $0.box.midY) && !$0.text.allSatisfy(\.isWhitespace)
            }.sorted { $0.box.x0 < $1.box.x0 }
            // a page with text of its own, of which pictures of words were read
            if own.isEmpty, digital.contains(cell.page) { continue }
            // characters that were moved to another cell say nothing of this one
            guard own.map(\.text).joined() == cell.raw.filter({ !$0.isWhitespace }) else {
                table.cells[number].certainty = 0
                continue
            }
            table.cells[number].certainty = own.map(\.certainty).min() ?? 0
            table.cells[number].readings = ScannedNumber.readings(of: own)
            if cell.kind != .amount {
                // it was meant for a number: whoever counts on it is to know
                table.cells[number].kind = .amount
                table.cells[number].status = .suspect
            }
        }
    }

    /// Digits with a point among few other characters, in the body: 146.2C, 1.53 -, 823:76, which is too
    /// long for a time of day.
    private static func isSpoiltNumber(_ cell: CellRecord) -> Bool {
        guard cell.kind == .text, cell.amount == nil else { return false }
        let text = cell.raw.filter { !$0.isWhitespace }
        let digits = text.count { $0.isASCII && $0.isNumber }
        return text.count <= longestNumber && digits >= 2 && digits * 2 >= text.count
            && text.contains { ".,．，;；".contains($0) || digits > 4 && ":：".contains($0) }
            && !text.contains { $0.unicodeScalars.contains(where: \.isIdeograph) }
    }

    private static let longestNumber = 18
}

extension Unicode.Scalar {
    /// A Han character; a trace of a ruling is often taken for 一 or 丨, which are left out.
    fileprivate var isIdeograph: Bool {
        value >= 0x4E00 && value <= 0x9FFF && value != 0x4E00 && value != 0x4E28
    }
}
