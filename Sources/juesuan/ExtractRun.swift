internal import Dataset
internal import Digitizer
internal import Logging

/// One run of `extract`: document after document, each written as soon as it is done.
struct ExtractRun {
    /// What became of one input.
    struct Outcome {
        let status: ExitStatus
        /// Nil when it failed.
        let document: DocumentRecord?
    }

    let output: OutputFolder
    let formats: Set<OutputFormat>
    let byteOrderMark: Bool
    let reading: Digitizer.Options
    let messages: Messages

    private let log = Logger(label: "extract")
    /// Somebody reads both streams on a terminal: the summary says what the warnings say.
    private let isWatched =
        StandardStreams.isTerminal(StandardStreams.results)
        && StandardStreams.isTerminal(StandardStreams.talk)

    init(
        output: OutputFolder, formats: Set<OutputFormat>, byteOrderMark: Bool,
        reading: Digitizer.Options, messages: Messages
    ) {
        self.output = output
        self.formats = formats
        self.byteOrderMark = byteOrderMark
        self.reading = reading
        self.messages = messages
    }

    /// Does all inputs and returns the exit status of the whole.
    func run(_ inputs: [InputList.Input]) -> ExitStatus {
        let progress = Progress(total: inputs.count, options: messages.options)
        var results = ResultWriter()
        var package = DataPackage(in: output)
        var outcomes: [Outcome] = []
        Interrupt.listen()
        for (index, input) in inputs.enumerated() where !Interrupt.isAsked {
            progress.begin(index + 1, input.path)
            let (outcome, folder) = extract(input, progress)
            outcomes.append(outcome)
            guard let document = outcome.document, let folder else { continue }
            package.add(document, in: folder, hasTables: formats.contains(.csv))
            if !messages.options.quiet {
                let place = "\(output.path)/\(folder)"
                results.lines(Summary.lines(of: document, file: input.path, folder: place))
            }
        }
        progress.clear()
        let finished = finish(package)
        if inputs.count > 1, !messages.options.quiet {
            let skipped = inputs.count - outcomes.count
            results.line(Summary.total(outcomes, skipped: skipped, folder: output.path))
        }
        if Interrupt.isAsked { return .interrupted }
        return finished ? ExtractRun.status(of: outcomes) : .cannotWriteOutput
    }

    /// A single document's own status; of several, whether all could be done.
    static func status(of outcomes: [Outcome]) -> ExitStatus {
        if outcomes.count == 1 { return outcomes[0].status }
        return outcomes.contains { $0.document == nil } ? .someFilesFailed : .done
    }

    // MARK: One document

    private func extract(
        _ input: InputList.Input, _ progress: Progress
    ) -> (outcome: Outcome, folder: String?) {
        let start = ContinuousClock.now
        do {
            if let failure = input.failure { throw failure }
            let document = try messages.guarding(input.path) {
                try Digitizer.digitize(path: input.path, options: reading)
            }
            let files = DocumentFiles.files(
                of: document, formats: formats, byteOrderMark: byteOrderMark)
            let folder = try output.write(
                files, named: ExtractRun.folderName(for: document.source.file),
                sha256: document.source.sha256)
            let (kind, status) = ExtractRun.kind(of: document)
            try note(
                ManifestEntry(
                    input: input.path, status: kind, exitCode: Int(status.rawValue),
                    milliseconds: ExtractRun.milliseconds(since: start), folder: folder,
                    document: document))
            progress.clear()
            if !isWatched { messages.warnings(of: document, file: input.path) }
            return (Outcome(status: status, document: document), folder)
        } catch {
            let failure = Failure(error)
            progress.clear()
            messages.error(input.path, failure)
            try? note(
                ManifestEntry(
                    input: input.path, status: .failed, exitCode: Int(failure.status.rawValue),
                    milliseconds: ExtractRun.milliseconds(since: start),
                    error: (failure.code, failure.message)))
            return (Outcome(status: failure.status, document: nil), nil)
        }
    }

    private func note(_ entry: ManifestEntry) throws {
        log.debug("done", metadata: ["input": "\(entry.input)", "ms": "\(entry.milliseconds)"])
        try Manifest(in: output).append(entry)
    }

    private static func kind(
        of document: DocumentRecord
    ) -> (kind: ManifestEntry.Status, status: ExitStatus) {
        if !document.tables.isEmpty { return (.done, .done) }
        return document.isPicturesOnly ? (.noText, .picturesOnly) : (.noTable, .noTableFound)
    }

    /// The file's name without ".pdf" or ".txt".
    static func folderName(for file: String) -> String {
        [".pdf", ".txt"].contains(where: file.lowercased().hasSuffix)
            ? String(file.dropLast(4)) : file
    }

    private static func milliseconds(since start: ContinuousClock.Instant) -> Int {
        Int((ContinuousClock.now - start) / .milliseconds(1))
    }

    // MARK: The end

    /// Brings the lists of the whole folder up to date; false when that failed.
    private func finish(_ package: DataPackage) -> Bool {
        do {
            try Manifest(in: output).compact()
            try package.write()
            return true
        } catch {
            messages.error(output.path, Failure(error))
            return false
        }
    }
}
