/// How reports speak of their figures in prose: words and subjects, data of the catalogue.
public struct ProseDefinition: Sendable {
    /// What a word before a figure, or between two, says of it.
    public enum Role: String, Sendable, CaseIterable {
        /// Between a subject and its figure: 为, 共计.
        case filler
        /// What was planned, and what was spent of it.
        case budget, final
        /// By how much more or less than the year before, in money and in per cent.
        case increase, decrease, growth, fall
        /// The share of the plan that was spent: 完成年初预算的.
        case completion
        /// Says that less, or more, was spent than planned, or exactly as much.
        case less, more, same
        /// Takes back what `same` says: 基本.
        case about
        /// Opens a comparison: 与上年度相比.
        case comparison
        /// What 占 … % is a share of, where the words are no subject's name: 总支出.
        case whole
        /// Opens the words that say what money is for: they part no figure from its change.
        case purpose
        /// Says that a table has no figures.
        case empty
        /// May stand before a subject: 本单位, 全年.
        case opening
        /// What follows XX where a form was not filled in: 局, 万元.
        case placeholder
    }

    /// Something that prose gives a figure of.
    public struct Subject: Sendable {
        public var id: String
        /// After `…` other words may stand before the name.
        public var names: [String]
        /// The figures in the tables that it may mean: it must equal one of them; after `<=` one that it
        /// must not exceed.
        public var value: [String] = []
        /// The same for what was planned.
        public var budget: [String] = []
        /// Its names mean it only after one of these subjects: 基本支出 stands in several tables.
        public var under: [String] = []
        /// What 占 … % is a share of; by default of the subject that it stands under.
        public var share: [String] = []
        /// Where the functional classes named after it have their figures.
        public var classes: [String] = []
        /// Subjects that make it up where the prose names all of them.
        public var sums: [[String]] = []
        public var place: Catalogue.Place?

        public init(id: String, names: [String]) {
            self.id = id
            self.names = names
        }

        /// All references to tables, without `<=`.
        var references: [String] {
            (value + budget + share + classes).map {
                $0.hasPrefix("<= ") ? String($0.dropFirst(3)) : $0
            }
        }
    }

    /// What prose says of single projects.
    public struct Projects: Sendable {
        /// What follows a project's name at a paragraph's beginning.
        public var marks: [String] = []
        /// Where its figures stand: the row of its name, or a row of the form of its name.
        public var budget: [String] = []
        public var final: [String] = []

        public init() {}
    }

    public var words: [Role: [String]] = [:]
    public var projects = Projects()
    public var subjects: [Subject] = []
    /// Where a code that prose names (…（项）) has its figure: the one of these tables that has it.
    public var codes: [String] = []

    public init() {}
}
