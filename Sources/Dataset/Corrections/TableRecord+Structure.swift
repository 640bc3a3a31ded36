internal import FinalAccounts
internal import PageModel
internal import TableRecognition
internal import TextRepair

extension TableRecord {
    /// An empty row or column before the one at `index`, or at the end.
    mutating func insert(_ axis: TableAxis, at index: Int) throws(CorrectionMisfit) {
        let count = axis.count(of: self)
        guard (0...count).contains(index) else { throw .noPlace }
        let headerRows = header.count
        // a cell that lies across the place covers what is new, too
        var covered: [Range<Int>] = []
        for number in cells.indices {
            let range = axis.range(of: cells[number])
            if range.lowerBound >= index {
                axis.set(range.lowerBound + 1..<range.upperBound + 1, of: &cells[number])
            } else if range.upperBound > index {
                axis.set(range.lowerBound..<range.upperBound + 1, of: &cells[number])
                covered.append(axis.other.range(of: cells[number]))
            }
        }
        for place in 0..<axis.other.count(of: self)
        where !covered.contains(where: { $0.contains(place) }) {
            cells.append(emptyCell(axis, at: index, place, headerRows: headerRows))
        }
        let growsHeader = axis == .rows && index < headerRows
        layOut(headerRows: headerRows + (growsHeader ? 1 : 0))
    }

    mutating func delete(_ axis: TableAxis, at index: Int) throws(CorrectionMisfit) {
        let count = axis.count(of: self)
        guard (0..<count).contains(index) else { throw .noPlace }
        guard count > 1 else { throw .nothingLeft }
        cells.removeAll { axis.range(of: $0) == index..<(index + 1) }
        for number in cells.indices {
            let range = axis.range(of: cells[number])
            if range.lowerBound > index {
                axis.set(range.lowerBound - 1..<range.upperBound - 1, of: &cells[number])
            } else if range.upperBound > index {
                axis.set(range.lowerBound..<range.upperBound - 1, of: &cells[number])
            }
        }
        let shrinksHeader = axis == .rows && index < header.count
        layOut(headerRows: header.count - (shrinksHeader ? 1 : 0))
    }

    /// Makes one of several rows or columns: texts that stand in the same place are joined.
    mutating func merge(_ axis: TableAxis, _ merged: ClosedRange<Int>) throws(CorrectionMisfit) {
        let count = axis.count(of: self)
        guard merged.lowerBound >= 0, merged.upperBound < count, merged.count > 1 else {
            throw .noPlace
        }
        let isInHeader = axis == .rows && merged.upperBound < header.count
        if axis == .rows, merged.lowerBound < header.count, !isInHeader { throw .headerAndBody }
        func place(_ index: Int) -> Int {
            index <= merged.lowerBound
                ? index : max(merged.lowerBound, index - (merged.count - 1))
        }
        cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        for number in cells.indices {
            let range = axis.range(of: cells[number])
            axis.set(
                place(range.lowerBound)..<place(range.upperBound - 1) + 1, of: &cells[number])
        }
        joinOverlaps()
        layOut(headerRows: header.count - (isInHeader ? merged.count - 1 : 0))
        for number in cells.indices where axis.range(of: cells[number]).contains(merged.lowerBound)
        {
            judge(&cells[number])
        }
    }

    // MARK: Parts

    /// Cells that lie over each other are one, until none do: spans may differ from row to row.
    private mutating func joinOverlaps() {
        var number = 0
        while number < cells.count {
            if let other = cells[(number + 1)...].firstIndex(where: cells[number].overlaps) {
                cells[number].absorb(cells.remove(at: other))
                number = 0
            } else {
                number += 1
            }
        }
    }

    /// Where the new one would be: a line of the page between its neighbours.
    private func emptyCell(
        _ axis: TableAxis, at index: Int, _ place: Int, headerRows: Int
    ) -> CellRecord {
        let neighbours = cells.filter { axis.other.range(of: $0).contains(place) }
        let before = neighbours.last { axis.range(of: $0).upperBound == index }
        let after = neighbours.first { axis.range(of: $0).lowerBound == index + 1 }
        let box = (before ?? after)?.box.map { box in
            switch axis {
            case .rows:
                Rect(
                    x0: box.x0, y0: before == nil ? box.y0 : box.y1, x1: box.x1,
                    y1: before == nil ? box.y0 : box.y1)
            case .columns:
                Rect(
                    x0: before == nil ? box.x0 : box.x1, y0: box.y0,
                    x1: before == nil ? box.x0 : box.x1, y1: box.y1)
            }
        }
        var cell = CellRecord(
            row: 0, column: 0, rowSpan: 1, columnSpan: 1,
            page: (before ?? after)?.page ?? pages.first ?? 1, box: box, kind: .empty, raw: "",
            text: "")
        axis.set(index..<index + 1, of: &cell)
        axis.other.set(place..<place + 1, of: &cell)
        // before the header's first row there is header as well
        if cell.row < headerRows { cell.kind = .header }
        return cell
    }

    /// Makes the grids anew from the cells.
    mutating func layOut(headerRows: Int) {
        cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        let width = cells.map { $0.column + $0.columnSpan }.max() ?? 0
        let height = max(headerRows, cells.map { $0.row + $0.rowSpan }.max() ?? 0)
        var grid = [[String]](repeating: [String](repeating: "", count: width), count: height)
        for cell in cells {
            for row in cell.row..<(cell.row + cell.rowSpan) {
                for column in cell.column..<(cell.column + cell.columnSpan)
                where row < headerRows || (row, column) == (cell.row, cell.column) {
                    grid[row][column] = cell.text
                }
            }
        }
        header = Array(grid[..<headerRows])
        rows = Array(grid[headerRows...])
    }

    /// What the cell holds, now that its text is another.
    func judge(_ cell: inout CellRecord) {
        guard cell.row >= header.count else { return }
        let labels = header.map { cell.column < $0.count ? $0[cell.column] : "" }
        cell.kind = CellKinds.kind(of: cell.text, under: labels)
        let isNumber = cell.kind == .amount
        cell.amount = isNumber ? Amount.decimal(cell.text) : nil
        cell.status = isNumber ? (cell.amount == nil ? .suspect : .plausible) : nil
        if !isNumber { cell.checks = [] }
    }
}

extension CellRecord {
    fileprivate func overlaps(_ other: CellRecord) -> Bool {
        TableAxis.rows.range(of: self).overlaps(TableAxis.rows.range(of: other))
            && TableAxis.columns.range(of: self).overlaps(TableAxis.columns.range(of: other))
    }

    /// Takes another cell's place and its text, behind its own.
    fileprivate mutating func absorb(_ other: CellRecord) {
        for axis in [TableAxis.rows, .columns] {
            let (own, second) = (axis.range(of: self), axis.range(of: other))
            axis.set(
                min(own.lowerBound, second.lowerBound)..<max(own.upperBound, second.upperBound),
                of: &self)
        }
        raw = raw.isEmpty ? other.raw : other.raw.isEmpty ? raw : raw + "\n" + other.raw
        text += other.text
        edits += other.edits
        doubt = doubt ?? other.doubt
        certainty = [certainty, other.certainty].compactMap(\.self).min()
        if let own = box, let second = other.box { box = own.union(second) }
    }
}
