/// A table that the catalogue knows, its rows and columns named.
struct Statement: Sendable {
    /// A block as printed: which of the definition's it is, and its measures' columns.
    struct Block: Sendable {
        /// The definition's block.
        let definition: Int
        var labels: [Int]
        var lineColumn: Int?
        /// Columns of figures: the measure (a symbol), its kind, the grid's column.
        var measures: [(measure: Int, kind: ColumnDefinition.Kind, column: Int)]
        /// The grid's columns of figures that the catalogue has no measure for.
        var unknown: [Int] = []
        /// Whether any of these may be a term of the row's sum; a 其中 column is none.
        var hasOtherTerms = false
    }

    /// A labelled row of a block.
    struct Line: Sendable {
        /// The printed block whose label it has.
        var block: Int
        /// The printed block whose figures it has.
        var figures: Int
        /// The grid's row, header included.
        var row: Int
        /// As printed.
        var label = ""
        /// The definition's row, as a symbol.
        var item: Int?
        /// 201, 20101, 2010101.
        var code: Int?
        /// 行次.
        var number: Int?
        /// The 二 of 二、.
        var ordinal: Int?
        /// 其中：.
        var isPart = false
        /// Its label has a word for sums: 合计, 小计.
        var isTotal = false
        /// How deep an outline's row stands; 0 for others.
        var depth = 0
        /// Whether the label says which row it is.
        var isIdentified = false
        /// The line whose code is the nearest above; nil for classes and totals.
        var parent: Int?
        /// Its name's key, where its block has a column for names.
        var key: String?
        /// That name as it stands there.
        var name: (text: String, cell: CellPlace)?
        /// Its first figure among the report's; one a measure of its block follows.
        var firstSlot = 0
    }

    /// A label of a form with the text beside it.
    struct Field: Sendable {
        /// A symbol.
        let id: Int
        let label: String
        let text: String
        let cell: CellPlace
    }

    /// The report's table.
    let table: Int
    /// The catalogue's table.
    let definition: Int
    /// Stands for the report's prose, a line for each of its figures.
    var isProse: Bool { definition == Statement.prose }
    static let prose = -1
    /// In per cent.
    let certainty: Int
    /// Whether the title says that it is this table; what only looks like it is not claimed to be it.
    let isCertain: Bool
    /// Whether its rows and columns are those of the page for sure; see ``ReportTable/isRuled``.
    var isRuled = true
    /// Whether what is missing in it, or does not fit, says something of the report rather than of the reading.
    var accuses: Bool { isCertain && isRuled }
    var blocks: [Block]
    var lines: [Line] = []
    /// The first line with an item, and with a code.
    private(set) var lineByItem: [Int: Int] = [:]
    private(set) var lineByCode: [Int: Int] = [:]
    private(set) var lineByKey: [String: Int] = [:]
    /// What a form says in words.
    var fields: [Field] = []
    /// Its note says that it has no figures.
    var isDeclaredEmpty = false
    /// What its figures are counted in; see ``unitSource`` for how that is known.
    var unit: MoneyUnit
    var unitSource: UnitSource
    /// Digits after the point of its finest figure of money.
    var scale = 0

    init(
        table: Int, definition: Int, certainty: Int, isCertain: Bool, blocks: [Block],
        unit: MoneyUnit, unitSource: UnitSource, scale: Int = 0
    ) {
        self.table = table
        self.definition = definition
        self.certainty = certainty
        self.isCertain = isCertain
        self.unitSource = unitSource
        self.blocks = blocks
        self.unit = unit
        self.scale = scale
    }

    /// The place of a measure among a line's figures.
    func position(of measure: Int, in line: Line) -> Int? {
        blocks[line.figures].measures.firstIndex { $0.measure == measure }
    }

    func slots(of line: Line) -> Range<Int> {
        line.firstSlot..<(line.firstSlot + blocks[line.figures].measures.count)
    }

    /// The row that a 其中 row is a part of: the nearest above it in its block that is none itself.
    func whole(of line: Int) -> Int? {
        lines[..<line].lastIndex { $0.block == lines[line].block && !$0.isPart }
    }

    /// A row is found by another name too.
    mutating func add(key: String, line: Int) {
        if lineByKey[key] == nil { lineByKey[key] = line }
    }

    /// Looks the lines up by what they are, and finds each code's parent.
    mutating func index() {
        for (number, line) in lines.enumerated() {
            if let item = line.item, lineByItem[item] == nil { lineByItem[item] = number }
            if let code = line.code, lineByCode[code] == nil { lineByCode[code] = number }
            if let key = line.key, lineByKey[key] == nil { lineByKey[key] = number }
        }
        for number in lines.indices {
            guard var code = lines[number].code else { continue }
            while code >= 1000 {
                code /= 100
                if let parent = lineByCode[code] {
                    lines[number].parent = parent
                    break
                }
            }
        }
    }
}

/// A place for a figure: printed there, or blank.
struct Slot: Sendable {
    enum State: Sendable { case printed, blank, unread }

    /// In base units of money, or as printed times 10^4 for rates and scores.
    var value = 0
    /// One in the place that it is rounded to; see ``Statement/place(of:keepsZeros:)``.
    var place = 1
    /// Digits after its own point.
    var scale = 0
    var state = State.blank
    /// Its page's text can be relied on.
    var isSound = true
    let kind: ColumnDefinition.Kind
    let measure: Int
    let statement: Int
    let line: Int
    let origin: FigurePlace
    /// The number that is meant where what is printed is none; it counts only when it is proved.
    var slip: String?
    /// What OCR read where `slip` is put for it.
    var read: Int?
    /// Other numbers that OCR may have meant.
    var readings: [Reading] = []

    struct Reading: Sendable {
        let value: Int
        let text: String
        /// How unlikely it is; see ``ScannedNumber``.
        let cost: Double
    }
}
