/// What looking at a sample showed.
public struct SampleOutcome: Sendable, Hashable {
    /// The numbers of one official table and status.
    public struct Stratum: Sendable, Hashable {
        /// The catalogue's id of the table; nil for tables that it does not know.
        public var table: String?
        public var status: String
        /// Numbers in the dataset, drawn, looked at, and found wrong or not to be read on the page.
        public var population: Int
        public var drawn: Int
        public var seen = 0
        public var wrong = 0
        public var unreadable = 0

        public init(table: String?, status: String, population: Int, drawn: Int) {
            self.table = table
            self.status = status
            self.population = population
            self.drawn = drawn
        }

        /// What cannot be told counts as wrong, so that the bound stays one.
        public var errors: Int { wrong + unreadable }
    }

    public var design: SampleDesign
    public var strata: [Stratum]

    public init(design: SampleDesign, strata: [Stratum]) {
        self.design = design
        self.strata = strata
    }

    public var population: Int { total(\.population) }
    public var drawn: Int { total(\.drawn) }
    public var seen: Int { total(\.seen) }
    public var wrong: Int { total(\.wrong) }
    public var unreadable: Int { total(\.unreadable) }
    public var isFinished: Bool { seen == drawn }
    /// All numbers were drawn: what was found is the rate itself.
    public var isCensus: Bool { drawn == population }

    /// The upper bound on the share of wrong numbers; numbers not looked at count as wrong.
    public var bound: Double { bound(errors: total(\.errors) + drawn - seen, of: drawn, isCensus) }

    /// The same of one stratum.
    public func bound(of stratum: Stratum) -> Double {
        bound(
            errors: stratum.errors + stratum.drawn - stratum.seen, of: stratum.drawn,
            stratum.drawn == stratum.population)
    }

    /// Whether it shows what it was drawn for.
    public var meetsGoal: Bool { bound <= design.errorRate }

    private func bound(errors: Int, of count: Int, _ isCensus: Bool) -> Double {
        isCensus && count > 0
            ? Double(errors) / Double(count)
            : BinomialBound.upper(errors: errors, of: count, confidence: design.confidence)
    }

    private func total(_ count: KeyPath<Stratum, Int>) -> Int {
        strata.reduce(0) { $0 + $1[keyPath: count] }
    }
}
