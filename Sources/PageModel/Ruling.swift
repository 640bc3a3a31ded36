/// A straight line along an axis that the page shows, as drawn: thin filled boxes count as lines.
public struct Ruling: Sendable, Hashable, Codable {
    public enum Axis: String, Sendable, Codable {
        case horizontal, vertical
    }

    public var axis: Axis
    /// y of a horizontal ruling, x of a vertical one; the middle of its thickness, in points.
    public var position: Double
    /// Where it begins and ends along its axis; `start <= end`.
    public var start: Double
    public var end: Double
    public var thickness: Double

    public init(
        _ axis: Axis, at position: Double, from start: Double, to end: Double,
        thickness: Double = 0.5
    ) {
        self.axis = axis
        self.position = position
        self.start = min(start, end)
        self.end = max(start, end)
        self.thickness = thickness
    }

    public var length: Double { end - start }
}
