internal import AccountsDatabase
internal import ArgumentParser
internal import Dataset
internal import FinalAccounts
internal import Glibc
internal import Review
internal import TerminalText

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

    @Argument(
        help: ArgumentHelp(
            "The output folder of extract, or a document's folder in it, to begin with that document.",
            valueName: "folder"),
        completion: .directory)
    var path: String

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
            let place = try Place(path)
            let folder = try place.output()
            let opened = try dataset.open(folder, checker, messages)
            var settings = ReviewSettings(
                database: opened.database, output: opened.output,
                pictures: PagePainter(
                    files: SourceFiles(output: folder, folders: sources.pdfs),
                    password: sources.password, isConfined: !noSandbox),
                reviewer: reviewer ?? Environment["USER"] ?? "reviewer",
                titles: checker.catalogue.tables.map { ($0.id, $0.title) })
            settings.isReadOnly = readOnly
            let start = ReviewCommand.start(place)
            try await ReviewServer(settings, port: port).run { address in
                StandardStreams.write(
                    Array("\(address)\(start)\n".utf8), to: StandardStreams.results)
                guard StandardStreams.isTerminal(StandardStreams.talk) else { return }
                messages.note(
                    folder, code: "review", "open this address in a browser; Ctrl-C ends it")
            }
        } catch {
            let failure = Failure(error)
            messages.error(path, failure)
            throw failure.status.asExitCode
        }
    }
}

extension ReviewCommand {
    /// Where in the review to begin, after its address.
    private static func start(_ place: Place) -> String {
        guard case .document(let document) = place, let id = document.id else { return "" }
        return "#/d/\(id)"
    }
}

/// The dataset that review and sample work on.
struct ReviewDataset: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The dataset to work on. (default: accounts.sqlite in the folder)", valueName: "file"),
        completion: .file())
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
        guard !output.folders.isEmpty else { throw Failure.noDocuments() }
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

/// The output folder that a sample is drawn of.
struct OutputArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The output folder of extract; of a document's folder, the one above it.",
            valueName: "folder"),
        completion: .directory)
    var path: String

    func output(_ messages: Messages) throws(Failure) -> String {
        let place = try Place(path)
        let folder = try place.output()
        if case .document = place {
            messages.note(
                path, code: "whole-folder",
                "is one document; a sample is of all documents in \(folder.asShellWord)")
        }
        return folder
    }
}
