internal import FinalAccounts

/// Writes records, checks and findings as they stand in `document.json`.
struct AccountsJSON {
    private let document: DocumentRecord
    private var tables: [TableRecord] { document.tables }

    init(_ document: DocumentRecord) { self.document = document }

    /// c01, c02, … c100.
    static func identifier(_ check: Int) -> String {
        check < 9 ? "c0\(check + 1)" : "c\(check + 1)"
    }

    func write(_ record: AccountRecord, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("table", tables[record.cell.table].id)
            json.field("block", record.block)
            json.field("line", record.line)
            json.field("row", record.row)
            json.field("code", record.code)
            json.field("level", record.level)
            json.field("parent", record.parent)
            json.field("item", record.item)
            json.field("name", record.name)
            json.field("measure", record.measure)
            json.field("amount", record.amount)
            json.field("unit", record.unit)
            json.field("unitFrom", record.unitSource?.rawValue)
            json.field("yuan", record.yuan)
            json.key("cell")
            json.array(.inline) { json in
                json.value(record.cell.row)
                json.value(record.cell.column)
            }
            json.field("status", record.status.rawValue)
            json.field("reservation", record.evidence.reservation?.rawValue)
        }
    }

    func write(_ table: AccountsReport.Recognised, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("table", tables[table.table].id)
            json.field("catalogue", table.catalogue)
            json.field("certainty", table.certainty)
            json.field("identity", table.isCertain ? "certain" : "likely")
            json.field("unitFrom", table.unitSource.rawValue)
        }
    }

    func write(_ check: RelationCheck, number: Int, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("id", AccountsJSON.identifier(number))
            json.field("relation", check.relation)
            json.key("official")
            json.value(check.isOfficial)
            json.field("result", check.result.rawValue)
            json.field("difference", check.difference)
            json.field("tolerance", check.tolerance)
            write(check.cells, to: &json)
            write(check.prose, to: &json)
            json.field("reason", check.reason)
            if let found = check.found {
                json.key("found")
                json.object(.inline) { json in
                    json.field("bits", found.bits)
                    json.field("from", found.isOwn ? "table" : "document")
                }
            }
        }
    }

    func write(_ finding: AccountFinding, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("code", finding.code.rawValue)
            json.field("severity", finding.isFailure ? "failure" : "warning")
            json.field("table", finding.cell.map { tables[$0.table].id })
            json.field("page", document.page(of: finding.place))
            json.field("row", finding.row)
            json.field("column", finding.column)
            json.field("printed", finding.printed)
            json.field("mend", finding.mend)
            json.field("message", finding.message)
            json.field("formula", finding.formula)
            json.field("chinese", finding.chinese)
            write(finding.cells, to: &json)
            write(finding.place.prose.map { [$0] } ?? [], to: &json)
            json.list("checks", finding.checks, layout: .inline) {
                $1.value(AccountsJSON.identifier($0))
            }
        }
    }

    private func write(_ cells: [CellPlace], to json: inout JSONWriter) {
        json.list("cells", cells, layout: .inline) { cell, json in
            json.array(.inline) { json in
                json.value(tables[cell.table].id)
                json.value(cell.row)
                json.value(cell.column)
            }
        }
    }

    /// Paragraph and the figure's place in its text.
    private func write(_ prose: [ProsePlace], to json: inout JSONWriter) {
        json.list("prose", prose, layout: .inline) { place, json in
            json.array(.inline) { json in
                json.value(place.paragraph)
                json.value(place.range.lowerBound)
                json.value(place.range.upperBound)
            }
        }
    }
}
