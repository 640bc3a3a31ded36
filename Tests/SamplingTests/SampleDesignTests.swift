import Sampling
import Testing

@Suite struct SampleDesignTests {
    @Test func eachStratumHasItsShare() {
        let design = SampleDesign(errorRate: 0.01, confidence: 0.95, seed: 4)
        let strata = [5000, 1, 0, 12_000, 37, 830]
        let drawn = design.draw(from: strata)
        #expect(drawn.reduce(0) { $0 + $1.count } == 299)
        for (population, places) in zip(strata, drawn) {
            let share = 299 * Double(population) / Double(strata.reduce(0, +))
            #expect(abs(Double(places.count) - share) < 1)
            #expect(places == Array(Set(places)).sorted())
            #expect(places.allSatisfy { (0..<population).contains($0) })
        }
    }

    @Test func theSeedRepeatsIt() {
        let design = SampleDesign(errorRate: 0.05, confidence: 0.9, seed: 7)
        #expect(design.draw(from: [100, 400]) == design.draw(from: [100, 400]))
        let other = SampleDesign(errorRate: 0.05, confidence: 0.9, seed: 8)
        #expect(design.draw(from: [100, 400]) != other.draw(from: [100, 400]))
    }

    @Test func fewNumbersAreAllLookedAt() {
        let design = SampleDesign(errorRate: 0.001, confidence: 0.95, seed: 1)
        #expect(design.draw(from: [3, 2]) == [[0, 1, 2], [0, 1]])
        #expect(design.draw(from: []) == [])
        #expect(design.draw(from: [0, 0]) == [[], []])
    }

    /// Each number is drawn as often as any other, also those of strata with less than one to draw.
    @Test func eachNumberIsAsLikely() {
        let strata = [3, 40, 157]
        var counts = strata.map { [Int](repeating: 0, count: $0) }
        let runs = 4000
        var size = 0
        for seed in 0..<runs {
            let design = SampleDesign(errorRate: 0.1, confidence: 0.9, seed: UInt64(seed))
            for (stratum, places) in design.draw(from: strata).enumerated() {
                size += places.count
                for place in places { counts[stratum][place] += 1 }
            }
        }
        let expected = Double(size) / 200
        let deviation = (expected * (1 - expected / Double(runs))).squareRoot()
        for count in counts.joined() {
            #expect(abs(Double(count) - expected) < 4.5 * deviation)
        }
    }

    /// Over a thousand datasets the stated bound covers the true rate at least as often as claimed.
    @Test(arguments: [0.9, 0.95, 0.99])
    func theBoundCovers(confidence: Double) {
        var random = SeededGenerator(seed: 20_241_124)
        var covered = 0
        let datasets = 1000
        for number in 0..<datasets {
            let dataset = SimulatedDataset(&random)
            let design = SampleDesign(
                errorRate: 0.02, confidence: confidence, seed: UInt64(number))
            let outcome = dataset.lookedAt(design)
            if outcome.bound >= dataset.errorRate { covered += 1 }
        }
        #expect(Double(covered) >= confidence * Double(datasets))
    }

    @Test func whatWasNotSeenCountsAsWrong() {
        var stratum = SampleOutcome.Stratum(
            table: "income", status: "proved", population: 500, drawn: 59)
        stratum.seen = 58
        let design = SampleDesign(errorRate: 0.05, confidence: 0.95, seed: 1)
        var outcome = SampleOutcome(design: design, strata: [stratum])
        #expect(!outcome.isFinished)
        #expect(!outcome.meetsGoal)
        outcome.strata[0].seen = 59
        #expect(outcome.isFinished && outcome.meetsGoal)
        outcome.strata[0].unreadable = 1
        #expect(!outcome.meetsGoal)
    }

    @Test func allOfThemGiveTheRateItself() {
        var stratum = SampleOutcome.Stratum(table: nil, status: "suspect", population: 8, drawn: 8)
        (stratum.seen, stratum.wrong) = (8, 2)
        let design = SampleDesign(errorRate: 0.05, confidence: 0.95, seed: 1)
        #expect(SampleOutcome(design: design, strata: [stratum]).bound == 0.25)
    }
}

/// Numbers by stratum, some of them wrong: strata differ in size and rate by orders of magnitude.
private struct SimulatedDataset {
    private var isWrong: [[Bool]] = []

    init(_ random: inout SeededGenerator) {
        for _ in 0..<(1 + random.below(8)) {
            let count = 1 + random.below(2000)
            let rate = random.share() * random.share() * random.share()
            isWrong.append((0..<count).map { _ in random.share() < rate })
        }
    }

    var errorRate: Double {
        let all = isWrong.joined()
        return Double(all.count { $0 }) / Double(isWrong.reduce(0) { $0 + $1.count })
    }

    func lookedAt(_ design: SampleDesign) -> SampleOutcome {
        let drawn = design.draw(from: isWrong.map(\.count))
        let strata = zip(isWrong, drawn).map { numbers, places in
            var stratum = SampleOutcome.Stratum(
                table: nil, status: "plausible", population: numbers.count, drawn: places.count)
            stratum.seen = places.count
            stratum.wrong = places.count { numbers[$0] }
            return stratum
        }
        return SampleOutcome(design: design, strata: strata)
    }
}
