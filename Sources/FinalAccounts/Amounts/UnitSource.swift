/// How it is known what a table's figures are counted in.
public enum UnitSource: String, Sendable, CaseIterable {
    /// It stands on the table: in a line of its own, in the title, in a heading.
    case printed
    /// The text prints the same figures with their unit.
    case prose
    /// Its figures stand with the same digits in tables whose unit is known.
    case tables
    /// It is printed elsewhere in the document, and none other is.
    case document
    /// Nothing tells.
    case unknown
    /// One is printed on the table, but the text or other tables are right only with another.
    case contradicted

    /// Whether figures may be given in yuan.
    public var isKnown: Bool { self != .unknown && self != .contradicted }
}
