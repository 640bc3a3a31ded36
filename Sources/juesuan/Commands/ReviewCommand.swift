internal import AccountsDatabase
internal import ArgumentParser
internal import Dataset
internal import FinalAccounts
internal import Glibc
internal import Review

/// `juesuan review`.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Look at the numbers beside their pages in the browser, and correct them.",
        discussion: """
            Serves a page on this machine's own address: the documents, those with doubts first, each table \
            beside its page. What is confirmed or corrected goes into the dataset (accounts.sqlite in the \
            folder), with who, when and why; the checks run again at once. See docs/review.md.

            EXAMPLES:
              juesuan review output
              juesuan review output --reviewer 王芳 --port 9000

            Ctrl-C ends it; nothing is lost.
            """)

    @Argument(help: "The folder that extract wrote.")
    var folder: String

    @Option(
        help: ArgumentHelp("The port to listen on; 0 for any.", valueName: "number"),
        transform: Bounds.whole(UInt16.min...UInt16.max))
    var port: UInt16 = 8311

    @Option(help: "Who reviews. (default: the user's name)")
    var reviewer: String?

    @Flag(help: "Show only; nothing can be changed.")
    var readOnly = false

    @Flag(help: "Do not lock in the processes that paint pages.")
    var noSandbox = false

    @OptionGroup var dataset: ReviewDataset
    @OptionGroup var sources: SourceOptions
    @OptionGroup var catalogue: CatalogueOptions
    @OptionGroup var messageOptions: MessageOptions

    func run() async throws {
        let messages = messageOptions.start()
        do {
            let checker = try catalogue.required()
            let opened = try dataset.open(folder, checker, messages)
            var settings = ReviewSettings(
                database: opened.database, output: opened.output,
                pictures: PagePainter(
                    files: SourceFiles(output: folder, folders: sources.pdfs),
                    password: sources.password, isConfined: !noSandbox),
                reviewer: reviewer ?? Environment["USER"] ?? "reviewer",
                titles: checker.catalogue.tables.map { ($0.id, $0.title) })
            settings.isReadOnly = readOnly
            try await ReviewServer(settings, port: port).run { address in
                StandardStreams.write(Array("\(address)\n".utf8), to: StandardStreams.results)
            }
        } catch {
            let failure = Failure(error)
            messages.error(folder, failure)
            throw failure.status.asExitCode
        }
    }
}

/// The dataset that review and sample work on.
struct ReviewDataset: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The dataset to work on. (default: accounts.sqlite in the folder)", valueName: "file"))
    var dataset: String?

    /// Where it is, for a folder of documents.
    static func path(in folder: String) -> String { "\(folder)/accounts.sqlite" }

    /// The one that a review made there; nil where there was none.
    static func existing(
        in folder: String, _ checker: AccountsChecker
    ) throws -> AccountsDatabase? {
        guard Disk.stamp(of: path(in: folder)) != nil else { return nil }
        return try AccountsDatabase(path: path(in: folder), checker: checker)
    }

    /// Brings the dataset up to date with the folder.
    func open(
        _ folder: String, _ checker: AccountsChecker, _ messages: Messages
    ) throws -> (database: AccountsDatabase, output: OutputListing) {
        let options = messages.options
        let output = OutputListing(of: folder) { name in
            Messages(options: options).warning(
                "\(folder)/\(name)", code: "not-a-document",
                "its document.json cannot be read; extract it again")
        }
        guard !output.folders.isEmpty else { throw Failure.noDocuments }
        let path = dataset ?? ReviewDataset.path(in: folder)
        do {
            let database = try AccountsDatabase(path: path, checker: checker)
            _ = try database.update(from: output)
            return (database, output)
        } catch {
            throw Failure(
                code: "dataset", message: "\(path): \(error)", status: .cannotWriteOutput)
        }
    }
}

extension Failure {
    static let noDocuments = Failure(
        code: "no-documents", message: "holds no documents; run juesuan extract first",
        status: .inputDamaged)
}
