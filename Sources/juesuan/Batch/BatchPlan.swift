internal import Dataset
internal import Digitizer
internal import PDFSource

/// Decides what is to be done of a batch's inputs, in their order, so that it does not depend on which
/// worker is the faster.
struct BatchPlan {
    /// What becomes of an input.
    enum Fate {
        /// Asked of a worker, by the request's number.
        case asked(Int)
        /// The document of an earlier input, under another name.
        case twin(Int)
        /// Done in an earlier run, in the same way.
        case known(BatchReply)
        /// It cannot be done.
        case failed(Failure)
    }

    private let output: OutputFolder
    private let password: String?
    private let limits: BatchLimits
    private var requests = 0
    /// Folders of this run's documents, by name.
    private var claimed: [String: String] = [:]
    /// The request that does a document, by its SHA-256.
    private var asked: [String: Int] = [:]
    /// What earlier runs did, by SHA-256.
    private var known: [String: ManifestEntry] = [:]
    /// Whose document each folder of earlier runs holds.
    private let owners: [String: String]

    init(
        output: OutputFolder, options: String, isForced: Bool, password: String?,
        limits: BatchLimits = BatchLimits()
    ) {
        self.output = output
        self.password = password
        self.limits = limits
        let manifest = Manifest(in: output).read()
        owners = manifest.owners
        guard !isForced else { return }
        for entry in manifest.entries {
            guard let facts = entry.facts, let folder = entry.folder, entry.options == options,
                facts.extractor == "juesuan \(Digitizer.version)", output.holds(folder),
                owners[folder] == facts.sha256
            else { continue }
            known[facts.sha256] = entry
        }
    }

    /// What becomes of the next input, and what is to be asked of a worker for it; nil where the run was asked to
    /// end meanwhile.
    mutating func fate(of input: InputList.Input) -> (fate: Fate, request: BatchRequest?)? {
        if let failure = input.failure { return (.failed(failure), nil) }
        do {
            guard let sha256 = try limits.digest(of: input.path) else { return nil }
            if let number = asked[sha256] { return (.twin(number), nil) }
            if let entry = known[sha256], let folder = entry.folder {
                claimed[folder] = sha256
                return (.known(BatchPlan.reply(entry)), nil)
            }
            let name = input.path.split(separator: "/").last.map(String.init) ?? input.path
            let folder = try output.place(
                for: DocumentJob.folderName(for: name), sha256: sha256, claimed: claimed,
                owners: owners)
            claimed[folder] = sha256
            asked[sha256] = requests
            // what is there has been found to be this document's
            let request = BatchRequest(
                id: requests, path: input.path, folder: folder, password: password,
                isOwned: output.holds(folder))
            requests += 1
            return (.asked(request.id), request)
        } catch {
            return (.failed(Failure(error)), nil)
        }
    }

    private static func reply(_ entry: ManifestEntry) -> BatchReply {
        var reply = BatchReply(status: entry.status, exitCode: entry.exitCode)
        reply.folder = entry.folder
        reply.facts = entry.facts
        reply.proved = entry.proved
        reply.plausible = entry.plausible
        return reply
    }
}
