internal import Dataset

/// Hands the workers their requests and takes their replies: plans each input when a worker is free
/// for it, notes each reply at once, and tells of them in the order of the inputs.
actor BatchDesk {
    private let inputs: [InputList.Input]
    private let run: ExtractRun
    private var plan: BatchPlan
    /// Inputs planned, and told of.
    private var planned = 0
    private var told = 0
    /// What becomes of inputs that are planned and not told of.
    private var fates: [Int: BatchPlan.Fate] = [:]
    /// Replies by their request; of those told of only what another name of the document needs.
    private var replies: [Int: BatchReply] = [:]
    /// Requests whose worker is gone.
    private var returned: [BatchRequest] = []
    private var retried: Set<Int> = []
    private(set) var report: BatchReport

    init(_ inputs: [InputList.Input], _ plan: BatchPlan, run: ExtractRun, isWatched: Bool) {
        self.inputs = inputs
        self.plan = plan
        self.run = run
        report = BatchReport(total: inputs.count, messages: run.messages, isWatched: isWatched)
    }

    // MARK: Requests

    var hasMore: Bool { !isEnding && (!returned.isEmpty || planned < inputs.count) }

    /// No more is begun: a run into a folder that is gone would do it all for nothing.
    private var isEnding: Bool { Interrupt.isAsked || !run.job.output.isThere }

    /// Inputs that were told of.
    var done: [String] { inputs[..<told].map(\.path) }

    /// The next document to do; nil where there is none, or the run is to end.
    func next() -> BatchRequest? {
        if !isEnding, !returned.isEmpty { return returned.removeFirst() }
        while !isEnding, planned < inputs.count {
            guard let (fate, request) = plan.fate(of: inputs[planned]) else { return nil }
            fates[planned] = fate
            planned += 1
            if let request { return request }
            tellWhatIsKnown()
        }
        return nil
    }

    /// Takes a request back that its worker did not live to answer; false where that happened
    /// before.
    func putBack(_ request: BatchRequest) -> Bool {
        guard retried.insert(request.id).inserted else { return false }
        returned.append(request)
        return true
    }

    // MARK: Replies

    /// OCR has read a page of a document under way.
    func takePage() { report.tellPage() }

    /// Time has passed: what tells how far the run is is renewed.
    func renew() { report.renew() }

    func take(_ reply: BatchReply, for request: BatchRequest) {
        replies[request.id] = reply
        // noted now: a run that is ended by force goes on from here
        run.note(reply, request.path)
        tellWhatIsKnown()
    }

    /// Tells of the inputs up to the first that is still under way.
    private func tellWhatIsKnown() {
        while told < planned, let fate = fates[told] {
            let path = inputs[told].path
            switch fate {
            case .asked(let number):
                guard let reply = replies[number] else { return }
                report.tell(reply, of: path)
                replies[number] = reply.summary
            case .twin(let number):
                guard let reply = replies[number] else { return }
                run.note(reply, path)
                report.tellTwin(of: path)
            case .known(let reply):
                run.note(reply, path)
                report.tellKnown(reply, of: path)
            case .failed(let failure):
                let reply = DocumentJob.failed(failure)
                run.note(reply, path)
                report.tell(reply, of: path)
            }
            fates[told] = nil
            told += 1
        }
    }
}

extension BatchReply {
    /// Without what only the first telling needs.
    fileprivate var summary: BatchReply {
        var summary = self
        summary.lines = []
        summary.warnings = []
        return summary
    }
}
