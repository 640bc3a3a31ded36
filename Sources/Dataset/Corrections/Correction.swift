/// What a person says of a table after a look at its page: one entry of an append-only list.
///
/// Rows and columns are those of the table as the entries before this one left it, header rows
/// counted. An entry is never changed: what was wrong is undone by another.
public struct Correction: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// The cell says what the page says.
        case confirm
        /// The page says something else.
        case correct
        /// Nobody can tell what the page says.
        case unreadable
        case insertRow = "insert-row"
        case deleteRow = "delete-row"
        /// Rows `row` to `last` are one.
        case mergeRows = "merge-rows"
        case insertColumn = "insert-column"
        case deleteColumn = "delete-column"
        case mergeColumns = "merge-columns"
        /// Takes the entry `undoes` back.
        case undo

        /// About one cell, not about rows and columns.
        public var isOfCell: Bool { self == .confirm || self == .correct || self == .unreadable }
    }

    /// Its place in the list, from 1; 0 for one that is not in it yet.
    public var number = 0
    /// SHA-256 of the file.
    public var document: String
    /// The table's id, and its title: a newer version may count the tables otherwise.
    public var table: String
    public var title: String?
    public var kind: Kind
    public var row: Int
    public var column: Int
    /// The last of the rows or columns that are merged.
    public var last: Int?
    /// What stood there: a cell's text, or a row's or column's, by which it is known again.
    public var before = ""
    /// What should stand there; empty but for ``Kind/correct``.
    public var after = ""
    public var reviewer: String
    /// When, as RFC 3339 in UTC.
    public var time: String
    public var note = ""
    public var undoes: Int?
    /// The sample that it was made for.
    public var sample: Int?

    public init(
        document: String, table: String, title: String? = nil, kind: Kind, row: Int, column: Int,
        last: Int? = nil, reviewer: String, time: String
    ) {
        self.document = document
        self.table = table
        self.title = title
        self.kind = kind
        self.row = row
        self.column = column
        self.last = last
        self.reviewer = reviewer
        self.time = time
    }

    /// Longer texts are no correction of a cell (characters).
    public static let longestText = 10_000
}

extension [Correction] {
    /// Those that no other takes back, without the ones that take back.
    public var standing: [Correction] {
        let undone = Set(compactMap(\.undoes))
        return filter { $0.kind != .undo && !undone.contains($0.number) }
    }
}

/// Why a correction cannot be applied.
public enum CorrectionMisfit: Error, Hashable, Sendable, CustomStringConvertible {
    case noTable
    case noPlace
    /// Something else stands there now.
    case otherText(String)
    /// Rows of the header and of the body do not merge.
    case headerAndBody
    /// A table keeps a row and a column.
    case nothingLeft

    public var description: String {
        switch self {
        case .noTable: "the document has no such table"
        case .noPlace: "the table has no such place"
        case .otherText(let text): "something else stands there now: \(text)"
        case .headerAndBody: "rows of the header and of the body cannot be merged"
        case .nothingLeft: "nothing of the table would be left"
        }
    }
}
