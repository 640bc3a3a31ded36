internal import Dataset
internal import FinalAccounts
internal import PageModel
internal import TextRepair

/// Says of cells why they are in doubt, and what was printed where it was repaired.
struct CellNotes {
    /// So many relations a cell are named; more would not be read.
    private static let mostRelations = 4

    private let document: DocumentRecord
    private let unreliable: Set<Int>
    /// Findings by every figure that they are about.
    private var about: [CellPlace: [AccountFinding]] = [:]
    /// Relations that do not hold, by the figures in them.
    private var broken: [CellPlace: [RelationCheck]] = [:]

    init(_ document: DocumentRecord) {
        self.document = document
        unreliable = Set(document.pages.filter { $0.text == .unreliable }.map(\.page))
        for finding in document.accounts.findings {
            let places = Set(finding.cells + (finding.cell.map { [$0] } ?? []))
            for place in places { about[place, default: []].append(finding) }
        }
        for check in document.accounts.checks where check.result == .fails || check.result == .warns
        {
            for place in check.cells { broken[place, default: []].append(check) }
        }
    }

    /// What a person should know of this cell; nil where all is as it seems.
    func note(on cell: CellRecord, table: Int) -> String? {
        let place = CellPlace(table: table, row: cell.row, column: cell.column)
        var lines = cell.status == .suspect ? doubts(of: cell, place) : remarks(place)
        if let doubt = cell.doubt { lines.append(doubt) }
        if !cell.edits.isEmpty || cell.status == .corrected {
            let who = cell.status == .corrected ? "corrected by a person" : "repaired"
            lines.append("\(who); printed: \(cell.raw)")
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// Why a number is suspect.
    private func doubts(of cell: CellRecord, _ place: CellPlace) -> [String] {
        var lines = (about[place] ?? []).map(\.message)
        if lines.isEmpty {
            lines = (broken[place] ?? []).prefix(CellNotes.mostRelations).map { check in
                "\(check.relation) does not hold: off by \(check.difference), "
                    + "rounding allows \(check.tolerance)"
            }
        }
        if cell.amount == nil { lines.append("not well-formed: cannot be read as a number") }
        if unreliable.contains(cell.page) {
            lines.append("the text of page \(cell.page) is not what the page shows")
        }
        if let certainty = cell.certainty, certainty < CellRecord.sureEnough {
            lines.append("OCR was unsure: \(Int(clamping: (certainty * 100).rounded()))% certain")
        }
        return lines.isEmpty && cell.doubt == nil ? ["in doubt: look at page \(cell.page)"] : lines
    }

    /// Findings that stand at a cell without putting its number in doubt: names, missing rows.
    private func remarks(_ place: CellPlace) -> [String] {
        (about[place] ?? []).filter { $0.cell == place }.map(\.message)
    }
}
