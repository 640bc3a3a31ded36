/// How many numbers are to be looked at, and how they are spread over the strata.
public struct SampleDesign: Sendable, Hashable {
    /// The share of wrong numbers that is to be shown not to be exceeded.
    public var errorRate: Double
    public var confidence: Double
    /// Errors that may be found without spoiling that.
    public var allowedErrors: Int
    public var seed: UInt64

    public init(errorRate: Double, confidence: Double, allowedErrors: Int = 0, seed: UInt64) {
        self.errorRate = errorRate
        self.confidence = confidence
        self.allowedErrors = allowedErrors
        self.seed = seed
    }

    /// Numbers to look at, of so many: all, where they are no more than that.
    public func size(of population: Int) -> Int {
        min(
            population,
            BinomialBound.sampleSize(
                share: errorRate, errors: allowedErrors, confidence: confidence))
    }

    /// For each stratum which of its numbers to look at, from 0, rising.
    ///
    /// Each number is as likely to be drawn as any other: a stratum's share of the sample is its share
    /// of the numbers, rounded up or down at random (systematic rounding), and within a stratum each
    /// choice is as likely. So errors can be counted without weights. They then scatter less than in
    /// a simple random sample, and the binomial bound stays one (Hoeffding 1956).
    public func draw(from strata: [Int]) -> [[Int]] {
        let population = strata.reduce(0, +)
        guard population > 0 else { return strata.map { _ in [] } }
        let size = size(of: population)
        var random = SeededGenerator(seed: seed)
        let start = random.share()
        var passed = 0
        var taken = 0
        return strata.map { count in
            passed += count
            let share = Double(size) * Double(passed) / Double(population) + start
            let end = passed == population ? size : Int(exactly: share.rounded(.down)) ?? size
            defer { taken = max(taken, end) }
            return random.distinct(min(count, max(0, end - taken)), below: count)
        }
    }
}
