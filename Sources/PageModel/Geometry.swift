/// A rectangle in points, origin at the page's top-left corner as displayed (after /Rotate);
/// `x0 <= x1`, `y0 <= y1`, y grows downwards.
public struct Rect: Sendable, Hashable, Codable {
    public var x0: Double
    public var y0: Double
    public var x1: Double
    public var y1: Double

    public init(x0: Double, y0: Double, x1: Double, y1: Double) {
        self.x0 = x0
        self.y0 = y0
        self.x1 = x1
        self.y1 = y1
    }

    public var width: Double { x1 - x0 }
    public var height: Double { y1 - y0 }
    public var midX: Double { (x0 + x1) / 2 }
    public var midY: Double { (y0 + y1) / 2 }
    public var area: Double { max(0, width) * max(0, height) }

    public func union(_ other: Rect) -> Rect {
        Rect(
            x0: min(x0, other.x0), y0: min(y0, other.y0),
            x1: max(x1, other.x1), y1: max(y1, other.y1))
    }

    /// The common part; nil where the two do not overlap.
    public func intersection(_ other: Rect) -> Rect? {
        let common = Rect(
            x0: max(x0, other.x0), y0: max(y0, other.y0),
            x1: min(x1, other.x1), y1: min(y1, other.y1))
        return common.x0 < common.x1 && common.y0 < common.y1 ? common : nil
    }

    public func contains(x: Double, y: Double) -> Bool {
        x >= x0 && x <= x1 && y >= y0 && y <= y1
    }

    /// Shrunk by `margin` points on every side; grown where it is negative.
    public func insetBy(_ margin: Double) -> Rect {
        Rect(x0: x0 + margin, y0: y0 + margin, x1: x1 - margin, y1: y1 - margin)
    }
}

extension Sequence where Element == Rect {
    /// The smallest rectangle around all of them; nil for none.
    public func boundingBox() -> Rect? {
        reduce(nil) { $0?.union($1) ?? $1 }
    }
}
