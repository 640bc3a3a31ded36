/// The contents list: tables that it names and the report lacks.
struct ProseContents {
    /// Paragraphs that a contents list has at most.
    private static let longest = 80
    /// So many of its tables must be there before one is missed.
    private static let leastKnown = 4
    private static let heading = "目录"
    private static let ending = "表"
    /// Shorter names (in bytes, three a character) are no table's.
    private static let shortestName = 15
    /// Longer lines (in bytes, with the dots before a page's number) are prose.
    private static let longestEntry = 360

    private let index: CatalogueIndex
    private let statements: [Statement]
    private let tables: [ReportTable]

    init(_ index: CatalogueIndex, _ statements: [Statement], _ tables: [ReportTable]) {
        self.index = index
        self.statements = statements
        self.tables = tables
    }

    /// What the list names and no title or other text does.
    func notes(_ paragraphs: [ReportParagraph]) -> [ProseNote] {
        guard
            let start = paragraphs.firstIndex(where: {
                LabelKey.key($0.text) == ProseContents.heading
            })
        else { return [] }
        var entries: [(number: Int, name: String)] = []
        var end = start + 1
        while end < paragraphs.count, end - start < ProseContents.longest,
            let key = ProseContents.entry(paragraphs[end].text)
        {
            let name = ProseContents.core(key)
            if key.endsBytewise(with: ProseContents.ending),
                name.utf8.count >= ProseContents.shortestName
            {
                entries.append((end, name))
            }
            end += 1
        }
        let titles = tables.compactMap(\.title).map { ProseContents.core(LabelKey.key($0)) }
        let missing = entries.filter { entry in !isThere(entry.name, titles) }
        guard !missing.isEmpty, entries.count - missing.count >= ProseContents.leastKnown else {
            return []
        }
        // a table without figures may be a line of text, or a cell
        let texts = paragraphs[end...].map(\.text) + tables.flatMap { $0.cells.map(\.text) }
        return missing.compactMap { entry in
            if texts.contains(where: { LabelKey.key($0).containsBytewise(entry.name) }) {
                return nil
            }
            let text = paragraphs[entry.number].text
            return ProseNote(
                kind: .missingTable,
                place: ProsePlace(
                    paragraph: entry.number, range: 0..<text.unicodeScalars.count), printed: text)
        }
    }

    // MARK: Tables

    /// A shortened name keeps so much of the whole one (share of its characters).
    private static let leastKept = 0.6

    /// Whether one name is the other with words left out, wherever they stand.
    private static func isShortened(_ short: String, _ long: String) -> Bool {
        var rest = short.unicodeScalars[...]
        for scalar in long.unicodeScalars where scalar == rest.first { rest.removeFirst() }
        return rest.isEmpty
            && Double(short.unicodeScalars.count)
                >= leastKept * Double(long.unicodeScalars.count)
    }

    /// Whether a table has this title, or is known to be this one.
    private func isThere(_ name: String, _ titles: [String]) -> Bool {
        if titles.contains(where: { ProseContents.isSame($0, name) }) { return true }
        let definitions = index.catalogue.tables.indices.filter { number in
            let table = index.catalogue.tables[number]
            return ([table.title] + table.variants).contains {
                ProseContents.core(LabelKey.key($0)) == name
            }
        }
        if !definitions.isEmpty {
            return statements.contains { definitions.contains($0.definition) }
        }
        // it may stand there under no name, or under one with a word more or less
        let known = Set(statements.map(\.table))
        return tables.indices.contains { tables[$0].title == nil && !known.contains($0) }
            || titles.contains {
                ProseContents.isPart(name, of: $0) || ProseContents.isPart($0, of: name)
                    || ProseContents.isShortened($0, name) || ProseContents.isShortened(name, $0)
            }
    }

    /// Whether all characters of one stand in the other, in their order.
    private static func isPart(_ one: String, of other: String) -> Bool {
        var rest = other.unicodeScalars[...]
        for scalar in one.unicodeScalars {
            guard let place = rest.firstIndex(of: scalar) else { return false }
            rest = rest[rest.index(after: place)...]
        }
        return true
    }

    /// The key of a line of the list, without its number; nil for text that is none.
    private static func entry(_ text: String) -> String? {
        guard text.utf8.count <= longestEntry, !text.containsBytewise("。"),
            !text.containsBytewise("：")
        else {
            return nil
        }
        // a part of the report, not a table
        if text.startsBytewise(with: "第"), text.containsBytewise("部分") { return "" }
        var key = LabelKey.item(text).key[...]
        while let last = key.utf8.last, (0x30...0x39).contains(last) { key = key.dropLast() }
        return String(key)
    }

    /// Without the year, and the words for whose table it is, which lists often leave out.
    private static func core(_ key: String) -> String {
        // 8.2024年…: its number and the year are one without the point
        let start = key[...].startOfYearBehindNumber ?? key.startIndex
        var rest = LabelKey.title(String(key[start...]))
        for word in ["预算", ""] {
            for unit in ["部门", "单位"] where rest.startsBytewise(with: word + unit) {
                rest = String(Substring(rest.utf8.dropFirst((word + unit).utf8.count)))
            }
        }
        return rest
    }

    private static func isSame(_ title: String, _ name: String) -> Bool {
        title.containsBytewise(name)
            || name.containsBytewise(title) && title.utf8.count >= shortestName
    }
}
