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
            other engines can. See docs/worker.md.
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

    @OptionGroup var reading: ReadingOptions

    func run() throws {
        StandardStreams.shield(letLibrariesTalk: false)
        MessageLog.start(verbose: false)
        // Ctrl-C is for the run as a whole: it lets the document under way be finished
        signal(SIGINT, SIG_IGN)
        signal(SIGTERM, SIG_IGN)
        WorkerCommand.limitMemory(memoryLimit)
        var job = DocumentJob(
            output: try OutputFolder(path: output), formats: format.formats, byteOrderMark: excel,
            reading: try reading.digitizer())
        job.reading.repairsNames = repairNames
        let engine = reading.ocr.engine().map(TellingEngine.init)
        let messages = Messages(options: MessageOptions.silent)
        while let line = readLine() {
            guard let request = BatchRequest(line: line) else { continue }
            job.reading.password = request.password ?? reading.password
            engine?.document = request.id
            let reply = job.run(
                request.path, into: request.folder, engine: engine, messages: messages)
            if StandardStreams.write(reply.bytes(id: request.id), to: StandardStreams.results)
                != nil
            {
                return
            }
        }
    }

    /// Tells after each page that it goes on: a scan takes as long as it has pages.
    private final class TellingEngine: ScanEngine {
        var document = 0
        private let engine: EngineHelper

        init(_ engine: EngineHelper) { self.engine = engine }

        func read(picture path: String, dpi: Double) throws(ScanError) -> ScanReading {
            defer {
                _ = StandardStreams.write(
                    BatchReply.progress(id: document), to: StandardStreams.results)
            }
            return try engine.read(picture: path, dpi: dpi)
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
