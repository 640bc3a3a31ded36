internal import ArgumentParser
internal import Dataset
internal import Digitizer
internal import Glibc
internal import ScanReading

/// `juesuan worker`: documents as they are asked for, until stdin ends; see docs/worker.md.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Extract documents as they are asked for on stdin.",
        discussion: """
            A request a line on stdin, a reply a line on stdout, both JSON; extract runs such workers, \
            other engines can. With --rows the documents come as bytes on stdin and go as rows of the \
            dataset on stdout. See docs/worker.md.
            """,
        shouldDisplay: false)

    @Option(name: .shortAndLong, help: "The folder to write into; made when it is missing.")
    var output = "output"

    @Option(help: "What to write: csv, json, xlsx (an Excel workbook) or several: csv,xlsx.")
    var format = FormatSelection.standard

    @Flag(help: "Begin CSV files with a byte order mark.")
    var excel = false

    @Flag(help: "Write the better attested form of names.")
    var repairNames = false

    @Option(help: ArgumentHelp("MiB of memory at most; 0 for no limit.", valueName: "MiB"))
    var memoryLimit = 0

    @Option(
        help: ArgumentHelp(
            "End this process when a document takes longer; 0 for no limit.", valueName: "seconds"))
    var timeout = 0

    @Flag(help: "Documents come as bytes and go as rows; nothing is written.")
    var rows = false

    @Option(help: ArgumentHelp("MiB of a document's file at most, for --rows.", valueName: "MiB"))
    var sizeLimit = 512

    @Flag(help: "Say which tables the rows are of, in JSON, and end.")
    var describe = false

    @OptionGroup var reading: ReadingOptions

    mutating func validate() throws {
        if timeout < 0 { throw ValidationError("--timeout is 0 at least") }
        if !(1...(1 << 20)).contains(sizeLimit) {
            throw ValidationError("--size-limit is 1 MiB at least")
        }
    }

    func run() throws {
        StandardStreams.shield(letLibrariesTalk: false)
        if describe {
            let tables = DatasetTables.description(extractor: "juesuan \(Digitizer.version)")
            StandardStreams.write(tables, to: StandardStreams.results)
            return
        }
        MessageLog.start(verbose: false)
        // Ctrl-C is for the run as a whole: it lets the document under way be finished
        signal(SIGINT, SIG_IGN)
        signal(SIGTERM, SIG_IGN)
        WorkerCommand.limitMemory(memoryLimit)
        var options = try reading.digitizer()
        options.repairsNames = repairNames
        let deadline = WorkerDeadline(seconds: timeout)
        let engine = reading.ocr.engine().map { TellingEngine($0, deadline) }
        if rows {
            let worker = RowsWorker(
                reading: options, engine: engine, deadline: deadline, largest: sizeLimit << 20)
            try worker.run()
        } else {
            try runPaths(options, engine, deadline)
        }
    }

    private func runPaths(
        _ options: Digitizer.Options, _ engine: TellingEngine?, _ deadline: WorkerDeadline
    ) throws {
        var job = DocumentJob(
            output: try OutputFolder(path: output), formats: format.formats, byteOrderMark: excel,
            reading: options)
        let messages = Messages(options: MessageOptions.silent)
        while let line = readLine() {
            guard let request = BatchRequest(line: line) else { continue }
            job.reading.password = request.password ?? reading.password
            engine?.document = request.id
            deadline.begin()
            let reply = job.run(
                request.path, into: request.folder, engine: engine, messages: messages)
            deadline.end()
            if StandardStreams.write(reply.bytes(id: request.id), to: StandardStreams.results)
                != nil
            {
                return
            }
        }
    }

    /// What asks for more is refused, which ends this process, and no other.
    static func limitMemory(_ mebibytes: Int) {
        guard mebibytes > 0 else { return }
        let data = __rlimit_resource_t(RLIMIT_DATA.rawValue)
        var limit = rlimit()
        getrlimit(data, &limit)
        // the hard limit stays: the OCR engine is no document
        limit.rlim_cur = min(rlim_t(mebibytes) << 20, limit.rlim_max)
        setrlimit(data, &limit)
    }
}
