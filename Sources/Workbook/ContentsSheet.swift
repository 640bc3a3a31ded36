internal import Dataset
internal import FinalAccounts

/// The first sheet: whose accounts, the tables with links to them, what the colours mean, and what
/// else a person should know.
struct ContentsSheet {
    /// The headings of the list, and how wide its columns are, in characters.
    private static let columns: [(heading: String, width: Double)] = [
        ("序号", 8), ("表名", 42), ("表号", 14), ("单位", 8), ("页", 10), ("proved\n已证明", 10),
        ("plausible\n未证明", 10), ("suspect\n存疑", 10), ("corrected\n已更正", 10), ("注", 50),
    ]
    private static let legend: [(fill: SheetStyle.Fill, name: String, meaning: String)] = [
        (.proved, "proved 已证明", "行和列都认得，换成别的数，勾稽关系就不成立"),
        (.none, "plausible 未证明", "没有可疑之处，也没有关系可以证明"),
        (.suspect, "suspect 存疑", "勾稽关系在此不成立，或读得没有把握：原因见批注，请核对原页"),
        (.corrected, "corrected 已更正", "经人工更正：印的是什么见批注"),
    ]

    private let document: DocumentRecord
    private let sheets: [Sheet]
    private var cells: [SheetCell] = []
    private var row = 0

    /// `sheets` are those of the document's tables, in order.
    static func sheet(of document: DocumentRecord, _ sheets: [Sheet]) -> Sheet {
        var contents = ContentsSheet(document: document, sheets: sheets)
        contents.addTitle()
        contents.addTables()
        contents.addLegend()
        contents.addRemarks()
        var sheet = Sheet(
            name: SheetName.contents, heading: SheetName.contents, rowCount: contents.row,
            columnCount: columns.count)
        sheet.cells = contents.cells
        sheet.columnWidths = columns.map(\.width)
        sheet.fitRows()
        return sheet
    }

    private init(document: DocumentRecord, sheets: [Sheet]) {
        self.document = document
        self.sheets = sheets
    }

    /// "云河市科学技术局（本级） 2024", or the file's name where neither is known.
    static func title(of document: DocumentRecord) -> String {
        let words = [document.organisation, document.year.map { String($0) }].compactMap { $0 }
        return words.isEmpty ? document.source.file : words.joined(separator: " ")
    }

    /// "A.pdf · SHA-256 … · juesuan 0.1.0".
    static func source(of document: DocumentRecord) -> String {
        let source = document.source
        return "\(source.file) · SHA-256 \(source.sha256) · \(source.extractor)"
    }

    // MARK: Parts

    private mutating func addTitle() {
        var style = ContentsSheet.plain
        style.isBold = true
        add(0, .text(ContentsSheet.title(of: document)), style)
        row += 1
        add(0, .text(ContentsSheet.source(of: document)), ContentsSheet.plain)
        row += 2
    }

    private mutating func addTables() {
        let head = SheetStyle(fill: .header, alignment: .center, isBold: true)
        for (column, label) in ContentsSheet.columns.enumerated() {
            add(column, .text(label.heading), head)
        }
        row += 1
        for (index, table) in document.tables.enumerated() {
            add(table, number: index + 1, sheet: sheets[index].name)
            row += 1
        }
        row += 1
    }

    private mutating func add(_ table: TableRecord, number: Int, sheet: String) {
        let center = SheetStyle(alignment: .center)
        let link = SheetStyle(isLink: true)
        add(0, .number(Double(number)), center)
        add(1, .link(table.title ?? sheet, sheet: sheet), link)
        add(2, .text(table.code ?? ""), center)
        add(3, .text(table.unit ?? ""), center)
        add(4, .text(PageRuns.text(table.pages)), center)
        let statuses: [AmountStatus] = [.proved, .plausible, .suspect, .corrected]
        for (place, status) in statuses.enumerated() {
            let count = table.cells.count { $0.numberStatus == status }
            let fill: SheetStyle.Fill = status == .suspect && count > 0 ? .suspect : .none
            add(5 + place, .number(Double(count)), SheetStyle(fill: fill, alignment: .right))
        }
        add(9, .text(table.note ?? ""), SheetStyle())
    }

    private mutating func addLegend() {
        for (fill, name, meaning) in ContentsSheet.legend {
            add(1, .text(name), SheetStyle(fill: fill))
            add(2, .text(meaning), ContentsSheet.plain)
            row += 1
        }
        row += 1
    }

    /// What no cell says: warnings of pages, and findings about the text.
    private mutating func addRemarks() {
        var pages: [String: [Int]] = [:]
        var messages: [String] = []
        let findings = document.accounts.findings.filter { $0.cell == nil }
            .map { (document.page(of: $0.place), [$0.row, $0.message].joined(separator: "：")) }
        for (page, message) in document.warnings.map({ ($0.page, $0.message) }) + findings {
            if pages[message] == nil { messages.append(message) }
            pages[message, default: []] += page.map { [$0] } ?? []
        }
        for message in messages {
            let places = PageRuns.text(pages[message] ?? [])
            add(0, .text(places.isEmpty ? "" : "p. \(places)"), ContentsSheet.plain)
            add(1, .text(message), ContentsSheet.plain)
            row += 1
        }
    }

    /// Runs on over the cells beside it.
    private static let plain = SheetStyle(hasBorder: false, wraps: false)

    private mutating func add(_ column: Int, _ value: SheetCell.Value, _ style: SheetStyle) {
        let isEmpty = value == .text("")
        cells.append(
            SheetCell(row: row, column: column, value: isEmpty ? .blank : value, style: style))
    }
}

extension CellRecord {
    /// As `document.json` says it; nil for cells without a number.
    fileprivate var numberStatus: Status? {
        amount == nil && status == nil ? nil : status ?? .plausible
    }
}
