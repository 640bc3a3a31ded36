/// A paragraph of a report's prose.
public struct ReportParagraph: Sendable {
    /// Repaired.
    public var text: String

    public init(text: String) { self.text = text }
}

/// Where a figure of the prose stands.
public struct ProsePlace: Sendable, Hashable {
    /// The paragraph's place among the report's.
    public var paragraph: Int
    /// In Unicode scalars of its text; without the unit.
    public var range: Range<Int>

    public init(paragraph: Int, range: Range<Int>) {
        self.paragraph = paragraph
        self.range = range
    }
}

/// Where a figure stands: in a table or in the prose.
public enum FigurePlace: Sendable, Hashable {
    case cell(CellPlace)
    case prose(ProsePlace)

    /// Nil for prose.
    public var cell: CellPlace? {
        guard case .cell(let place) = self else { return nil }
        return place
    }

    /// Nil for cells.
    public var prose: ProsePlace? {
        guard case .prose(let place) = self else { return nil }
        return place
    }
}
