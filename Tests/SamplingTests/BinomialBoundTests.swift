import Foundation
import Sampling
import Testing

@Suite struct BinomialBoundTests {
    /// Published tables: sample sizes of auditors' attribute sampling (AICPA, Audit Sampling, "Statistical
    /// sample sizes for tests of controls", 5% risk; the first column of each tolerable rate) and exact
    /// one-sided limits.
    @Test(arguments: [
        (0, 0.05, 59), (1, 0.05, 93), (2, 0.05, 124), (3, 0.05, 153), (4, 0.05, 181),
        (0, 0.10, 29), (1, 0.10, 46), (2, 0.10, 61), (0, 0.01, 299), (0, 0.001, 2995),
    ])
    func sizesOfAuditSamples(errors: Int, share: Double, size: Int) {
        #expect(BinomialBound.sampleSize(share: share, errors: errors, confidence: 0.95) == size)
    }

    @Test(arguments: [
        (0, 10, 0.95, 0.2589), (1, 10, 0.95, 0.3942), (5, 10, 0.95, 0.7776),
        (9, 10, 0.95, 0.9949), (0, 1, 0.95, 0.95), (0, 20, 0.95, 0.1391), (0, 100, 0.99, 0.0450),
    ])
    func publishedLimits(errors: Int, count: Int, confidence: Double, limit: Double) {
        let bound = BinomialBound.upper(errors: errors, of: count, confidence: confidence)
        #expect(abs(bound - limit) < 0.00006)
    }

    /// Without errors the limit has a closed form.
    @Test(arguments: [1, 7, 100, 2995, 100_000], [0.5, 0.9, 0.95, 0.999])
    func noErrors(count: Int, confidence: Double) {
        let bound = BinomialBound.upper(errors: 0, of: count, confidence: confidence)
        let exact = 1 - pow(1 - confidence, 1 / Double(count))
        #expect(abs(bound - exact) < 1e-12 * Double(count))
    }

    /// At the limit so few errors would have exactly the probability of the risk.
    @Test(arguments: [(3, 50), (17, 400), (250, 3000), (1499, 1500), (5000, 1_000_000)])
    func atTheLimit(errors: Int, count: Int) {
        let bound = BinomialBound.upper(errors: errors, of: count, confidence: 0.95)
        #expect(abs(distribution(errors, count, bound) - 0.05) < 1e-7)
    }

    @Test func theEnds() {
        #expect(BinomialBound.upper(errors: 0, of: 0, confidence: 0.95) == 1)
        #expect(BinomialBound.upper(errors: 4, of: 4, confidence: 0.95) == 1)
    }

    @Test func moreErrorsNeverGiveASmallerBound() {
        for count in [1, 2, 13, 200] {
            let bounds = (0...count).map {
                BinomialBound.upper(errors: $0, of: count, confidence: 0.95)
            }
            #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 || $0 == 1 })
        }
    }

    /// P(X ≤ errors), summed in another way than the code does: upwards from the probabilities
    /// themselves, by logarithms of factorials.
    private func distribution(_ errors: Int, _ count: Int, _ share: Double) -> Double {
        var sum = 0.0
        for number in 0...errors {
            let ways =
                lgamma(Double(count + 1)) - lgamma(Double(number + 1))
                - lgamma(Double(count - number + 1))
            let chance = Double(number) * log(share) + Double(count - number) * log1p(-share)
            sum += exp(ways + chance)
        }
        return sum
    }
}
