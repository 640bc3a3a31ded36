/// A relation between a table's figures that nobody told of: the figures themselves bear it out.
public struct FoundRelation: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Codes, numbering or indents say what is part of what.
        case outline
        /// 合计 and the like.
        case total
        /// Opening balance, movements, closing balance.
        case balance
        /// Adjacent lines, whatever they are called.
        case block
        /// A sum of adjacent lines of which one is left out or counts the other way.
        case changedBlock = "changed-block"
        /// Two lines that make a third.
        case pair
        /// Two lines that make as much as two others.
        case pairs
        /// Lines that are called as in another table, where it was found.
        case labelled
        /// Shares, growth: they prove the rates alone.
        case rate
        /// Equal figures of lines that are called the same in two tables.
        case copy
    }

    /// One equation with its figures.
    public struct Instance: Sendable {
        /// The figures, the sum's first, with their signs: together they make nothing.
        public var terms: [(cell: CellPlace, factor: Int)]
        public var holds: Bool
        /// In the last place of the table's finest figure.
        public var difference: Int
        /// What rounding allows, in tenths of it.
        public var toleranceTenths: Int
        /// The figures that it proves.
        public var proved: [CellPlace]
    }

    public var kind: Kind
    public var isRows: Bool
    /// The table's place among the report's.
    public var table: Int
    /// How much more surprising it is than what chance offers, in bits; for one that other tables bear out,
    /// theirs with its own.
    public var bits: Double
    /// The table's own figures are enough to believe it.
    public var isOwn: Bool
    public var instances: [Instance]
    /// Digits after the point that differences are counted in.
    public var scale: Int

    /// `found:sum-of-rows-by-total` and the like.
    public var id: String {
        switch kind {
        case .rate, .copy: "found:" + kind.rawValue
        default: "found:\(isRows ? "rows" : "columns")-\(kind.rawValue)"
        }
    }
}
