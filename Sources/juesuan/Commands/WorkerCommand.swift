internal import ArgumentParser
internal import CProcess
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

    @OptionGroup var csv: CSVOptions

    @Flag(help: "Write the better attested form of names.")
    var repairNames = false

    @Option(
        help: ArgumentHelp("MiB of memory at most; 0 for no limit.", valueName: "MiB"),
        transform: Bounds.whole(Bounds.mebibytes, orZero: true))
    var memoryLimit = 0

    @Option(
        help: ArgumentHelp(
            "End this process when a document takes longer; 0 for no limit.", valueName: "seconds"),
        transform: Bounds.whole(Bounds.seconds, orZero: true))
    var timeout = WorkerCommand.ownTimeout

    @Flag(help: "Documents come as bytes and go as rows; nothing is written.")
    var rows = false

    @Option(
        help: ArgumentHelp("MiB of a document's file at most, for --rows.", valueName: "MiB"),
        transform: Bounds.whole(Bounds.mebibytes))
    var sizeLimit = 512

    @Flag(help: "Say which tables the rows are of, in JSON, and end.")
    var describe = false

    @Flag(help: "Do not lock this process in.")
    var noSandbox = false

    /// Who started this process and is not to be outlived.
    @Option(help: .hidden, transform: Bounds.whole(1...Int32.max))
    var parent: Int32?

    /// Says what this process can still do of what a worker should not, for this file, and ends.
    @Option(help: .hidden)
    var tryHarm: String?

    @OptionGroup var reading: ReadingOptions

    /// A document, or a page that OCR reads, that takes longer hangs, and nobody may be there to end it (seconds).
    static let ownTimeout = 600

    func run() throws {
        do {
            try work()
        } catch let failure as Failure {
            Messages(options: .silent).error(reading.catalogue.folder ?? output, failure)
            throw failure.status.asExitCode
        } catch let error as OutputError {
            Messages(options: .silent).error(output, Failure(error))
            throw ExitStatus.cannotWriteOutput.asExitCode
        }
    }

    private func work() throws {
        StandardStreams.shield(letLibrariesTalk: false)
        if let parent, process_follow(parent) != 0 { return }
        if describe {
            let tables = DatasetTables.description(extractor: "juesuan \(Digitizer.version)")
            StandardStreams.write(tables, to: StandardStreams.results)
            return
        }
        MessageLog.start(verbose: false)
        // Ctrl-C is for the run as a whole: it lets the document under way be finished
        signal(SIGINT, SIG_IGN)
        signal(SIGTERM, SIG_IGN)
        var options = try reading.digitizer()
        options.repairsNames = repairNames
        let deadline = WorkerDeadline(seconds: timeout)
        let output = rows ? nil : try OutputFolder(path: self.output)
        // nobody is to be confined whose engine could then not be started
        let command = reading.ocr.command()
        let starter = noSandbox ? nil : command.flatMap(EngineStarter.init)
        let engine = command.map {
            TellingEngine(reading.ocr.helper($0, starter: starter), deadline)
        }
        WorkerCommand.limitMemory(memoryLimit)
        let scratch = try scratchFolder(output)
        if !noSandbox, command == nil || starter != nil {
            Confinement.begin(
                writable: [output?.path, scratch, starter?.pictures].compactMap(\.self))
        }
        if let tryHarm {
            let harm = Confinement.harm(file: tryHarm).joined(separator: " ")
            StandardStreams.write(Array("\(harm)\n".utf8), to: StandardStreams.results)
        } else if let output {
            var worker = PathsWorker(
                job: DocumentJob(
                    output: output, formats: format.formats, style: csv.style, reading: options),
                engine: engine, deadline: deadline, memory: memoryLimit)
            worker.run(nextLine: { readLine() }) {
                StandardStreams.write($0, to: StandardStreams.results) == nil
            }
        } else {
            try RowsWorker(
                reading: options, engine: engine, deadline: deadline, largest: sizeLimit << 20,
                memory: memoryLimit
            ).run()
        }
        // that of several workers is removed by the one in charge of them
        if parent == nil { output?.removeScratch() }
    }

    /// Where libxlsxwriter puts parts of a workbook, in files that it removes at once.
    ///
    /// Below the output, since a worker writes nowhere else. What is left of it by a kill the next run removes.
    private func scratchFolder(_ output: OutputFolder?) throws -> String? {
        guard let output, format.formats.contains(.xlsx) else { return nil }
        let folder = output.scratch(of: parent ?? getpid())
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { return nil }
        setenv("TMPDIR", folder, 1)
        return folder
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
