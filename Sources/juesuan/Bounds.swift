internal import ArgumentParser

/// Numbers of the command line have bounds, and one outside is refused with them.
enum Bounds {
    /// A week: whatever takes longer hangs (seconds).
    static let seconds = 1...604_800
    /// MiB, up to a TiB.
    static let mebibytes = 1...1_048_576
    /// The least that a document can be read in (MiB).
    static let leastMemory = 256
    static let pages = 1...1_000_000
    static let processes = 1...1024

    /// A whole number; with `orZero` also 0, which stands for none.
    static func whole<Number: FixedWidthInteger & Sendable>(
        _ range: ClosedRange<Number>, orZero: Bool = false
    ) -> @Sendable (String) throws -> Number {
        { text in
            if let number = Number(text), range.contains(number) || orZero && number == 0 {
                return number
            }
            throw ValidationError(
                "a whole number from \(range.lowerBound) to \(range.upperBound)"
                    + (orZero && range.lowerBound > 0 ? ", or 0 for no limit" : ""))
        }
    }

    static func decimal(_ range: ClosedRange<Double>) -> @Sendable (String) throws -> Double {
        { text in
            // not a number is in no range
            if let number = Double(text), range.contains(number) { return number }
            throw ValidationError("a number from \(range.lowerBound) to \(range.upperBound)")
        }
    }
}
