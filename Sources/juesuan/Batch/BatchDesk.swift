internal import Dataset

/// Takes the workers' replies: notes them at once, and tells of them in the order of the inputs.
actor BatchDesk {
    private let plan: BatchPlan
    private let run: ExtractRun
    private var replies: [Int: BatchReply] = [:]
    /// Inputs told of.
    private var told = 0
    private(set) var report: BatchReport
    private(set) var package: DataPackage
    /// Folders of documents that earlier runs did.
    private var kept: Set<String> = []

    init(_ plan: BatchPlan, run: ExtractRun, isWatched: Bool) {
        self.plan = plan
        self.run = run
        report = BatchReport(
            total: plan.inputs.count, messages: run.messages, isWatched: isWatched)
        package = DataPackage(in: run.job.output)
    }

    func take(_ reply: BatchReply, for request: BatchRequest) {
        replies[request.id] = reply
        // noted now: a run that is ended by force goes on from here
        for (path, fate) in plan.inputs {
            if case .asked(request.id) = fate { run.note(reply, path) }
        }
        if let folder = reply.folder { package.add(reply.resources, in: folder) }
        tellWhatIsKnown()
    }

    /// Tells of the inputs up to the first that is still under way.
    func tellWhatIsKnown() {
        while told < plan.inputs.count {
            let (path, fate) = plan.inputs[told]
            switch fate {
            case .asked(let number):
                guard let reply = replies[number] else { return }
                report.tell(reply, of: path)
            case .known(let reply):
                if let folder = reply.folder { kept.insert(folder) }
                run.note(reply, path)
                report.tellKnown(reply, of: path)
            case .failed(let failure):
                let reply = DocumentJob.failed(failure)
                run.note(reply, path)
                report.tell(reply, of: path)
            }
            told += 1
        }
    }

    /// What describes the files of documents that earlier runs did: they may have ended before
    /// they could write it.
    func keptResources() -> [(folder: String, resources: [String])] {
        guard run.job.formats.contains(.csv) else { return [] }
        return kept.sorted().compactMap { folder in
            DataPackage.resources(ofFilesIn: folder, of: run.job.output).map { (folder, $0) }
        }
    }
}
