/// A printed decimal, exactly: so many units of its last place.
///
/// Never floating point. What does not fit (more than 18 digits) is no amount of any account.
public struct ExactAmount: Sendable, Hashable {
    /// In places of 10^-`scale`.
    public let units: Int
    /// Digits after the point, as printed.
    public let scale: Int

    public init(units: Int, scale: Int) {
        self.units = units
        self.scale = scale
    }

    /// From a plain decimal such as "-1358.64"; nil for anything else.
    public init?(_ text: some StringProtocol) {
        var units = 0
        var scale: Int?
        var digits = 0
        var isNegative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                guard digits <= 18 else { return nil }
                units = units * 10 + Int(byte - UInt8(ascii: "0"))
                if let places = scale { scale = places + 1 }
            case UInt8(ascii: "-"):
                guard index == 0 else { return nil }
                isNegative = true
            case UInt8(ascii: "."):
                guard scale == nil, digits > 0 else { return nil }
                scale = 0
            default: return nil
            }
        }
        guard digits > 0, scale != 0 || digits > 0 else { return nil }
        self.units = isNegative ? -units : units
        self.scale = scale ?? 0
    }

    /// In places of 10^-`places`; nil when that would drop digits or is too large.
    public func rescaled(to places: Int) -> Int? {
        guard places >= scale else { return nil }
        var result = units
        for _ in scale..<places {
            let (product, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = product
        }
        return result
    }

    /// The plain decimal, with every printed place.
    public var text: String {
        let digits = String(units.magnitude)
        let sign = units < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
    }

    /// The same value without zeros at the end.
    public var shortest: ExactAmount {
        var (units, scale) = (units, scale)
        while scale > 0, units % 10 == 0 {
            units /= 10
            scale -= 1
        }
        return ExactAmount(units: units, scale: scale)
    }
}
