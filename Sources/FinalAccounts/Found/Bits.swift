/// Weights of evidence: logarithms to base two.
///
/// Only how far a relation is to be believed is reckoned in floating point, never a sum.
enum Bits {
    /// To about 10^-6; `value` is above zero.
    static func log2(_ value: Double) -> Double {
        let fraction = value.significand
        let part = (fraction - 1) / (fraction + 1)
        let square = part * part
        let series = 1 + square * (1 / 3.0 + square * (1 / 5.0 + square * (1 / 7.0 + square / 9)))
        return Double(value.exponent) + 2 * part * series * 1.442_695_040_888_963_4
    }

    static func log2(_ value: Int) -> Double { log2(Double(max(1, value))) }

    /// log2 of the number of ways to choose `part` of `count`; what is beyond the table counts as its end.
    static func choose(_ count: Int, _ part: Int) -> Double {
        let count = min(max(0, count), factorials.count - 1)
        let part = min(max(0, part), count)
        return factorials[count] - factorials[part] - factorials[count - part]
    }

    private static let factorials: [Double] = {
        var sums = [0.0]
        for number in 1...4096 { sums.append(sums[number - 1] + log2(number)) }
        return sums
    }()
}
