internal import Dataset
internal import Digitizer
internal import Glibc
internal import PDFSource
internal import ScanReading

/// Takes documents as bytes and gives their rows: an engine on other machines needs no shared disk.
struct RowsWorker {
    var reading: Digitizer.Options
    let engine: TellingEngine?
    let deadline: WorkerDeadline
    /// Larger documents are not kept, in bytes.
    let largest: Int
    /// MiB; 0 for no limit.
    let memory: Int

    private let messages = Messages(options: MessageOptions.silent)

    /// What came of a frame.
    private enum Frame {
        case whole
        /// Its bytes were taken, and are not kept.
        case refused(Failure)
        /// The stream ended within it.
        case cut
    }

    init(
        reading: Digitizer.Options, engine: TellingEngine?, deadline: WorkerDeadline, largest: Int,
        memory: Int
    ) {
        self.reading = reading
        self.engine = engine
        self.deadline = deadline
        self.largest = largest
        self.memory = memory
    }

    /// Answers until stdin ends, or is not understood: after a request that cannot be read there may be
    /// bytes that would be taken for requests.
    func run() throws {
        var input = FrameReader(stream: STDIN_FILENO)
        let file = try MemoryFile()
        while let line = input.line() {
            guard let request = RowsRequest(line: line) else {
                _ = answer(-1, DocumentJob.failed(RowsWorker.badRequest), nil)
                return
            }
            var (reply, rows): (BatchReply, DocumentRows?)
            switch receive(request, from: &input, into: file) {
            case .whole: (reply, rows) = result(of: request, file)
            case .refused(let failure): (reply, rows) = (failed(failure, request), nil)
            case .cut: (reply, rows) = (failed(RowsWorker.cutOff, request), nil)
            }
            reply.isLast = Digitizer.isProcessTainted
            guard answer(request.id, reply, rows), !reply.isLast else { return }
        }
    }

    private func receive(
        _ request: RowsRequest, from input: inout FrameReader, into file: MemoryFile
    ) -> Frame {
        var failure: Failure?
        if request.count > largest {
            failure = Failure(
                code: "too-large",
                message: "has \(request.count) bytes; at most \(largest) are taken",
                status: .inputDamaged)
        }
        do {
            try file.clear()
        } catch {
            failure = failure ?? Failure(error)
        }
        let isWhole = input.take(request.count) { part in
            guard failure == nil else { return }
            do {
                try file.append(part)
            } catch {
                failure = Failure(error)
            }
        }
        guard isWhole else { return .cut }
        return failure.map(Frame.refused) ?? .whole
    }

    private func result(
        of request: RowsRequest, _ file: MemoryFile
    ) -> (reply: BatchReply, rows: DocumentRows?) {
        var options = reading
        options.password = request.password ?? reading.password
        engine?.document = request.id
        MemoryNote.arm(
            mebibytes: memory, reply: failed(MemoryNote.failure(mebibytes: memory), request),
            id: request.id)
        deadline.begin()
        defer {
            deadline.end()
            MemoryNote.disarm()
        }
        do {
            let document = try messages.guarding(request.name) {
                try Digitizer.digitize(
                    path: file.path, name: request.name, options: options, engine: engine)
            }
            var reply = DocumentJob.counts(of: document)
            reply.folder = RowsWorker.folder(for: request)
            return (
                reply,
                DocumentRows(DocumentJSON.bytes(of: document), folder: reply.folder ?? "")
            )
        } catch {
            return (failed(Failure(error), request), nil)
        }
    }

    /// Also a failed document has a claim to the folder of its name, as in a batch.
    private func failed(_ failure: Failure, _ request: RowsRequest) -> BatchReply {
        var reply = DocumentJob.failed(failure)
        reply.folder = RowsWorker.folder(for: request)
        return reply
    }

    private static func folder(for request: RowsRequest) -> String {
        SafeFileName.make(DocumentJob.folderName(for: request.name), fallback: "document")
    }

    /// False where nobody listens any more.
    private func answer(_ id: Int, _ reply: BatchReply, _ rows: DocumentRows?) -> Bool {
        StandardStreams.write(reply.bytes(id: id, rows: rows), to: StandardStreams.results) == nil
    }

    private static let badRequest = Failure(
        code: "bad-request",
        message: "a line was no request; the worker ends, since bytes may follow", status: .usage)
    private static let cutOff = Failure(
        code: "cut-off", message: "stdin ended within the document", status: .inputDamaged)
}
