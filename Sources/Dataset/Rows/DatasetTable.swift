/// A table of the dataset: the same columns in SQLite, in the CSV package and wherever else it goes.
public struct DatasetTable: Sendable {
    public var name: String
    /// What a row is.
    public var about: String
    public var columns: [Column]
    /// Columns that tell its rows apart.
    public var key: [String]
    public var references: [Reference]

    public struct Column: Sendable {
        public enum Kind: String, Sendable {
            case text, integer, flag
            /// Floating point: places on a page, in points.
            case real
            /// A decimal, exact: held as text where there is no exact decimal.
            case decimal
        }

        public var name: String
        public var kind: Kind
        public var isRequired = false
        /// The only values there are; empty for any.
        public var allowed: [String] = []
        /// Such as "points" or "1/100 元".
        public var unit: String?
        public var about: String
    }

    /// Columns whose values stand in another table's key.
    public struct Reference: Sendable {
        public var columns: [String]
        public var table: String
        public var key: [String]
    }

    init(
        _ name: String, _ about: String, key: [String], references: [Reference] = [],
        _ columns: [Column]
    ) {
        self.name = name
        self.about = about
        self.columns = columns
        self.key = key
        self.references = references
    }
}

/// A place in a row.
public enum DatasetValue: Sendable, Hashable {
    case null
    case text(String)
    case integer(Int)
    case real(Double)
    case flag(Bool)
}

extension DatasetTable.Column {
    static func text(_ name: String, _ about: String, of allowed: [String] = []) -> Self {
        Self(name: name, kind: .text, allowed: allowed, about: about)
    }

    static func integer(_ name: String, _ about: String, unit: String? = nil) -> Self {
        Self(name: name, kind: .integer, unit: unit, about: about)
    }

    static func real(_ name: String, _ about: String, unit: String) -> Self {
        Self(name: name, kind: .real, unit: unit, about: about)
    }

    static func decimal(_ name: String, _ about: String, unit: String? = nil) -> Self {
        Self(name: name, kind: .decimal, unit: unit, about: about)
    }

    static func flag(_ name: String, _ about: String) -> Self {
        Self(name: name, kind: .flag, about: about)
    }

    /// Never without a value.
    var required: Self {
        var column = self
        column.isRequired = true
        return column
    }
}
