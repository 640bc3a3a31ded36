internal import Dataset
internal import Glibc
internal import Subprocess
internal import SystemPackage

/// Runs worker processes, which take requests from the desk until it has no more.
///
/// A document that crashes its worker, hangs or grows too large costs that document alone: the worker
/// is replaced. A crash is tried once more: another document may have prepared it.
struct WorkerPool: Sendable {
    let workers: Int
    /// After the program's name.
    let arguments: [String]
    let timeout: Duration
    /// A worker is replaced after so many documents, so that memory stays flat.
    static let documentsPerWorker = 200

    /// A worker that has nothing more to do ends within this time, or is ended.
    private static let farewell = Duration.seconds(5)
    /// Bytes: a document has so many warnings at most.
    private static let longestReply = 1 << 24
    /// A scan has so many pages at most; each of them begins the time limit anew.
    private static let mostPages = 20_000

    private enum End: Sendable {
        /// The desk has no more, or the worker did its share.
        case done
        /// The worker is gone with this request unanswered.
        case died(BatchRequest, timedOut: Bool)
    }

    /// Answers all requests of the desk.
    func run(_ desk: BatchDesk) async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<workers { group.addTask { await work(desk) } }
        }
    }

    private func work(_ desk: BatchDesk) async {
        while await desk.hasMore {
            let (end, signal) = await session(desk)
            guard case .died(let request, let timedOut) = end else { continue }
            let isTriedAgain = timedOut ? false : await desk.putBack(request)
            if !isTriedAgain {
                let failure = timedOut ? Failure.timeout(timeout) : crashed(signal)
                await desk.take(DocumentJob.failed(failure), for: request)
            }
        }
    }

    /// One worker process from its start to its end.
    private func session(_ desk: BatchDesk) async -> (End, signal: Int32?) {
        do {
            let result = try await Subprocess.run(
                .path(FilePath("/proc/self/exe")),
                // it ends with the thread that starts it, which Subprocess keeps to the end
                arguments: Arguments(["worker", "--parent=\(getpid())"] + arguments),
                input: .inputWriter, output: .sequence, error: .discarded
            ) { execution in
                let process = execution.processIdentifier.value
                let end = try await converse(
                    desk, execution.standardInputWriter,
                    execution.standardOutput.strings(
                        separatedBy: .unicodeScalarSequence("\n".unicodeScalars),
                        bufferingPolicy: .maxLineLength(WorkerPool.longestReply)),
                    process: process)
                // one that a document took over need not end when it is asked to
                if case .died = end { kill(process, SIGKILL) }
                return (end, Watch(process: process, timeout: WorkerPool.farewell))
            }
            _ = await result.closureResult.1.stop()
            return (result.closureResult.0, WorkerPool.signal(result.terminationStatus))
        } catch {
            // the worker could not even be started: say so of the next request
            guard let request = await desk.next() else { return (.done, nil) }
            let failure = Failure(
                code: "failure", message: "no worker can be started: \(error)", status: .failure)
            await desk.take(DocumentJob.failed(failure), for: request)
            return (.done, nil)
        }
    }

    private func converse(
        _ desk: BatchDesk, _ input: StandardInputWriter,
        _ lines: SubprocessOutputSequence.StringSequence<UTF8>, process: pid_t
    ) async throws -> End {
        var iterator = lines.makeAsyncIterator()
        for _ in 0..<WorkerPool.documentsPerWorker {
            guard let request = await desk.next() else { break }
            var watch = Watch(process: process, timeout: timeout)
            var reply: BatchReply?
            var pages = 0
            do {
                _ = try await input.write(request.bytes)
                while reply == nil, let line = try await iterator.next() {
                    if let read = BatchReply.read(line), request.isAnswered(by: read) {
                        reply = read.reply
                    } else if BatchReply.readProgress(line) == request.id,
                        pages < WorkerPool.mostPages, !(await watch.stop())
                    {
                        // a page of a scan is done: the next has as much time
                        watch = Watch(process: process, timeout: timeout)
                        pages += 1
                        await desk.takePage()
                    } else {
                        break
                    }
                }
            } catch {
                // a worker that is gone takes no request, and one that talks without end is none
            }
            let timedOut = await watch.stop()
            guard let reply else { return .died(request, timedOut: timedOut) }
            await desk.take(reply, for: request)
            if reply.isLast { break }
        }
        try? await input.finish()
        return .done
    }

    private func crashed(_ signal: Int32?) -> Failure {
        let how = signal.map { "signal \($0)" } ?? "it ended by itself"
        return Failure(
            code: "crashed", message: "crashed its worker twice (\(how)); please report it",
            status: .failure)
    }

    private static func signal(_ status: TerminationStatus) -> Int32? {
        if case .signaled(let signal) = status { return signal }
        return nil
    }
}

/// Ends a worker that takes too long.
private struct Watch: Sendable {
    private let task: Task<Bool, Never>

    init(process: pid_t, timeout: Duration) {
        task = Task {
            do {
                try await Task.sleep(for: timeout)
            } catch {
                return false
            }
            kill(process, SIGKILL)
            return true
        }
    }

    /// Says whether the worker was ended.
    func stop() async -> Bool {
        task.cancel()
        return await task.value
    }
}
