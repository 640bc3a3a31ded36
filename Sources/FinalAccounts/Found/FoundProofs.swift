internal import TableRecognition

/// Why a relation is believed that no catalogue has.
public struct FoundEvidence: Sendable, Hashable {
    /// How much more surprising it is that it holds than what chance offers: 2 to so many to one.
    public var bits: Int
    /// The table's own figures bear it out; else those of the document's tables together.
    public var isOwn: Bool
}

extension AccountsReport {
    /// The tables with figures that nothing proves or accuses yet; of those that the catalogue knows, figures of money.
    ///
    /// Rates and scores of forms are seldom sums: looking for some cost a third of all checking and proved little.
    func openTables(_ tables: [ReportTable]) -> Set<Int> {
        let settled = Set(
            records.lazy.filter { $0.evidence.isProved || $0.evidence.isAccused }.map(\.cell))
        let open = records.lazy.filter { record in
            record.unitSource != nil && !settled.contains(record.cell)
                && record.amount.utf8.contains { (0x31...0x39).contains($0) }
        }
        let known = Set(recognised.map(\.table))
        return Set(open.map(\.cell.table)).union(
            tables.indices.filter { number in
                !known.contains(number)
                    && tables[number].cells.contains { cell in
                        cell.kind == .amount && cell.isNonZero
                            && !settled.contains(
                                CellPlace(table: number, row: cell.row, column: cell.column))
                    }
            })
    }

    /// Adds what relations found without the catalogue prove beyond it.
    ///
    /// They accuse nothing, and what a check accuses they do not prove. Figures that were not read surely
    /// take no part. `unlabelled` are figures of rows that no label tells apart: a record of them says more
    /// than a number.
    mutating func add(
        _ found: FoundRelations, _ tables: [ReportTable], unlabelled: Set<CellPlace>
    ) {
        var unusable = FoundRelations.unsure(tables)
        var recordByCell: [CellPlace: Int] = [:]
        for (number, record) in records.enumerated() {
            recordByCell[record.cell] = number
            if record.evidence.isAccused || !record.evidence.isSound {
                unusable.insert(record.cell)
            }
        }
        var proofByCell: [CellPlace: Int] = [:]
        for relation in found.relations {
            for instance in relation.instances where instance.holds {
                let new = instance.proved.filter { cell in
                    guard let record = recordByCell[cell] else { return proofByCell[cell] == nil }
                    return !records[record].evidence.isProved && !unlabelled.contains(cell)
                }
                guard !new.isEmpty, !instance.terms.contains(where: { unusable.contains($0.cell) })
                else { continue }
                for cell in new {
                    if let record = recordByCell[cell] {
                        records[record].evidence.isProved = true
                        records[record].checks.append(checks.count)
                    } else {
                        proofByCell[cell] = proofs.count
                        proofs.append(CellProof(cell: cell, checks: [checks.count]))
                    }
                }
                checks.append(relation.check(instance))
            }
        }
    }
}

extension ReportTable.Cell {
    fileprivate var isNonZero: Bool {
        amount.map { $0.utf8.contains { $0 > UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } }
            ?? false
    }
}

extension FoundRelations {
    /// Cells whose text may not be what the page shows, or that OCR may have read otherwise.
    static func unsure(_ tables: [ReportTable]) -> Set<CellPlace> {
        var unsure: Set<CellPlace> = []
        for (number, table) in tables.enumerated() {
            for cell in table.cells where cell.isDoubtful || !cell.readings.isEmpty {
                unsure.insert(CellPlace(table: number, row: cell.row, column: cell.column))
            }
        }
        return unsure
    }
}

extension FoundRelation {
    /// As it stands among the checks of a report.
    func check(_ instance: Instance) -> RelationCheck {
        RelationCheck(
            relation: id, isOfficial: false,
            result: instance.difference == 0 ? .holds : .holdsRounding,
            difference: ExactAmount(units: instance.difference, scale: scale).text,
            tolerance: ExactAmount(units: instance.toleranceTenths, scale: scale + 1).text,
            cells: instance.terms.map(\.cell),
            found: FoundEvidence(bits: Int(bits), isOwn: isOwn))
    }
}
