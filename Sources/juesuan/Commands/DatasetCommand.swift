internal import AccountsDatabase
internal import ArgumentParser
internal import Dataset

/// `juesuan dataset`.
struct DatasetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dataset",
        abstract: "Make one SQLite file of many reports.",
        discussion: """
            Reads the document.json files of a folder that extract wrote: documents, tables, cells, records, \
            checks, findings and paragraphs, with views ready to query and full-text search. Made again, it \
            adds what is new or changed, and removes what is gone.

            EXAMPLES:
              juesuan dataset data -o accounts.sqlite
              sqlite3 accounts.sqlite 'SELECT organisation, year, year_expenditure FROM unit_years'
            """)

    @Argument(help: "The folder that extract wrote.")
    var folder: String

    @Option(name: .shortAndLong, help: "The SQLite file.")
    var output = "accounts.sqlite"

    @OptionGroup var messageOptions: MessageOptions

    func run() throws {
        let messages = messageOptions.start()
        var results = ResultWriter()
        do {
            guard !OutputListing.folders(in: folder).isEmpty else {
                throw Failure(
                    code: "no-documents", message: "holds no documents; run juesuan extract first",
                    status: .inputDamaged)
            }
            let database = try AccountsDatabase(path: output)
            let change = try database.update(from: folder) { name in
                messages.warning(
                    "\(folder)/\(name)", code: "not-a-document",
                    "its document.json cannot be read; extract it again")
            }
            let counts = try database.counts()
            results.line(
                "\(output): \(Summary.count(counts.documents, "document")), "
                    + "\(Summary.count(counts.records, "number")); \(change.added) added, "
                    + "\(change.replaced) replaced, \(change.removed) removed, "
                    + "\(change.unchanged) unchanged")
        } catch let failure as Failure {
            messages.error(folder, failure)
            throw failure.status.asExitCode
        } catch {
            let failure = Failure(
                code: "database", message: "\(error)", status: .cannotWriteOutput)
            messages.error(output, failure)
            throw failure.status.asExitCode
        }
    }
}
