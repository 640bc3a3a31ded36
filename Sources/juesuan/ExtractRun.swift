internal import Dataset
internal import Digitizer
internal import Logging
internal import PDFSource
internal import ScanReading

/// One run of `extract`: each document is written as soon as it is done.
///
/// A single document is done here; several go to worker processes.
struct ExtractRun {
    let job: DocumentJob
    let batch: BatchOptions
    let messages: Messages

    private let log = Logger(label: "extract")
    /// Somebody reads both streams on a terminal: the summary says what the warnings say.
    private let isWatched =
        StandardStreams.isTerminal(StandardStreams.results)
        && StandardStreams.isTerminal(StandardStreams.talk)

    init(job: DocumentJob, batch: BatchOptions, messages: Messages) {
        self.job = job
        self.batch = batch
        self.messages = messages
    }

    private var output: OutputFolder { job.output }

    /// Does all inputs and returns the exit status of the whole.
    ///
    /// `engine` reads the scans of a single document; workers have their own.
    func run(_ inputs: [InputList.Input], engine: EngineHelper?) async -> ExitStatus {
        Interrupt.allow()
        output.removeAbandoned()
        if inputs.count == 1, let input = inputs.first { return single(input, engine) }
        return await several(inputs)
    }

    // MARK: One

    private func single(_ input: InputList.Input, _ engine: EngineHelper?) -> ExitStatus {
        let reply =
            input.failure.map(DocumentJob.failed)
            ?? job.run(
                input.path, from: input.spool?.path,
                engine: messages.watched(engine, file: input.path), messages: messages)
        var report = BatchReport(total: 1, messages: messages, isWatched: isWatched)
        note(reply, input.path)
        report.tell(reply, of: input.path)
        guard finish(order: [input.path], done: [input.path]) else { return .cannotWriteOutput }
        return ExitStatus(rawValue: Int32(reply.exitCode)) ?? .failure
    }

    // MARK: Several

    private func several(_ inputs: [InputList.Input]) async -> ExitStatus {
        Interrupt.listen()
        let plan = BatchPlan(
            output: output, options: batch.fingerprint, isForced: batch.force,
            password: batch.password, limits: batch.limits)
        let desk = BatchDesk(inputs, plan, run: self, isWatched: isWatched)
        let pool = WorkerPool(
            workers: min(batch.jobs, inputs.count), arguments: batch.arguments,
            timeout: .seconds(batch.timeout))
        let watch = Task { await ExtractRun.watch(desk, messages) }
        await pool.run(desk)
        watch.cancel()
        await watch.value
        output.removeScratch()
        // a worker of a run that was ended by force may have been on its way out when this one began
        output.removeAbandoned()
        let report = await desk.report
        let finished = finish(order: inputs.map(\.path), done: await desk.done)
        report.sum(up: output.path)
        guard finished else { return .cannotWriteOutput }
        if Interrupt.isAsked { return .interrupted }
        return report.failed > 0 ? .someFilesFailed : .done
    }

    /// The line that tells how far it is is drawn anew so often, or it would stand still with a long document.
    private static let renewal = Duration.milliseconds(250)

    /// Renews that line until it is cancelled, and says what becomes of Ctrl-C.
    private static func watch(_ desk: BatchDesk, _ messages: Messages) async {
        var isSaid = false
        while !Task.isCancelled {
            if Interrupt.isAsked, !isSaid {
                isSaid = true
                messages.note(
                    "juesuan", code: "stopping",
                    "the documents under way are finished first; Ctrl-C again ends it at once")
            }
            await desk.renew()
            try? await Task.sleep(for: renewal)
        }
    }

    /// Adds a line to the manifest.
    func note(_ reply: BatchReply, _ path: String) {
        log.debug("done", metadata: ["input": "\(path)"])
        let entry = ManifestEntry(
            input: path, status: reply.status, exitCode: reply.exitCode, folder: reply.folder,
            facts: reply.facts, proved: reply.proved, plausible: reply.plausible,
            options: batch.fingerprint, error: reply.error)
        do {
            try Manifest(in: output).append(entry)
        } catch {
            messages.error(output.path, Failure(error))
        }
    }

    private static let removed = Failure(
        code: "lost",
        message: "was removed, or replaced, while this ran; the same command begins anew",
        status: .cannotWriteOutput)

    /// Brings the manifest into order, and looks whether all is there that was done; false when that failed.
    private func finish(order: [String], done: [String]) -> Bool {
        let manifest = Manifest(in: output)
        do {
            try manifest.compact(order: order)
        } catch {
            messages.error(output.path, Failure(error))
            return false
        }
        guard output.isThere else {
            messages.error(output.path, ExtractRun.removed)
            return false
        }
        let missing = manifest.missing(of: done)
        guard let first = missing.first else { return true }
        messages.error(
            output.path,
            Failure(
                code: "lost",
                message:
                    "\(missing.count) of \(done.count) inputs are not there, \(first) first: something "
                    + "was removed while this ran; the same command does them again",
                status: .cannotWriteOutput))
        return false
    }
}
