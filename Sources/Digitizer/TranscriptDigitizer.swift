internal import Dataset
internal import FinalAccounts
internal import PDFSource
internal import PageModel
internal import TableRecognition
internal import TextRepair
internal import Transcripts

/// The way through for a transcript: text → tables and prose → record, as for a PDF but without boxes.
enum TranscriptDigitizer {
    static func digitize(
        path: String, file name: String, options: Digitizer.Options
    ) throws -> DocumentRecord {
        let file = try TextFile(path: path)
        var transcript = TranscriptReader.transcript(
            file.text, checker: options.checker ?? .standard)
        var record = DocumentRecord(
            source: SourceRecord(
                file: name, sha256: file.sha256, bytes: file.byteCount, pages: transcript.pages,
                producer: nil, extractor: "juesuan \(Digitizer.version)"))
        record.pages = (1...transcript.pages).map {
            PageRecord(Page(number: $0, width: 0, height: 0, textKind: .digital))
        }
        for index in transcript.tables.indices {
            let source = transcript.tables[index]
            // read: a long text's tables are most of it
            transcript.tables[index].cells = []
            let table = TableRecord(source, index: index)
            record.warnings += warnings(table, source)
            record.tables.append(table)
        }
        record.take(DocumentFacts(transcript))
        record.paragraphs = transcript.paragraphs.map {
            ParagraphRecord(page: $0.page, text: $0.text, edits: $0.edits)
        }
        record.warnings += transcript.paragraphs.flatMap(TextDoubts.warnings)
        record.warnings += TextDoubts.unreadable(record)
        record.finish(options)
        return record
    }

    private static func warnings(
        _ record: TableRecord, _ table: TranscriptTable
    ) -> [WarningRecord] {
        let name = "\(record.id) \(table.title ?? "")"
        var warnings = table.remarks.map {
            WarningRecord(page: table.page, code: "table-rebuilt", message: "\(name): \($0)")
        }
        let doubts = table.cells.count { $0.doubt != nil }
        if doubts > 0 {
            warnings.append(
                WarningRecord(
                    page: table.page, code: "cells-in-doubt",
                    message: "\(name): \(doubts) cells may belong elsewhere; they are suspect"))
        }
        return warnings
    }
}

extension TableRecord {
    init(_ table: TranscriptTable, index: Int) {
        self.init(
            id: TableRecord.identifier(index), title: table.title, code: table.code,
            unit: table.unit, organisation: table.organisation, year: table.year,
            pages: [table.page], lattice: .tabs, header: table.header, rows: table.rows,
            cells: table.cells.map { CellRecord($0, page: table.page) }, note: table.note)
    }
}

extension CellRecord {
    fileprivate init(_ cell: TranscriptTable.Cell, page: Int) {
        let text =
            cell.kind == .amount
            ? String(cell.text.unicodeScalars.filter { !$0.isBlank }.map(Character.init))
            : cell.text
        let amount = cell.kind == .amount ? Amount.decimal(text) : nil
        self.init(
            row: cell.row, column: cell.column, rowSpan: cell.rowSpan,
            columnSpan: cell.columnSpan, page: page, box: nil, kind: cell.kind, raw: cell.raw,
            text: text, amount: amount,
            status: cell.kind == .amount
                ? (amount == nil || cell.doubt != nil ? .suspect : .plausible) : nil)
        edits = cell.edits
        doubt = cell.doubt
    }
}
