internal import FinalAccounts
internal import TextRepair

extension DocumentRecord {
    /// Gives cells whose name the report writes better elsewhere that name; says whether any was.
    public mutating func repairNames() -> Bool {
        var isChanged = false
        for finding in accounts.findings where finding.code == .name {
            guard let place = finding.cell, let name = finding.mend else { continue }
            let cells = tables[place.table].cells
            let number = cells.firstIndex { $0.row == place.row && $0.column == place.column }
            // a code before the name stays as it is
            guard let number, cells[number].text == finding.printed else { continue }
            tables[place.table].cells[number].edits.append(
                EditRecord(rule: "name-variant", at: 0, before: cells[number].text, after: name))
            tables[place.table].cells[number].text = name
            let row = place.row - tables[place.table].header.count
            tables[place.table].rows[row][place.column] = name
            isChanged = true
        }
        return isChanged
    }
}
