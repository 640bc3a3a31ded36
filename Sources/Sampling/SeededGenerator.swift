/// Random numbers that a seed repeats, on every machine and with every version (SplitMix64, Steele,
/// Lea and Flood 2014).
public struct SeededGenerator: Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to, not including, 1.
    public mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// From 0 up to, not including, `bound`; each as likely as the others but for less than 2⁻³².
    public mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// So many different numbers below `bound`, rising (Floyd's algorithm).
    public mutating func distinct(_ count: Int, below bound: Int) -> [Int] {
        var chosen: Set<Int> = []
        for last in (bound - count)..<bound {
            let number = below(last + 1)
            chosen.insert(chosen.contains(number) ? last : number)
        }
        return chosen.sorted()
    }
}
