internal import ArgumentParser
internal import Dataset
internal import Digitizer
internal import Glibc

/// How a PDF is read; shared by the commands that read one.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only these pages, such as 5-9,12.", valueName: "pages"),
        transform: PageSelection.parse)
    var pages: PageSelection?

    @Option(help: "The password of encrypted PDFs.")
    var password: String?

    @OptionGroup var catalogue: CatalogueOptions
    @OptionGroup var ocr: OCROptions

    func digitizer() throws -> Digitizer.Options {
        var options = Digitizer.Options(
            pages: pages?.ranges, password: password, checker: try catalogue.checker())
        options.scans = ocr.ocr.scans
        return options
    }
}

/// How many documents are done at once, and what each may take.
struct BatchOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Documents at once, each in its own process. (default: as many as there are cores)",
            valueName: "number"),
        transform: Bounds.whole(Bounds.processes))
    var jobs = BatchOptions.cores

    @Option(
        help: ArgumentHelp(
            """
            Seconds after which one of several documents is given up; one alone has no limits. \
            (default: \(BatchOptions.usualTimeout))
            """,
            valueName: "seconds"),
        transform: Bounds.whole(Bounds.seconds))
    var timeout = BatchOptions.usualTimeout

    @Option(
        help: ArgumentHelp(
            "Memory that one of several documents may take; 0 for no limit. (default: \(usualMemory))",
            valueName: "MiB"),
        transform: Bounds.whole(Bounds.leastMemory...Bounds.mebibytes.upperBound, orZero: true))
    var memoryLimit = BatchOptions.usualMemory

    @Flag(help: "Also do documents again that an earlier run did in the same way.")
    var force = false

    @Flag(
        help: "Do not lock workers in: for systems whose libraries need what that forbids.")
    var noSandbox = false

    var limits: BatchLimits {
        BatchLimits(
            bytes: memoryLimit == 0 ? .max : memoryLimit << 20, timeout: .seconds(timeout))
    }

    /// What the workers are told, and what tells runs apart that do not give the same.
    var arguments: [String] = []
    var fingerprint = ""
    var password: String?

    private enum CodingKeys: CodingKey {
        case jobs, timeout, memoryLimit, force, noSandbox
    }

    static let usualTimeout = 60
    static let usualMemory = 1024
    static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// How much is said on stderr.
struct MessageOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say more, also what Poppler complains about.")
    var verbose = false

    /// For a worker, whose messages are in its replies.
    static var silent: MessageOptions {
        var options = MessageOptions()
        options.quiet = true
        options.verbose = true
        return options
    }

    mutating func validate() throws {
        if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    /// To be called first in a command's `run()`: from here on stdout is for results only.
    func start() -> Messages {
        StandardStreams.shield(letLibrariesTalk: verbose)
        MessageLog.start(verbose: verbose)
        return Messages(options: self)
    }
}

/// "5-9,12".
struct PageSelection: Equatable, Sendable, CustomStringConvertible {
    let ranges: [ClosedRange<Int>]

    var description: String {
        ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
    }

    @Sendable static func parse(_ argument: String) throws -> PageSelection {
        if let selection = PageSelection(argument: argument) { return selection }
        throw ValidationError(
            "pages such as 5-9,12: numbers from 1 to \(Bounds.pages.upperBound)")
    }

    init?(argument: String) {
        var ranges: [ClosedRange<Int>] = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            let numbers = ends.compactMap { Int($0) }
            guard numbers.count == ends.count, numbers.count <= 2,
                let first = numbers.first, let last = numbers.last, first <= last,
                Bounds.pages.contains(first), Bounds.pages.contains(last)
            else { return nil }
            ranges.append(first...last)
        }
        guard !ranges.isEmpty else { return nil }
        self.ranges = ranges
    }
}

/// "csv,json,xlsx".
struct FormatSelection: ExpressibleByArgument, Equatable, CustomStringConvertible {
    let formats: Set<OutputFormat>

    /// What is written where nothing else is asked for.
    static let standard = FormatSelection(formats: [.csv, .json])

    init(formats: Set<OutputFormat>) {
        self.formats = formats
    }

    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        let formats = names.compactMap { OutputFormat(rawValue: String($0)) }
        guard !formats.isEmpty, formats.count == names.count else { return nil }
        self.formats = Set(formats)
    }

    var description: String { formats.map(\.rawValue).sorted().joined(separator: ",") }
    var defaultValueDescription: String { description }
    static var allValueStrings: [String] { OutputFormat.allCases.map(\.rawValue) }
}
