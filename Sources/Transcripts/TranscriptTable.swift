public import TableRecognition
public import TextRepair

/// A table of a transcript, rebuilt.
public struct TranscriptTable: Sendable {
    /// A cell of the grid.
    public struct Cell: Sendable, Hashable {
        public var row: Int
        public var column: Int
        public var rowSpan = 1
        public var columnSpan = 1
        public var kind: TableCell.Kind
        /// As the transcript has it at this place.
        public var raw: String
        public var text: String
        public var edits: [TextEdit] = []
        /// Why its place, or what it says, is not sure; nil where it is.
        public var doubt: String?
    }

    public var title: String?
    public var code: String?
    public var unit: String?
    public var organisation: String?
    public var year: Int?
    public var note: String?
    public var page: Int
    public var columnCount: Int
    /// A spanning cell's text in every place that it covers.
    public var header: [[String]]
    /// The body: a spanning cell's text in its first place.
    public var rows: [[String]]
    public var cells: [Cell]
    /// What was rebuilt, in sentences.
    public var remarks: [String] = []
    /// Notes may still follow.
    var isOpen = true
}

/// What a transcript holds.
public struct Transcript: Sendable {
    public var pages: Int
    public var paragraphs: [Paragraph]
    public var tables: [TranscriptTable]
}
