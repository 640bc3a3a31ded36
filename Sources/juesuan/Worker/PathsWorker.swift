internal import Dataset
internal import Digitizer
internal import PDFSource
internal import ScanReading

/// Takes documents by their paths and writes them below the output folder.
struct PathsWorker {
    var job: DocumentJob
    let engine: TellingEngine?
    let deadline: WorkerDeadline
    /// MiB; 0 for no limit.
    let memory: Int
    /// Whether this process must not read another document: one that it read has broken something that all share.
    var isTainted: () -> Bool = { Digitizer.isProcessTainted }

    private let messages = Messages(options: MessageOptions.silent)

    init(job: DocumentJob, engine: TellingEngine?, deadline: WorkerDeadline, memory: Int) {
        self.job = job
        self.engine = engine
        self.deadline = deadline
        self.memory = memory
    }

    /// Answers until there are no more lines, nobody listens, or this process is to be replaced.
    mutating func run(
        nextLine: () -> String?, answer: (_ reply: [UInt8]) -> Bool
    ) {
        let password = job.reading.password
        while let line = nextLine() {
            guard let request = BatchRequest(line: line) else { continue }
            job.reading.password = request.password ?? password
            engine?.document = request.id
            MemoryNote.arm(
                mebibytes: memory,
                reply: DocumentJob.failed(MemoryNote.failure(mebibytes: memory)), id: request.id)
            deadline.begin()
            var reply = job.run(
                request.path, into: request.folder, isOwned: request.isOwned, engine: engine,
                messages: messages)
            deadline.end()
            MemoryNote.disarm()
            reply.isLast = isTainted()
            guard answer(reply.bytes(id: request.id)), !reply.isLast else { return }
        }
    }
}
