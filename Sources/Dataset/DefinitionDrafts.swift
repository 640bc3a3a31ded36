internal import FinalAccounts

extension DocumentRecord {
    /// Definitions for the tables that the catalogue does not know, as lines of YAML; ids count on from `count`.
    public func draftedDefinitions(after count: Int) -> [String] {
        let reportTables = tables.map { $0.reportTable() }
        let found = FoundRelations(reportTables)
        var lines: [String] = []
        var number = count
        for (place, table) in tables.enumerated() where table.catalogue == nil {
            let draft = DefinitionDraft(
                reportTables[place], number: place, id: "table-\(number + 1)", found: found)
            guard let draft else { continue }
            number += 1
            lines += draft.lines
        }
        return lines
    }
}
