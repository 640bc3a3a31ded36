/// What is known of a report's tables: records, the relations between them, and what is wrong.
public struct AccountsReport: Sendable {
    /// A table that the catalogue knows.
    public struct Recognised: Sendable {
        /// The table's place among the report's.
        public var table: Int
        /// The catalogue's id, such as `income-expenditure-summary`.
        public var catalogue: String
        /// In per cent: title and header together.
        public var certainty: Int
        /// Whether its title says so; the others only look like it.
        public var isCertain: Bool
        public var unitSource: UnitSource
    }

    public var recognised: [Recognised] = []
    public var records: [AccountRecord] = []
    public var checks: [RelationCheck] = []
    public var findings: [AccountFinding] = []
    /// Numbers of tables that the catalogue does not know, proved by relations that were found in them.
    public var proofs: [CellProof] = []
    /// What forms say in words.
    public var fields: [AccountField] = []
    /// The tables are those of several reports: the prose is not compared with them.
    public var isSeveral = false

    public init() {}
}

/// How far an amount can be trusted; see docs/format.md.
public enum AmountStatus: String, Sendable, CaseIterable {
    case proved, plausible, suspect
    /// A person changed it.
    case corrected
    /// A person found it as the page has it.
    case confirmed

    /// A person's word, which no check changes.
    public var isByPerson: Bool { self == .corrected || self == .confirmed }
}

/// One number of a report: what it measures, of what, how much.
public struct AccountRecord: Sendable {
    public var cell: CellPlace
    public var block: String
    /// 行次.
    public var line: Int?
    /// The row's id where the catalogue names it, such as `year-income`.
    public var row: String?
    /// 3, 5 or 7 digits.
    public var code: String?
    /// 1 for classes (类), 2, 3; 0 for totals; nil for rows without a level.
    public var level: Int?
    /// The code that it is part of.
    public var parent: String?
    /// The row's label as printed.
    public var item: String?
    /// The label as it should be: the code's name, or the label without its ordinal.
    public var name: String?
    public var measure: String
    /// A plain decimal in `unit`.
    public var amount: String
    /// 万元, 元; nil for rates and scores.
    public var unit: String?
    /// In 元; nil for rates and scores.
    public var yuan: String?
    /// How its unit is known; nil for rates and scores.
    public var unitSource: UnitSource?
    /// As it should have been printed, where what is printed is no number.
    public var mended: String?
    public var evidence = AmountEvidence()
    /// How far it can be trusted.
    public var status: AmountStatus { evidence.status }
    /// The checks that it takes part in, by their place among the report's.
    public var checks: [Int] = []
}

/// A label of a form and the text beside it.
public struct AccountField: Sendable {
    /// The text's cell.
    public var cell: CellPlace
    /// A stable id, such as `project`.
    public var id: String
    /// As printed.
    public var label: String
    public var text: String
}

/// A number that has no record, and the checks that prove it.
public struct CellProof: Sendable {
    public var cell: CellPlace
    public var checks: [Int]
}

/// A relation as it was tried on certain figures.
public struct RelationCheck: Sendable {
    public enum Result: String, Sendable {
        case holds
        /// Off by no more than rounding can make it.
        case holdsRounding = "holds-rounding"
        case fails
        /// Fails, but is not official.
        case warns
        case notApplicable = "not-applicable"
    }

    public var relation: String
    public var isOfficial: Bool
    public var result: Result
    /// Left minus right, in `unit`.
    public var difference: String
    public var tolerance: String
    public var cells: [CellPlace]
    /// The figures of the prose among them.
    public var prose: [ProsePlace] = []
    /// Why it is believed, where no catalogue says that it must hold.
    public var found: FoundEvidence?
    /// Why it is not applicable.
    public var reason: String?
}

/// Something that a person should look at.
public struct AccountFinding: Sendable {
    public enum Code: String, Sendable {
        /// A relation fails and no one figure explains it.
        case relationFails = "relation-fails"
        /// One figure explains all relations that fail around it.
        case wrongFigure = "wrong-figure"
        /// A row's figures stand in the wrong columns.
        case shiftedRow = "shifted-row"
        /// Two rows have each other's figures.
        case swappedRows = "swapped-rows"
        /// A row is missing.
        case missingRow = "missing-row"
        /// Rows out of their order.
        case rowOrder = "row-order"
        /// A printed name is not the code's.
        case name
        /// The prose has a unit, but no figure before it.
        case missingFigure = "missing-figure"
        /// A table's unit is not the one in which its figures are those of the text, or of other tables.
        case unitContradicted = "unit-contradicted"
        /// XX stands where a name or figure should.
        case placeholder
        /// The prose names a year that cannot be meant.
        case year
        /// The contents list names a table that is not there.
        case missingTable = "missing-table"
    }

    public var code: Code
    /// False for unofficial relations: they warn.
    public var isFailure: Bool
    /// The figure, or the row's first cell.
    public var place: FigurePlace
    /// All cells that it is about.
    public var cells: [CellPlace]
    /// The table's cell; nil for a figure of the prose.
    public var cell: CellPlace? { place.cell }
    /// Row and column in the report's words.
    public var row: String
    public var column: String
    public var printed: String?
    /// What would mend it.
    public var mend: String?
    /// A sentence.
    public var message: String
    /// The relation that fails, with its figures in place: 合计 10.00≠基本支出 4.00＋项目支出 7.00.
    public var formula: String?
    /// Other figures would explain it as well.
    public var isAmbiguous = false
    /// The checks that it explains, by their place among the report's.
    public var checks: [Int]
}
