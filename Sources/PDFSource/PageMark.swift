public import PageModel

/// Something drawn over a page's picture: a box with its border, its tint and its words.
public struct PageMark: Sendable, Hashable {
    /// In points, as in ``PageModel/Page``.
    public var box: Rect
    /// 0xRRGGBB.
    public var colour: UInt32
    /// The border's width in points; 0 for none.
    public var border: Double
    /// How much of the page the tint hides, 0 to 1.
    public var tint: Double
    /// Stands small in the box's upper left corner.
    public var label: String?

    public init(
        box: Rect, colour: UInt32, border: Double = 0.5, tint: Double = 0, label: String? = nil
    ) {
        self.box = box
        self.colour = colour
        self.border = border
        self.tint = tint
        self.label = label
    }
}
