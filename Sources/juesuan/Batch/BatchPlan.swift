internal import Dataset
internal import Digitizer
internal import PDFSource

/// What is to be done of a batch's inputs, decided before anything is, so that it does not depend on
/// which worker is the faster.
struct BatchPlan {
    /// What becomes of an input.
    enum Fate {
        /// Asked of a worker, by the request's number.
        case asked(Int)
        /// Done in an earlier run, in the same way.
        case known(BatchReply)
        /// It cannot be done.
        case failed(Failure)
    }

    private(set) var inputs: [(path: String, fate: Fate)] = []
    private(set) var requests: [BatchRequest] = []
    private let output: OutputFolder
    private let options: String
    private let isForced: Bool
    private let password: String?
    /// Folders of this run's documents, by name.
    private var claimed: [String: String] = [:]
    /// The request that does a document, by its SHA-256.
    private var asked: [String: Int] = [:]
    /// What earlier runs did, by SHA-256.
    private var known: [String: ManifestEntry] = [:]

    init(output: OutputFolder, options: String, isForced: Bool, password: String?) {
        self.password = password
        self.output = output
        self.options = options
        self.isForced = isForced
        guard !isForced else { return }
        for entry in Manifest(in: output).entries() {
            guard let facts = entry.facts, let folder = entry.folder, entry.options == options,
                facts.extractor == "juesuan \(Digitizer.version)", output.holds(folder)
            else { continue }
            known[facts.sha256] = entry
        }
    }

    mutating func add(_ input: InputList.Input) {
        inputs.append((input.path, fate(input)))
    }

    private mutating func fate(_ input: InputList.Input) -> Fate {
        if let failure = input.failure { return .failed(failure) }
        do {
            let sha256 = try FileDigest.sha256(of: input.path)
            if let number = asked[sha256] { return .asked(number) }
            if let entry = known[sha256], let folder = entry.folder {
                claimed[folder] = sha256
                return .known(BatchPlan.reply(entry))
            }
            let name = input.path.split(separator: "/").last.map(String.init) ?? input.path
            let folder = try output.place(
                for: DocumentJob.folderName(for: name), sha256: sha256, claimed: claimed)
            claimed[folder] = sha256
            asked[sha256] = requests.count
            requests.append(
                BatchRequest(
                    id: requests.count, path: input.path, folder: folder, password: password))
            return .asked(requests.count - 1)
        } catch {
            return .failed(Failure(error))
        }
    }

    private static func reply(_ entry: ManifestEntry) -> BatchReply {
        var reply = BatchReply(status: entry.status, exitCode: entry.exitCode)
        reply.folder = entry.folder
        reply.facts = entry.facts
        return reply
    }
}
