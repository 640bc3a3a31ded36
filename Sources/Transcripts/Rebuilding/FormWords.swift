internal import FinalAccounts

/// What a form's definition knows of words.
struct FormWords {
    private let words: CatalogueWords
    private var measures: [String: String] = [:]
    private var headings: [String: String] = [:]
    private var fields: [String: String] = [:]
    private var rows: [String: String] = [:]
    private let sections: Set<String>
    private let levels: [Set<String>]
    /// The label beside a project's name.
    private(set) var projectLabel: String?

    init(_ definition: TableDefinition, _ words: CatalogueWords) {
        self.words = words
        for block in definition.blocks {
            for column in block.columns {
                headings[column.measure] = column.names.first
                for name in column.names { measures[words.key(name)] = column.measure }
            }
            for row in block.rows { for name in row.names { rows[words.key(name)] = row.id } }
        }
        for field in definition.fields {
            for name in field.names { fields[words.key(name)] = field.id }
            if field.id == "project" { projectLabel = field.names.first }
        }
        sections = Set(definition.sections.map(words.key))
        levels = definition.levels.map { Set($0.map(words.key)) }
    }

    func measure(_ text: String) -> String? { measures[words.key(text)] }
    func heading(_ measure: String) -> String? { headings[measure] }
    func field(_ text: String) -> String? { fields[words.key(text)] }
    func isSection(_ text: String) -> Bool { sections.contains(words.key(text)) }

    func isFundsRow(_ text: String) -> Bool {
        rows[words.key(text)].map { $0 != "total" } ?? false
    }

    func isTotal(_ texts: [String]) -> Bool {
        texts.contains { rows[words.key($0)] == "total" }
    }

    /// 一级 is 0, 二级 is 1.
    func isLevel(_ text: String, _ level: Int) -> Bool {
        levels.indices.contains(level) && levels[level].contains(words.key(text))
    }

    func isGoalsHeader(_ texts: [String]) -> Bool {
        texts.contains { words.key($0) == "预期目标" || words.key($0) == "任务名称" }
    }

    func isReason(_ text: String) -> Bool { text.contains("原因") || text.contains("措施") }
}
