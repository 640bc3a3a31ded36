/// What the catalogue knows of words, for whoever rebuilds tables from text.
public struct CatalogueWords: Sendable {
    private let index: CatalogueIndex
    private let checker: AccountsChecker

    public init(_ checker: AccountsChecker) {
        index = checker.index
        self.checker = checker
    }

    /// The official table of this title; nil for an unknown one.
    public func table(titled title: String) -> TableDefinition? {
        let key = LabelKey.title(title)
        guard !key.isEmpty else { return nil }
        let kind = AccountKind(title: title)
        let reader = TitleReader(index.catalogue.marks)
        let printed = reader.printed(key)
        var best: (table: Int, match: TitleMatch)?
        for (number, table) in index.tables.enumerated() {
            if let kind, let own = table.kind, kind != own { continue }
            let match = reader.match(printed, table.titles)
            if match > (best?.match ?? .none) { best = (number, match) }
        }
        return best.map { index.catalogue.tables[$0.table] }
    }

    /// Whether two texts say the same: spaces, brackets and punctuation aside, and in the words
    /// that mean the same in headers.
    public func isSame(_ one: String, _ other: String) -> Bool {
        let (a, b) = (LabelKey.title(one), LabelKey.title(other))
        if a == b { return true }
        let word = index.word(a)
        return word != CatalogueIndex.unknown && word == index.word(b)
    }

    /// The label without what printers vary, its ordinal and 其中：.
    public func key(_ text: String) -> String { LabelKey.item(text).key }

    /// Whether it is a word of some header, or the label of some row.
    public func isKnown(_ text: String) -> Bool {
        index.word(LabelKey.title(text)) != CatalogueIndex.unknown
    }

    /// Whether it heads columns of labels: 项目, 科目名称, 行次.
    public func isLabelHeader(_ text: String) -> Bool {
        index.roles[index.word(LabelKey.title(text))] != nil
    }

    /// How well figures agree with the relations of their table: those that hold less those that
    /// do not.
    public func agreement(_ table: ReportTable) -> Int {
        checker.report([table]).checks.reduce(0) { sum, check in
            switch check.result {
            case .holds, .holdsRounding: sum + 1
            case .fails, .warns: sum - 1
            case .notApplicable: sum
            }
        }
    }
}
