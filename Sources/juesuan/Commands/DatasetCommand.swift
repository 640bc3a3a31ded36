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

    @Argument(help: "The folder that extract wrote.")
    var folder: String

    @Option(help: "What to make: sqlite, csv or jsonl.")
    var format = Format.sqlite

    @Option(
        name: .shortAndLong,
        help:
            "The file, or the folder for csv. (default: accounts.sqlite in the folder; accounts; accounts.jsonl)"
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The licence of what is published, for datapackage.json, such as CC-BY-4.0.",
            valueName: "id"))
    var licence: String?

    @OptionGroup var messageOptions: MessageOptions

    @OptionGroup var catalogue: CatalogueOptions

    private var target: String {
        if let output { return output }
        return switch format {
        case .sqlite: ReviewDataset.path(in: plainFolder)
        case .csv: "accounts"
        case .jsonl: "accounts.jsonl"
        }
    }

    private var plainFolder: String {
        folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }

    mutating func validate() throws {
        if licence != nil, format != .csv {
            throw ValidationError("--licence is for --format csv")
        }
    }

    func run() throws {
        let messages = messageOptions.start()
        do {
            let documents = OutputListing(of: folder) { name in
                messages.warning(
                    "\(folder)/\(name)", code: "not-a-document",
                    "its document.json cannot be read; extract it again")
            }
            guard !documents.folders.isEmpty else { throw Failure.noDocuments }
            var results = ResultWriter()
            results.line("\(target): \(try make(of: documents))")
            try noteCorrectionsElsewhere(messages)
        } catch let failure as Failure {
            messages.error(folder, failure)
            throw failure.status.asExitCode
        } catch {
            let failure = Failure(
                code: "dataset", message: "\(error)", status: .cannotWriteOutput)
            messages.error(target, failure)
            throw failure.status.asExitCode
        }
    }

    /// Makes it and says what is in it.
    private func make(of documents: OutputListing) throws -> String {
        switch format {
        case .sqlite: try database(of: documents)
        case .csv: try package(of: documents)
        case .jsonl: try lines(of: documents)
        }
    }

    /// What people said in a review, which the output is to have.
    private func reviews() throws -> AccountsDatabase? {
        try ReviewDataset.existing(in: plainFolder, catalogue.required())
    }

    /// Corrections are in the file of the review; another SQLite file has what was extracted.
    private func noteCorrectionsElsewhere(_ messages: Messages) throws {
        guard format == .sqlite, target != ReviewDataset.path(in: plainFolder),
            let count = try reviews()?.correctionCount(), count > 0
        else { return }
        messages.warning(
            target, code: "without-corrections",
            "is without the corrections of the review; these are in \(ReviewDataset.path(in: plainFolder))"
        )
    }

    private func database(of documents: OutputListing) throws -> String {
        let database = try AccountsDatabase(path: target, checker: catalogue.required())
        let change = try database.update(from: documents)
        let counts = try database.counts()
        return "\(Summary.count(counts.documents, "document")), "
            + "\(Summary.count(counts.records, "number")); \(change.added) added, "
            + "\(change.replaced) replaced, \(change.removed) removed, "
            + "\(change.unchanged) unchanged"
    }

    private func package(of documents: OutputListing) throws -> String {
        var package = try PackageFolder(path: target, licence: licence)
        do {
            let reviews = try reviews()
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

    private func lines(of documents: OutputListing) throws -> String {
        var file = try DocumentLines(path: target)
        var count = 0
        do {
            let reviews = try reviews()
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
