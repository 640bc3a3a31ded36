internal import Dataset
internal import PageModel
internal import TableRecognition
internal import TextRepair

/// What OCR was sure of, cell by cell.
struct ScanReadings {
    private var readings: [Int: [ReadCharacter]] = [:]

    init(_ pages: [Page]) {
        for page in pages where !page.readings.isEmpty { readings[page.number] = page.readings }
    }

    /// Gives numbers their certainty, and what else they may be.
    ///
    /// Boxes are still those of the pages as recognised.
    func add(to table: inout TableRecord) {
        guard !readings.isEmpty else { return }
        for number in table.cells.indices {
            let cell = table.cells[number]
            guard cell.kind == .amount, let box = cell.box, let page = readings[cell.page] else {
                continue
            }
            let own = page.filter { box.contains(x: $0.box.midX, y: $0.box.midY) }
                .sorted { $0.box.x0 < $1.box.x0 }
            // characters that were moved to another cell say nothing of this one
            guard own.map(\.text).joined() == cell.raw.filter({ !$0.isWhitespace }) else {
                table.cells[number].certainty = 0
                continue
            }
            table.cells[number].certainty = own.map(\.certainty).min() ?? 0
            table.cells[number].readings = ScannedNumber.readings(of: own)
        }
    }
}
