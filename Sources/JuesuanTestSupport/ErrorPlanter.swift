public import FinalAccounts
internal import TableRecognition

/// Spoils a report's tables, one slip at a time, to see whether checking notices it and says where.
public struct ErrorPlanter {
    public enum Kind: String, CaseIterable, Sendable {
        case digit, swappedDigits = "swapped digits", sign, shiftedRow = "shifted row"
        case lostRow = "lost row"
        /// Whole rows, labels and all, in tables whose rows have an order.
        case swappedRows = "swapped rows"
        /// Two rows' amounts alone: harder, since sums do not change.
        case swappedAmounts = "swapped amounts"
    }

    /// How many slips of a kind were planted, noticed, and said to be where they are.
    public struct Score: Sendable {
        public var planted = 0
        public var noticed = 0
        public var located = 0

        public init(planted: Int = 0, noticed: Int = 0, located: Int = 0) {
            self.planted = planted
            self.noticed = noticed
            self.located = located
        }

        public static func += (one: inout Score, other: Score) {
            one.planted += other.planted
            one.noticed += other.noticed
            one.located += other.located
        }
    }

    private let tables: [ReportTable]
    private let paragraphs: [ReportParagraph]
    private let checker: AccountsChecker
    /// What is found in the report as it is.
    public let untouched: AccountsReport
    private let known: Set<String>
    private var seed: UInt64 = 20241123
    /// Slips that were not noticed, or not located, in words.
    public private(set) var misses: [String] = []

    public init(
        _ tables: [ReportTable], paragraphs: [ReportParagraph] = [],
        checker: AccountsChecker = .standard
    ) {
        self.tables = tables
        self.paragraphs = paragraphs
        self.checker = checker
        untouched = checker.report(tables, paragraphs: paragraphs)
        known = Set(untouched.findings.map(ErrorPlanter.identity))
    }

    private static func identity(_ finding: AccountFinding) -> String {
        "\(finding.code) \(finding.cell?.table ?? -1) \(finding.row) \(finding.message)"
    }

    /// One slip of this kind in every amount, or every row with amounts, of money.
    ///
    /// Slips that change nothing (a row of equal amounts shifted) are not planted.
    public mutating func score(_ kind: Kind) -> Score {
        var score = Score()
        switch kind {
        case .digit, .swappedDigits, .sign:
            for record in untouched.records where record.unit != nil {
                guard let text = spoiled(record.amount, kind) else { continue }
                var changed = tables
                guard set(record.cell, text, in: &changed) else { continue }
                score += judge(changed, [record.cell], kind)
            }
        case .shiftedRow, .lostRow, .swappedRows, .swappedAmounts:
            for row in rows() { score += judge(row, kind) }
        }
        return score
    }

    // MARK: Rows

    /// The amounts of a row, as far as they belong together.
    private func rows() -> [[AccountRecord]] {
        var rows: [[AccountRecord]] = []
        for record in untouched.records where record.unit != nil {
            if let last = rows.last?.last, last.cell.table == record.cell.table,
                last.cell.row == record.cell.row, last.block == record.block,
                last.item == record.item
            {
                rows[rows.count - 1].append(record)
            } else {
                rows.append([record])
            }
        }
        return rows
    }

    private mutating func judge(_ row: [AccountRecord], _ kind: Kind) -> Score {
        var changed = tables
        switch kind {
        case .shiftedRow:
            guard row.count > 1 else { return Score() }
            for (place, record) in row.enumerated() {
                _ = set(record.cell, place == 0 ? nil : row[place - 1].amount, in: &changed)
            }
            let values = row.map(\.amount)
            if Array(values.dropLast()) == Array(values.dropFirst()) && isZero(values[0]) {
                return Score()
            }
        case .lostRow:
            guard row.contains(where: { !isZero($0.amount) }) else { return Score() }
            remove(row[0].cell, in: &changed)
        case .swappedRows:
            guard row[0].code != nil || row[0].row != nil,
                let next = rows().first(where: {
                    follows($0, row) && $0[0].cell.row == row[0].cell.row + 1
                })
            else { return Score() }
            swapRows(row[0].cell, next[0].cell, in: &changed)
        default:
            guard let next = rows().first(where: { follows($0, row) }) else { return Score() }
            let one = Dictionary(uniqueKeysWithValues: row.map { ($0.cell.column, $0.amount) })
            let other = Dictionary(uniqueKeysWithValues: next.map { ($0.cell.column, $0.amount) })
            guard one != other, one.keys == other.keys else { return Score() }
            for record in row { _ = set(record.cell, other[record.cell.column], in: &changed) }
            for record in next { _ = set(record.cell, one[record.cell.column], in: &changed) }
        }
        return judge(changed, row.map(\.cell), kind)
    }

    private func isZero(_ amount: String) -> Bool { !amount.contains { $0 != "0" && $0 != "." } }

    private func follows(_ next: [AccountRecord], _ row: [AccountRecord]) -> Bool {
        next[0].cell.table == row[0].cell.table && next[0].block == row[0].block
            && next[0].cell.row > row[0].cell.row
            && next[0].cell.column == row[0].cell.column
    }

    private func remove(_ place: CellPlace, in tables: inout [ReportTable]) {
        tables[place.table].cells.removeAll { $0.row == place.row }
        for index in tables[place.table].cells.indices
        where tables[place.table].cells[index].row > place.row {
            tables[place.table].cells[index].row -= 1
        }
        tables[place.table].rowCount -= 1
    }

    private func swapRows(_ one: CellPlace, _ other: CellPlace, in tables: inout [ReportTable]) {
        for index in tables[one.table].cells.indices {
            let row = tables[one.table].cells[index].row
            if row == one.row { tables[one.table].cells[index].row = other.row }
            if row == other.row { tables[one.table].cells[index].row = one.row }
        }
    }

    // MARK: Figures

    private func set(_ place: CellPlace, _ text: String?, in tables: inout [ReportTable]) -> Bool {
        let index = tables[place.table].cells.firstIndex {
            $0.row == place.row && $0.column == place.column
        }
        guard let index else { return false }
        tables[place.table].cells[index].text = text ?? ""
        tables[place.table].cells[index].amount = text
        tables[place.table].cells[index].kind = text == nil ? .empty : .amount
        return true
    }

    private mutating func random(_ count: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % UInt64(count))
    }

    private mutating func spoiled(_ amount: String, _ kind: Kind) -> String? {
        var bytes = Array(amount.utf8)
        let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
        switch kind {
        case .digit:
            let place = digits[random(digits.count)]
            bytes[place] = 0x30 + UInt8((Int(bytes[place]) - 0x30 + 1 + random(9)) % 10)
        case .swappedDigits:
            let pairs = zip(digits, digits.dropFirst()).filter { bytes[$0] != bytes[$1] }
            guard !pairs.isEmpty else { return nil }
            let pair = pairs[random(pairs.count)]
            bytes.swapAt(pair.0, pair.1)
        default:
            guard !isZero(amount) else { return nil }
            return amount.hasPrefix("-") ? String(amount.dropFirst()) : "-" + amount
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Judging

    private mutating func judge(_ changed: [ReportTable], _ cells: [CellPlace], _ kind: Kind)
        -> Score
    {
        let found = checker.report(changed, paragraphs: paragraphs).findings.filter {
            !known.contains(ErrorPlanter.identity($0))
        }
        var score = Score(planted: 1, noticed: found.isEmpty ? 0 : 1)
        // the best explanation comes first
        let isLocated = found.first.map { finding in
            switch kind {
            case .lostRow: finding.code == .missingRow && finding.cell?.table == cells[0].table
            case .digit, .swappedDigits, .sign:
                finding.code == .wrongFigure && finding.cell == cells[0]
            case .swappedRows:
                finding.cell.map {
                    $0.table == cells[0].table
                        && (cells[0].row...(cells[0].row + 2)).contains($0.row)
                } ?? false
            default: finding.cells.contains { cells.contains($0) } && finding.code != .relationFails
            }
        }
        if isLocated ?? false { score.located = 1 }
        if score.located == 0 {
            let said = found.first.map {
                "\($0.code) \($0.place) \($0.message)"
            }
            misses.append(
                "\(kind.rawValue) at \(cells[0].table):\(cells[0].row):\(cells[0].column): \(said ?? "not noticed")"
            )
        }
        return score
    }
}
