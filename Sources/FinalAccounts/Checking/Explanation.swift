/// What may have gone wrong, as values that would be right.
struct Explanation: Sendable {
    enum Kind: Sendable {
        case figure
        case shiftedRow
        case swappedRows
        case missingRow
    }

    let kind: Kind
    /// The figures in question with the values that would mend the relations.
    var changes: [(slot: Int, value: Int)]
    /// Failing equations that would hold.
    var mended: [Int] = []
    /// Holding equations that would fail.
    var broken = 0
    /// How likely such a slip is (0 to 3).
    var likelihood = 0
    /// Other figures that would explain as much.
    var others: [Int] = []
    /// Equations that would hold to the last place.
    var exact = 0
}
