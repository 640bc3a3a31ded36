/// What may stand in a ``Page``, whatever made it: finite numbers, on the page or close to it.
///
/// A source keeps to these bounds once, so that nothing behind it has to ask.
public struct PageBounds: Sendable {
    /// No page is longer than this on a side, in points: 35 metres.
    ///
    /// PDF itself ends at 14,400 units.
    public static let longestSide = 100_000.0
    /// Boxes reach beyond the page by no more than this, in points: a large character at its edge.
    public static let margin = 72.0

    /// Where boxes may lie.
    public let box: Rect

    /// Nil for a page that cannot be one: without an area, or longer than any.
    public init?(width: Double, height: Double) {
        guard width > 0, height > 0, max(width, height) <= PageBounds.longestSide else {
            return nil
        }
        box = Rect(x0: 0, y0: 0, x1: width, y1: height).insetBy(-PageBounds.margin)
    }

    /// The part of it within bounds; nil where there is none, or where it is no number.
    public func clipped(_ rect: Rect) -> Rect? {
        let clipped = Rect(
            x0: max(box.x0, rect.x0), y0: max(box.y0, rect.y0), x1: min(box.x1, rect.x1),
            y1: min(box.y1, rect.y1))
        return clipped.x0 <= clipped.x1 && clipped.y0 <= clipped.y1 ? clipped : nil
    }

    /// The part of a line within bounds.
    public func clipped(_ ruling: Ruling) -> Ruling? {
        let isLevel = ruling.axis == .horizontal
        let across = isLevel ? box.y0...box.y1 : box.x0...box.x1
        let along = isLevel ? box.x0...box.x1 : box.y0...box.y1
        var result = ruling
        result.start = max(along.lowerBound, ruling.start)
        result.end = min(along.upperBound, ruling.end)
        result.thickness = min(ruling.thickness, PageBounds.margin)
        return across.contains(ruling.position) && result.start <= result.end
            && result.thickness >= 0 ? result : nil
    }
}

extension Int {
    /// The whole part of a number, however large: what is no number is 0.
    ///
    /// The one way from measured numbers to whole ones (`scripts/check-conversions.sh`): `Int(_:)` ends the
    /// process where the number is too large.
    public init(clamping number: Double) {
        // whole numbers up to here are exact, and can still be counted with
        let most = 9_007_199_254_740_992.0
        self = number.isNaN ? 0 : Int(Swift.min(Swift.max(number, -most), most))
    }
}
