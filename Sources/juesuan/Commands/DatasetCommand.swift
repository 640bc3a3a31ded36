internal import AccountsDatabase
internal import ArgumentParser
internal import Dataset
internal import PDFSource

/// `juesuan dataset`.
struct DatasetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dataset",
        abstract:
            "Make one dataset of many reports: SQLite, CSV with a data package, or JSON Lines.",
        discussion: """
            Reads the document.json files of a folder that extract wrote. sqlite: documents, tables, cells, \
            records, checks, findings and paragraphs, with views ready to query and full-text search; made \
            again, it adds what is new or changed, and removes what is gone. csv: a folder of CSV files, with \
            datapackage.json to describe them. jsonl: one document.json a line.

            EXAMPLES:
              juesuan dataset data -o accounts.sqlite
              sqlite3 accounts.sqlite 'SELECT organisation, year, year_expenditure FROM unit_years'
              juesuan dataset data --format csv -o accounts --licence CC-BY-4.0
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case sqlite, csv, jsonl
    }

    @Argument(
        help: ArgumentHelp(
            "The output folder of extract, or a document's folder in it, for that document alone.",
            valueName: "folder"),
        completion: .directory)
    var path: String

    @Option(help: "What to make: sqlite, csv or jsonl.")
    var format = Format.sqlite

    @Option(
        name: .shortAndLong,
        help:
            """
            The file, or the folder for csv. (default: accounts.sqlite in the output folder, for one document \
            <its name>.sqlite here; accounts; accounts.jsonl)
            """,
        completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The licence of what is published, for datapackage.json, such as CC-BY-4.0.",
            valueName: "id"))
    var licence: String?

    @Flag(
        help:
            "With --format csv, for Excel: begin files with a byte order mark, by which Excel knows UTF-8."
    )
    var excel = false

    @OptionGroup var messageOptions: MessageOptions

    @OptionGroup var catalogue: CatalogueOptions

    /// What it is made of, and where.
    private struct Job {
        /// The output folder of the documents.
        var folder: String
        /// The one document asked for; nil for all.
        var name: String?
        var target: String
    }

    private func job() throws(Failure) -> Job {
        let place = try Place(path)
        let folder = try place.output()
        var job = Job(folder: folder, name: nil, target: output ?? "")
        if case .document(let document) = place { job.name = document.name }
        guard output == nil else {
            if job.name != nil, format == .sqlite, output == ReviewDataset.path(in: folder) {
                throw Failure(
                    code: "dataset",
                    message:
                        "is one document, and \(job.target) is the dataset of all of its folder: "
                        + "name another file with --output", status: .usage)
            }
            return job
        }
        job.target =
            switch format {
            case .sqlite: job.name.map { "\($0).sqlite" } ?? ReviewDataset.path(in: folder)
            case .csv: "accounts"
            case .jsonl: "accounts.jsonl"
            }
        return job
    }

    mutating func validate() throws {
        if licence != nil, format != .csv {
            throw ValidationError("--licence is for --format csv")
        }
        if excel, format != .csv { throw ValidationError("--excel is for --format csv") }
    }

    func run() throws {
        let messages = messageOptions.start()
        var target = path
        do {
            let job = try job()
            target = job.target
            let folder = job.folder
            let documents = OutputListing(of: folder, only: job.name) { name in
                messages.warning(
                    "\(folder)/\(name)", code: "not-a-document",
                    "its document.json cannot be read; extract it again")
            }
            guard !documents.folders.isEmpty else { throw Failure.noDocuments() }
            var results = ResultWriter()
            results.line("\(target): \(try make(job, of: documents))")
            try noteCorrectionsElsewhere(job, messages)
        } catch let failure as Failure {
            messages.error(path, failure)
            throw failure.status.asExitCode
        } catch {
            let failure = Failure(
                code: "dataset", message: "\(error)", status: .cannotWriteOutput)
            messages.error(target, failure)
            throw failure.status.asExitCode
        }
    }

    /// Makes it and says what is in it.
    private func make(_ job: Job, of documents: OutputListing) throws -> String {
        switch format {
        case .sqlite: try database(job, of: documents)
        case .csv: try package(job, of: documents)
        case .jsonl: try lines(job, of: documents)
        }
    }

    /// What people said in a review, which the output is to have.
    private func reviews(_ job: Job) throws -> AccountsDatabase? {
        try ReviewDataset.existing(in: job.folder, catalogue.required())
    }

    /// Corrections are in the file of the review; another SQLite file has what was extracted.
    private func noteCorrectionsElsewhere(_ job: Job, _ messages: Messages) throws {
        guard format == .sqlite, job.target != ReviewDataset.path(in: job.folder),
            let count = try reviews(job)?.correctionCount(), count > 0
        else { return }
        messages.warning(
            job.target, code: "without-corrections",
            "is without the corrections of the review; these are in \(ReviewDataset.path(in: job.folder))"
        )
    }

    private func database(_ job: Job, of documents: OutputListing) throws -> String {
        let database = try AccountsDatabase(path: job.target, checker: catalogue.required())
        let change = try database.update(from: documents)
        let counts = try database.counts()
        return "\(Summary.count(counts.documents, "document")), "
            + "\(Summary.count(counts.records, "number")); \(change.added) added, "
            + "\(change.replaced) replaced, \(change.removed) removed, "
            + "\(change.unchanged) unchanged"
    }

    private func package(_ job: Job, of documents: OutputListing) throws -> String {
        var package = try PackageFolder(
            path: job.target, licence: licence, style: CSVStyle(byteOrderMark: excel))
        do {
            let reviews = try reviews(job)
            try documents.forEachOnce(corrected: { try reviews?.corrected($0, $1) }) {
                try package.add($0.rows)
            }
            try package.finish(digest: FileDigest.sha256)
        } catch {
            package.abandon()
            throw error
        }
        return "\(Summary.count(package.documents, "document")), "
            + "\(Summary.count(package.records, "number")) in \(PackageFolder.tables.count) files"
    }

    private func lines(_ job: Job, of documents: OutputListing) throws -> String {
        var file = try DocumentLines(path: job.target)
        var count = 0
        do {
            let reviews = try reviews(job)
            try documents.forEachOnce(corrected: { try reviews?.corrected($0, $1) }) {
                try file.add($0.bytes)
                count += 1
            }
            try file.finish()
        } catch {
            file.abandon()
            throw error
        }
        return Summary.count(count, "document")
    }
}
