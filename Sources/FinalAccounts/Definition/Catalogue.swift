/// What is known of the official tables: data, read from YAML (see docs/catalogue.md).
public struct Catalogue: Sendable, Hashable {
    /// Where a definition stands, for messages.
    public struct Place: Sendable, Hashable {
        public var file: String
        public var line: Int

        public init(file: String, line: Int) {
            self.file = file
            self.line = line
        }
    }

    /// What a column of labels holds.
    public enum Role: String, Sendable, CaseIterable {
        case code, name, item, line, note, rank
    }

    /// Header texts of columns that hold no figures.
    public var headers: [Role: [String]] = [:]
    /// What a part of a title or heading tells.
    public enum Mark: String, Sendable, CaseIterable {
        /// In front of a title it says nothing of the table: 部门, 单位, 高等学校.
        case neutral
        /// A name that ends so is one of an organisation: 局, 委员会, 大学.
        case organisation
        /// Says of which money the table is: a title with one is another title than without.
        case qualifier
        /// A column with it in its heading counts or rates something: no money.
        case count
        /// Names the sum of what stands beside it, or of what it stands under: 合计, 小计.
        case total
    }

    public var marks: [Mark: [String]] = [:]
    /// Words that mean the same: the catalogue's own, and how others print it.
    public var words: [(word: String, aliases: [String])] = []
    public var functionCodes: [(code: String, names: [String])] = []
    public var economicCodes: [(code: String, names: [String])] = []
    public var tables: [TableDefinition] = []
    /// Relations between tables.
    public var relations: [RelationDefinition] = []
    public var prose = ProseDefinition()
    /// Relations between the reports of an organisation.
    public var across: [AcrossDefinition] = []

    public init() {}

    public static func == (one: Catalogue, other: Catalogue) -> Bool {
        CatalogueText.write(one) == CatalogueText.write(other)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(CatalogueText.write(self)) }
}

/// One official table.
public struct TableDefinition: Sendable {
    public var id: String
    /// 公开01表 in the Ministry's numbering; other provinces number otherwise.
    public var code: String?
    public var title: String
    public var variants: [String] = []
    /// Of which kind of report, where the title does not say.
    public var kind: AccountKind?
    /// For forms, which have no header: labels that must stand in them.
    public var form: [String] = []
    /// What a form says in words: an id, and the labels beside which it stands.
    public var fields: [(id: String, names: [String])] = []
    /// The headings of a form's parts: 资金管理情况, 绩效指标.
    public var sections: [String] = []
    /// The labels of a form's levels, outermost first: 产出指标, then 数量指标.
    public var levels: [[String]] = []
    public var blocks: [BlockDefinition] = []
    public var relations: [RelationDefinition] = []
    public var place: Catalogue.Place?

    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}

/// A part of a table with label columns of its own; some tables print several side by side.
public struct BlockDefinition: Sendable {
    /// The classification that its rows are coded by.
    public enum Codes: String, Sendable {
        case function, economic
    }

    public var id: String
    /// The header of the label column that names each row, where others stand beside it.
    public var key: String?
    /// The header above the whole block.
    public var under: String?
    public var codes: Codes?
    /// Stands several times side by side, its rows running on.
    public var isRepeated = false
    /// Rows are the functional classes, by name and without code.
    public var hasClasses = false
    /// Label columns, outermost first, whose filling tells a row's level.
    public var outline: [String] = []
    public var columns: [ColumnDefinition] = []
    public var rows: [RowDefinition] = []

    public init(id: String) { self.id = id }
}

/// A column of figures.
public struct ColumnDefinition: Sendable {
    public enum Kind: String, Sendable {
        case money, rate, score
    }

    /// A stable id, such as `basic-expenditure`.
    public var measure: String
    public var kind = Kind.money
    /// Header words, each a set (parted by spaces) that must all stand above the column.
    public var names: [String]

    public init(measure: String, names: [String]) {
        self.measure = measure
        self.names = names
    }
}

/// A row that is known by its label.
public struct RowDefinition: Sendable {
    public var id: String
    public var names: [String]
    /// Only below this row: the same label stands twice.
    public var after: String?

    public init(id: String, names: [String]) {
        self.id = id
        self.names = names
    }
}

/// Something that must hold between figures.
public struct RelationDefinition: Sendable {
    /// Whose rule it is.
    public enum Standing: String, Sendable {
        /// It follows from the printed tables' own totals and definitions; where it fails, the report is wrong.
        case official
        /// It follows from what the tables mean, but nobody prints it: it warns.
        case derived
        /// Some reports follow it: it warns only where this one shows that it does.
        case usual
    }

    public var id: String
    /// In the relation language.
    public var check: String
    /// Only where this holds.
    public var when: String?
    public var standing = Standing.official
    /// Unofficial relations warn, they do not fail.
    public var isOfficial: Bool { standing == .official }
    public var place: Catalogue.Place?

    public init(id: String, check: String) {
        self.id = id
        self.check = check
    }
}
