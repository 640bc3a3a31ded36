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
            "The file, or the folder for csv. (default: accounts.sqlite, accounts or accounts.jsonl)"
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The licence of what is published, for datapackage.json, such as CC-BY-4.0.",
            valueName: "id"))
    var licence: String?

    @OptionGroup var messageOptions: MessageOptions

    private var target: String {
        output ?? (format == .csv ? "accounts" : "accounts.\(format.rawValue)")
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

    private func database(of documents: OutputListing) throws -> String {
        let database = try AccountsDatabase(path: target)
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
            try documents.forEachOnce { try package.add($0.rows) }
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
            try documents.forEachOnce {
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
