internal import FinalAccounts
internal import PageModel
internal import TableRecognition
internal import TextRepair
internal import Transcripts

/// Whose document it is, of which year, and what it accounts for: from its tables, its cover and its prose.
struct DocumentFacts {
    let organisation: String?
    let scope: ReportScope?
    let year: Int?
    /// "final-accounts", "budget" or "unknown".
    let kind: String

    /// So many pages at the beginning can hold the cover.
    static let coverPages = 2

    /// - Parameter prose: The paragraphs, in order.
    init(tables: [Table], remaining: [RemainingText], prose: [String]) {
        let lines = remaining.prefix(DocumentFacts.coverPages)
            .map { $0.lines.map { CellText.closed($0.text) } }
        self.init(
            cover: lines.first { !$0.isEmpty } ?? [], opening: lines.map { $0.joined() },
            titles: tables.compactMap(\.title), organisations: tables.compactMap(\.organisation),
            years: tables.compactMap(\.year), prose: prose)
    }

    init(_ transcript: Transcript) {
        let cover = transcript.paragraphs.prefix(DocumentFacts.coverPages * 3).map(\.text)
        let tables = transcript.tables
        self.init(
            cover: cover, opening: cover, titles: tables.compactMap(\.title),
            organisations: tables.compactMap(\.organisation), years: tables.compactMap(\.year),
            prose: transcript.paragraphs.map(\.text))
    }

    private init(
        cover: [String], opening: [String], titles: [String], organisations: [String],
        years: [Int], prose: [String]
    ) {
        kind = DocumentFacts.kind(opening + titles)
        year =
            DocumentFacts.commonest(years)
            ?? (opening + titles).lazy.compactMap(DocumentFacts.year).first
        var vote = OrganisationVote()
        for name in organisations { vote.add(name, in: .table) }
        CoverText.name(cover).map { vote.add($0, in: .cover) }
        for name in prose.lazy.compactMap(SentenceSubject.beforeYear) {
            vote.add(name, in: .sentence)
        }
        organisation = vote.winner
        scope = ReportScope(organisation: organisation, cover: cover, prose: prose)
    }

    private static func kind(_ texts: [String]) -> String {
        for text in texts {
            let final = text.offset(of: "决算")
            let budget = text.offset(of: "预算")
            switch (final, budget) {
            case (nil, nil): continue
            case (_, nil): return "final-accounts"
            case (nil, _): return "budget"
            case (let final?, let budget?): return final < budget ? "final-accounts" : "budget"
            }
        }
        return "unknown"
    }

    /// The first 20xx that stands before 年 or at the end.
    static func year(_ text: String) -> Int? {
        let characters = Array(text)
        guard characters.count >= 4 else { return nil }
        for start in 0...(characters.count - 4) {
            let four = characters[start..<(start + 4)]
            guard four.first == "2", four.allSatisfy({ $0.isASCII && $0.isNumber }),
                let year = Int(String(four)), (2000...2099).contains(year)
            else { continue }
            if start + 4 == characters.count || characters[start + 4] == "年" { return year }
        }
        return nil
    }

    private static func commonest<Value: Hashable>(_ values: [Value]) -> Value? {
        var counts: [Value: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        guard let most = counts.values.max() else { return nil }
        return values.first { counts[$0] == most }
    }
}

extension String {
    /// The offset (in characters) of the first occurrence of `word`; nil where there is none.
    func offset(of word: String) -> Int? {
        let (text, word) = (Array(self), Array(word))
        guard text.count >= word.count else { return nil }
        return (0...(text.count - word.count)).first {
            text[$0..<($0 + word.count)].elementsEqual(word)
        }
    }
}
