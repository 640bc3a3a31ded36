/// What is known of a report before its prose is read.
struct ProseReport {
    /// Figures of another year are not in its tables.
    let year: Int?
    /// It says what is to be spent, not what was.
    let isPlan: Bool
    /// The keys of its units' names.
    let organisations: [String]

    /// So many paragraphs can hold the cover.
    private static let cover = 8
    private static let plan = "预算"
    private static let account = "决算"

    init(_ tables: [ReportTable], _ paragraphs: [ReportParagraph]) {
        let cover = paragraphs.prefix(ProseReport.cover).map(\.text)
        year = ProseReport.year(tables) ?? cover.lazy.compactMap(ProseReport.year).first
        let titles = tables.compactMap(\.title)
        let words = titles.contains { $0.containsBytewise(ProseReport.plan) } ? titles : cover
        isPlan =
            words.contains { $0.containsBytewise(ProseReport.plan) }
            && !words.contains { $0.containsBytewise(ProseReport.account) }
        let named = tables.compactMap(\.organisation).map(LabelKey.key)
        organisations = Set(named + ProseReport.organisations(paragraphs))
            .filter { !$0.isEmpty }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// What stands again and again before the year at a sentence's beginning: 某某市财政局2024年度….
    private static func organisations(_ paragraphs: [ReportParagraph]) -> [String] {
        var counts: [String: Int] = [:]
        for paragraph in paragraphs {
            let start = paragraph.text.prefix(longestName)
            guard ProseScanner.mayHaveFigures(paragraph.text),
                let date = ProseDate.first(in: String(start)), !date.isCompared
            else { continue }
            let key = LabelKey.key(date.before)
            if key.utf8.count >= shortestName { counts[key, default: 0] += 1 }
        }
        return counts.filter { $0.value > 1 }.map(\.key)
    }

    /// In characters, and in bytes of its key.
    private static let longestName = 40
    private static let shortestName = 9

    func isOther(_ other: ProseDate.Year) -> Bool {
        switch other {
        case .previous: true
        case .number(let number): year != nil && number != year
        }
    }

    /// Whether two ways of saying it mean one year.
    func isSame(_ one: ProseDate.Year, _ other: ProseDate.Year) -> Bool {
        one == other || number(one) != nil && number(one) == number(other)
    }

    private func number(_ year: ProseDate.Year) -> Int? {
        switch year {
        case .number(let number): number
        case .previous: self.year.map { $0 - 1 }
        }
    }

    /// The year of most tables.
    private static func year(_ tables: [ReportTable]) -> Int? {
        var counts: [Int: Int] = [:]
        for table in tables { if let year = table.year { counts[year, default: 0] += 1 } }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    private static func year(_ text: String) -> Int? {
        guard case .number(let year)? = ProseDate.last(in: text)?.year else { return nil }
        return year
    }
}
