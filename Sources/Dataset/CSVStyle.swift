/// How CSV files are written; the plain value is what is printed, as it is printed.
public struct CSVStyle: Sendable, Hashable {
    /// Begin with a byte order mark, by which Excel knows UTF-8.
    public var byteOrderMark = false
    /// Numbers of tables without what is set between their thousands, minus signs as "-".
    public var plainNumbers = false
    /// Column names end with the numbers that a report gives its columns (栏次).
    public var columnNumbers = true

    public init(
        byteOrderMark: Bool = false, plainNumbers: Bool = false, columnNumbers: Bool = true
    ) {
        self.byteOrderMark = byteOrderMark
        self.plainNumbers = plainNumbers
        self.columnNumbers = columnNumbers
    }
}
