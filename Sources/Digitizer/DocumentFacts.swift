internal import PageModel
internal import TableRecognition
internal import TextRepair
internal import Transcripts

/// Whose document it is, of which year, and what it accounts for: from its tables and its cover.
struct DocumentFacts {
    var organisation: String?
    var year: Int?
    /// "final-accounts", "budget" or "unknown".
    var kind = "unknown"

    /// So many pages at the beginning can hold the cover.
    static let coverPages = 2

    init(tables: [Table], remaining: [RemainingText]) {
        let cover = remaining.prefix(DocumentFacts.coverPages)
            .map { $0.lines.map { CellText.closed($0.text) }.joined() }
        let titles = tables.compactMap(\.title)
        kind = DocumentFacts.kind(cover + titles)
        organisation =
            DocumentFacts.commonest(tables.compactMap(\.organisation))
            ?? cover.first.flatMap(DocumentFacts.organisation)
        year =
            DocumentFacts.commonest(tables.compactMap(\.year))
            ?? (cover + titles).lazy.compactMap(DocumentFacts.year).first
    }

    init(_ transcript: Transcript) {
        let cover = transcript.paragraphs.prefix(DocumentFacts.coverPages * 3).map(\.text)
        let tables = transcript.tables
        kind = DocumentFacts.kind(cover + tables.compactMap(\.title))
        organisation =
            DocumentFacts.commonest(tables.compactMap(\.organisation))
            ?? DocumentFacts.organisation(cover.joined())
        year =
            DocumentFacts.commonest(tables.compactMap(\.year))
            ?? (cover + tables.compactMap(\.title)).lazy.compactMap(DocumentFacts.year).first
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

    /// What stands on the cover before 决算 or 预算, less the year and the words for the account.
    private static func organisation(_ cover: String) -> String? {
        guard let end = cover.offset(of: "决算") ?? cover.offset(of: "预算") else { return nil }
        var name = String(cover.prefix(end))
        for ending in ["部门", "单位", "年度", "年"] where name.hasSuffix(ending) {
            name.removeLast(ending.count)
        }
        if let year = year(name) {
            for printed in ["\(year)年度", "\(year)年", "\(year)"] {
                guard let place = name.offset(of: printed) else { continue }
                let start = name.index(name.startIndex, offsetBy: place)
                name.removeSubrange(start..<name.index(start, offsetBy: printed.count))
                break
            }
        }
        return (4...40).contains(name.count) ? name : nil
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
    fileprivate func offset(of word: String) -> Int? {
        let (text, word) = (Array(self), Array(word))
        guard text.count >= word.count else { return nil }
        return (0...(text.count - word.count)).first {
            text[$0..<($0 + word.count)].elementsEqual(word)
        }
    }
}
