internal import AccountsDatabase
internal import ArgumentParser
internal import Dataset
internal import Glibc
internal import Review
internal import Sampling

/// `juesuan sample`.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Draw numbers to look at, and state how many can be wrong.",
        discussion: """
            EXAMPLES:
              juesuan sample output --error-rate 0.001 --confidence 0.95
              juesuan review output
              juesuan sample result output
            """,
        subcommands: [Draw.self, Result.self], defaultSubcommand: Draw.self)

    struct Draw: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draw the numbers that must be looked at.",
            discussion: """
                Tells how many numbers must be looked at, and found right, to state that no more than a \
                share of all is wrong; draws them at random, each table and status in its proportion, and \
                keeps them in the dataset. juesuan review walks through them; juesuan sample result says \
                what was found. See docs/review.md.

                EXAMPLES:
                  juesuan sample output --error-rate 0.001 --confidence 0.95
                  juesuan sample output --error-rate 0.005 --allow 2
                """)

        @OptionGroup var place: OutputArgument

        /// A millionth: that takes three million numbers to look at.
        private static let shares = 0.000_001...0.999_999

        @Option(
            help: "The share of wrong numbers that is not to be exceeded.",
            transform: Bounds.decimal(shares))
        var errorRate = 0.001

        @Option(help: "How sure that is to be.", transform: Bounds.decimal(shares))
        var confidence = 0.95

        @Option(
            help: ArgumentHelp(
                "Errors that may be found without spoiling it; more must be looked at then.",
                valueName: "number"),
            transform: Bounds.whole(0...10_000))
        var allow = 0

        @Option(help: "Draws the same numbers again from the same dataset. (default: the time)")
        var seed: UInt64?

        @OptionGroup var dataset: ReviewDataset
        @OptionGroup var catalogue: CatalogueOptions
        @OptionGroup var messageOptions: MessageOptions

        func run() throws {
            let messages = messageOptions.start()
            do {
                let folder = try place.output(messages)
                let (database, _) = try dataset.open(folder, catalogue.required(), messages)
                let design = SampleDesign(
                    errorRate: errorRate, confidence: confidence, allowedErrors: allow,
                    seed: seed ?? UInt64(time(nil)))
                guard let number = try database.draw(design, time: UTC.now),
                    let outcome = try database.outcome(ofSample: number)
                else {
                    throw Failure(
                        code: "no-numbers", message: "holds no numbers to draw from",
                        status: .noTableFound)
                }
                var results = ResultWriter()
                results.lines(SampleReport(outcome, number: number).drawn(folder: folder))
            } catch {
                let failure = Failure(error)
                messages.error(place.path, failure)
                throw failure.status.asExitCode
            }
        }
    }

    struct Result: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "State the upper bound on the share of wrong numbers.",
            discussion: """
                Says what looking at a sample showed: the exact one-sided bound of Clopper and Pearson, for \
                all and by table and status, and a paragraph for a paper's data section. Numbers not looked \
                at yet, and such that nobody could read on the page, count as wrong.

                EXAMPLES:
                  juesuan sample result output
                  juesuan sample result output --format json | jq .bound
                """)

        enum Format: String, ExpressibleByArgument, CaseIterable {
            case text, json
        }

        @OptionGroup var place: OutputArgument

        @Option(
            help: ArgumentHelp("Which sample. (default: the last)", valueName: "number"),
            transform: Bounds.whole(1...1_000_000_000))
        var sample: Int?

        @Option(help: "text or json.")
        var format = Format.text

        @OptionGroup var dataset: ReviewDataset
        @OptionGroup var catalogue: CatalogueOptions
        @OptionGroup var messageOptions: MessageOptions

        func run() throws {
            let messages = messageOptions.start()
            do {
                let folder = try place.output(messages)
                let (database, _) = try dataset.open(folder, catalogue.required(), messages)
                guard let number = try sample ?? database.lastSample(),
                    let outcome = try database.outcome(ofSample: number)
                else {
                    throw Failure(
                        code: "no-sample",
                        message: "has no such sample; draw one with juesuan sample",
                        status: .inputDamaged)
                }
                let report = SampleReport(outcome, number: number)
                var results = ResultWriter()
                switch format {
                case .text: results.lines(report.found)
                case .json: results.bytes(report.json)
                }
            } catch {
                let failure = Failure(error)
                messages.error(place.path, failure)
                throw failure.status.asExitCode
            }
        }
    }
}
