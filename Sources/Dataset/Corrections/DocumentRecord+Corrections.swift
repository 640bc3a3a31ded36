public import FinalAccounts
internal import TableRecognition
internal import TextRepair

extension DocumentRecord {
    /// Does what the standing entries of the list say, in their order, and checks the tables anew;
    /// gives those that no longer fit, which change nothing.
    public mutating func correct(
        by log: [Correction], checker: AccountsChecker
    ) -> [(correction: Correction, misfit: CorrectionMisfit)] {
        var misfits: [(Correction, CorrectionMisfit)] = []
        let before = tables.map(\.scannedStatuses)
        for correction in log.standing {
            do throws(CorrectionMisfit) {
                try apply(correction)
            } catch {
                misfits.append((correction, error))
            }
        }
        checkAccounts(with: checker)
        for (number, statuses) in before.enumerated() { keepDoubts(statuses, table: number) }
        return misfits.map { ($0.0, $0.1) }
    }

    /// Does what one entry says.
    public mutating func apply(_ correction: Correction) throws(CorrectionMisfit) {
        guard let number = table(of: correction) else { throw .noTable }
        try tables[number].apply(correction)
    }

    /// The table that an entry is about: the one of its id, or the only one of its title.
    private func table(of correction: Correction) -> Int? {
        let named = tables.firstIndex { $0.id == correction.table }
        if let named, tables[named].title == correction.title { return named }
        let titled = tables.indices.filter {
            tables[$0].title == correction.title && correction.title != nil
        }
        return titled.count == 1 ? titled[0] : named
    }

    /// The other readings of what OCR read are known only while it reads: without them a relation
    /// proves less, so nothing becomes proved that was not.
    private mutating func keepDoubts(_ statuses: [Int: AmountStatus], table number: Int) {
        for index in tables[number].cells.indices {
            let cell = tables[number].cells[index]
            guard cell.status == .proved, cell.certainty != nil,
                let old = statuses[cell.row << 16 | cell.column], old != .proved
            else { continue }
            let place = CellPlace(table: number, row: cell.row, column: cell.column)
            for record in accounts.records.indices where accounts.records[record].cell == place {
                accounts.records[record].evidence.whileReading = old
                tables[number].cells[index].status = accounts.records[record].status
            }
        }
    }
}

extension TableRecord {
    /// The statuses of numbers that OCR read, by row and column.
    fileprivate var scannedStatuses: [Int: AmountStatus] {
        var statuses: [Int: AmountStatus] = [:]
        for cell in cells where cell.certainty != nil {
            statuses[cell.row << 16 | cell.column] = cell.status
        }
        return statuses
    }

    /// What an entry of this kind at this place would be known by; nil where there is no such place.
    public func text(at correction: Correction) -> String? {
        switch correction.kind {
        case .confirm, .correct, .unreadable: cell(correction.row, correction.column)?.text
        case .insertRow, .deleteRow: TableAxis.rows.text(at: correction.row, of: self)
        case .insertColumn, .deleteColumn:
            TableAxis.columns.text(at: correction.column, of: self)
        case .mergeRows: text(.rows, correction.row, correction.last)
        case .mergeColumns: text(.columns, correction.column, correction.last)
        case .undo: ""
        }
    }

    private func text(_ axis: TableAxis, _ first: Int, _ last: Int?) -> String? {
        guard let last, 0 <= first, first < last, last < axis.count(of: self) else { return nil }
        return (first...last).map { axis.text(at: $0, of: self) }.joined(separator: "\n")
    }

    private func cell(_ row: Int, _ column: Int) -> CellRecord? {
        cells.first { $0.row == row && $0.column == column }
    }

    fileprivate mutating func apply(_ correction: Correction) throws(CorrectionMisfit) {
        guard let text = text(at: correction) else { throw .noPlace }
        guard text == correction.before else { throw .otherText(text) }
        switch correction.kind {
        case .confirm, .correct, .unreadable: try applyToCell(correction)
        case .insertRow: try insert(.rows, at: correction.row)
        case .deleteRow: try delete(.rows, at: correction.row)
        case .mergeRows:
            try merge(.rows, try TableRecord.range(correction.row, correction.last))
        case .insertColumn: try insert(.columns, at: correction.column)
        case .deleteColumn: try delete(.columns, at: correction.column)
        case .mergeColumns:
            try merge(.columns, try TableRecord.range(correction.column, correction.last))
        case .undo: break
        }
    }

    private static func range(
        _ first: Int, _ last: Int?
    ) throws(CorrectionMisfit) -> ClosedRange<Int> {
        guard let last, first < last else { throw .noPlace }
        return first...last
    }

    private mutating func applyToCell(_ correction: Correction) throws(CorrectionMisfit) {
        guard
            let number = cells.firstIndex(where: {
                $0.row == correction.row && $0.column == correction.column
            })
        else { throw .noPlace }
        cells[number].doubt = nil
        switch correction.kind {
        case .correct: write(correction.after, into: number)
        case .unreadable:
            cells[number].doubt = "unreadable: \(correction.note)"
            cells[number].amount = nil
            if cells[number].kind == .amount { cells[number].status = .suspect }
        default:
            if cells[number].amount != nil { cells[number].status = .confirmed }
        }
    }

    private mutating func write(_ text: String, into number: Int) {
        cells[number].edits.append(
            EditRecord(rule: "correction", at: 0, before: cells[number].text, after: text))
        cells[number].text = text
        judge(&cells[number])
        if cells[number].amount != nil { cells[number].status = .corrected }
        layOut(headerRows: header.count)
    }
}
