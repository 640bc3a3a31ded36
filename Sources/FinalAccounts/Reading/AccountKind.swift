/// What a report accounts for: what is planned, or what was spent.
public enum AccountKind: String, Sendable {
    /// 决算.
    case finalAccounts = "final-accounts"
    /// 预算.
    case budget

    /// What a table's title says: the word that stands nearest to its end.
    ///
    /// 一般公共预算财政拨款支出决算表 is a table of final accounts. Nil for titles with neither word, such as
    /// those of forms.
    public init?(title: String) {
        let final = title.lastByteOffset(of: "决算")
        let budget = title.lastByteOffset(of: "预算")
        switch (final, budget) {
        case (nil, nil): return nil
        case (_, nil): self = .finalAccounts
        case (nil, _): self = .budget
        case (let final?, let budget?): self = final > budget ? .finalAccounts : .budget
        }
    }
}

extension String {
    /// Where `word` stands last, in bytes; nil where it does not.
    fileprivate func lastByteOffset(of word: String) -> Int? {
        let (text, word) = (Array(utf8), Array(word.utf8))
        guard text.count >= word.count else { return nil }
        return (0...(text.count - word.count)).reversed().first {
            text[$0..<($0 + word.count)].elementsEqual(word)
        }
    }
}
