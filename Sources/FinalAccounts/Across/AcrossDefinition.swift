/// A relation between the reports of one organisation: another year's, or the budget before it.
public struct AcrossDefinition: Sendable {
    public enum Other: String, Sendable {
        /// The same kind of report of the year before.
        case previousYear = "previous-year"
        /// The budget of the same year.
        case budget
    }

    public var id: String
    /// `a = b`: `a` in the report, `b` in the other one.
    public var check: String
    public var other: Other
    public var place: Catalogue.Place?

    public init(id: String, check: String, other: Other) {
        self.id = id
        self.check = check
        self.other = other
    }
}
