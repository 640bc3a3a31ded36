public import FinalAccounts
internal import PageModel
internal import TableRecognition
internal import TextRepair

extension DocumentRecord {
    /// Recognises the tables by the catalogue, makes their records and checks them; what an earlier
    /// check said is replaced, what a person corrected stays.
    public mutating func checkAccounts(with checker: AccountsChecker) {
        let unreliable = Set(pages.filter { $0.text == .unreliable }.map(\.page))
        accounts = checker.report(
            tables.map { $0.reportTable(unreliable: unreliable) }, paragraphs: reportParagraphs)
        for index in tables.indices {
            tables[index].catalogue = nil
            tables[index].certainty = nil
            tables[index].isCertain = nil
            tables[index].unitSource = nil
            tables[index].fields = []
        }
        for recognised in accounts.recognised {
            tables[recognised.table].catalogue = recognised.catalogue
            tables[recognised.table].certainty = recognised.certainty
            tables[recognised.table].isCertain = recognised.isCertain
            tables[recognised.table].unitSource = recognised.unitSource
        }
        for field in accounts.fields {
            tables[field.cell.table].fields.append(
                TableRecord.Field(
                    id: field.id, label: field.label, text: field.text, row: field.cell.row,
                    column: field.cell.column))
        }
        markCells()
    }

    /// The prose as the catalogue looks at it.
    public var reportParagraphs: [ReportParagraph] {
        paragraphs.map { ReportParagraph(text: $0.text) }
    }

    /// The page that a figure stands on.
    public func page(of place: FigurePlace) -> Int? {
        switch place {
        case .prose(let place): return paragraphs[place.paragraph].page
        case .cell(let place):
            let table = tables[place.table]
            return table.cells.first { $0.row == place.row && $0.column == place.column }?.page
                ?? table.pages.first
        }
    }

    /// A cell that holds no number, but what a relation proves to be meant.
    private mutating func mend(_ table: Int, _ number: Int, _ text: String, _ amount: String) {
        let cell = tables[table].cells[number]
        tables[table].cells[number].edits.append(
            EditRecord(
                rule: cell.certainty == nil ? "number-slip" : "scanned-number", at: 0,
                before: cell.text, after: text))
        tables[table].cells[number].text = text
        tables[table].cells[number].amount = amount
        tables[table].rows[cell.row - tables[table].header.count][cell.column] = text
    }

    /// Gives every cell with a record the record's status and checks, and marks those that are proved
    /// without one.
    private mutating func markCells() {
        clearProofs()
        var proofs = [[Int]](repeating: [], count: tables.count)
        for (number, proof) in accounts.proofs.enumerated() {
            proofs[proof.cell.table].append(number)
        }
        for (table, numbers) in proofs.enumerated() where !numbers.isEmpty {
            let proofByPlace = Dictionary(
                numbers.map { (accounts.proofs[$0].cell, $0) }, uniquingKeysWith: { one, _ in one })
            for number in tables[table].cells.indices {
                let cell = tables[table].cells[number]
                let place = CellPlace(table: table, row: cell.row, column: cell.column)
                guard let proof = proofByPlace[place] else { continue }
                tables[table].cells[number].take(accounts.proofs[proof])
            }
        }
        markRecords()
    }

    /// What an earlier check proved.
    private mutating func clearProofs() {
        for table in tables.indices {
            for cell in tables[table].cells.indices
            where tables[table].cells[cell].status == .proved {
                let isUnsure = tables[table].cells[cell].isUnsure
                tables[table].cells[cell].status = isUnsure ? .suspect : .plausible
                tables[table].cells[cell].checks = []
            }
        }
    }

    private mutating func markRecords() {
        var start = 0
        let records = accounts.records
        while start < records.count {
            let table = records[start].cell.table
            let width = max(1, TableCSV.columnCount(of: tables[table]))
            let rows = tables[table].header.count + tables[table].rows.count
            var grid = [Int](repeating: -1, count: width * rows)
            for (number, cell) in tables[table].cells.enumerated() {
                grid[cell.row * width + cell.column] = number
            }
            var end = start
            while end < records.count, records[end].cell.table == table {
                let record = records[end]
                let number = grid[record.cell.row * width + record.cell.column]
                if number >= 0 {
                    accounts.records[end].evidence.word = tables[table].cells[number].status
                    accounts.records[end].evidence.isUnsure = tables[table].cells[number].isUnsure
                    tables[table].cells[number].status = accounts.records[end].status
                    if let mended = record.mended { mend(table, number, mended, record.amount) }
                    tables[table].cells[number].kind = .amount
                    tables[table].cells[number].checks = record.checks.map(AccountsJSON.identifier)
                }
                end += 1
            }
            start = end
        }
    }
}

extension CellRecord {
    /// A person's word stays, and what OCR read needs more than a relation that was found.
    fileprivate mutating func take(_ proof: CellProof) {
        guard status?.isByPerson != true, certainty == nil else { return }
        status = .proved
        checks = proof.checks.map(AccountsJSON.identifier)
    }

    /// A scanned figure in a cell of several columns: a ruling that was not seen may part them, and a row's
    /// sum holds in whichever of them the figure is.
    fileprivate var isBetweenColumns: Bool { certainty != nil && columnSpan > 1 }
}

extension TableRecord {
    /// The table as the catalogue looks at it; the text of `unreliable` pages is not relied on.
    public func reportTable(unreliable: Set<Int> = []) -> ReportTable {
        var table = ReportTable(
            id: id, title: title, code: code, unit: unit, note: note, organisation: organisation,
            year: year, header: header, rowCount: header.count + rows.count,
            columnCount: TableCSV.columnCount(of: self),
            cells: cells.map { cell in
                var own = ReportTable.Cell(
                    row: cell.row, column: cell.column, rowSpan: cell.rowSpan,
                    columnSpan: cell.columnSpan, kind: cell.kind, text: cell.text,
                    amount: cell.amount,
                    isDoubtful: unreliable.contains(cell.page) || cell.doubt != nil
                        || cell.isBetweenColumns)
                own.readings = cell.readings
                return own
            })
        table.isRuled = lattice == .ruled || lattice == .tabs
        return table
    }
}
