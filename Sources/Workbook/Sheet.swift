/// A workbook as values, before it is written.
struct Book {
    /// As far as the library can count, without the sheet of contents.
    static let mostTables = 65_000

    var title: String
    /// Where it comes from, for the file's properties.
    var source: String
    var sheets: [Sheet]
}

/// A sheet: cells with their places, counted from 0, and how it is shown and printed.
struct Sheet {
    /// Excel's own limits.
    static let mostRows = 1_048_576
    static let mostColumns = 16_384

    var name: String
    /// Stands above each printed page.
    var heading: String
    var rowCount: Int
    var columnCount: Int
    /// Rows that stay in view and are printed on every page.
    var headerRowCount = 0
    var cells: [SheetCell] = []
    /// In characters of the default font, from the first column on.
    var columnWidths: [Double] = []
    /// In points, by row; rows that are not here get their height from Excel.
    var rowHeights: [Int: Double] = [:]
}

/// A cell of a sheet.
struct SheetCell {
    enum Value: Hashable {
        case blank
        case text(String)
        case number(Double)
        /// A text that leads to a sheet's first cell.
        case link(String, sheet: String)
    }

    var row: Int
    var column: Int
    var rowSpan = 1
    var columnSpan = 1
    var value: Value
    var style: SheetStyle
    /// What its comment says.
    var note: String?
}

/// How a cell looks.
struct SheetStyle: Hashable {
    /// A background that means something.
    enum Fill: Hashable, CaseIterable {
        case none, header, proved, suspect, corrected
    }

    enum Alignment: Hashable {
        case left, center, right
    }

    var fill = Fill.none
    var alignment = Alignment.left
    /// In Excel's language; nil for its general one.
    var numberFormat: String?
    var isBold = false
    var isLink = false
    var hasBorder = true
    var wraps = true
}
