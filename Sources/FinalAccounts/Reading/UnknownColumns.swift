/// Columns of figures that the catalogue has no measure for: each becomes one of its own.
extension CatalogueIndex {
    /// The name of such a measure begins so; the heading as printed follows.
    static let unknownMeasure = "unmapped:"

    /// Gives every unknown column of the blocks a measure that is named by its heading.
    mutating func takeUnknown(_ blocks: inout [Statement.Block], of table: ReportTable) {
        for number in blocks.indices {
            for column in blocks[number].unknown {
                let heading = table.heading(column)
                let isCount = (catalogue.marks[.count] ?? []).contains(
                    where: heading.containsBytewise)
                blocks[number].measures.append(
                    (
                        symbol(CatalogueIndex.unknownMeasure + heading), isCount ? .score : .money,
                        column
                    ))
            }
            blocks[number].measures.sort { $0.column < $1.column }
        }
    }
}

extension ReportTable {
    /// What stands above a column, its levels joined; numbers of columns (栏次) left out.
    func heading(_ column: Int) -> String {
        var levels: [String] = []
        for row in header where column < row.count {
            let text = row[column]
            if !text.isEmpty, text != levels.last, Int(text) == nil { levels.append(text) }
        }
        return levels.joined(separator: " / ")
    }
}
