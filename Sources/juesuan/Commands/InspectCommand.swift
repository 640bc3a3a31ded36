internal import ArgumentParser
internal import Dataset
internal import Digitizer
internal import TerminalText

/// `juesuan inspect`.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Draw a page with what was found on it.",
        discussion: """
            The picture shows the page with its glyphs, rulings, cells and captions, to see why a \
            table came out as it did. Cells bear their row and column as in document.json. The \
            picture's path goes to stdout, what its colours mean to stderr.

            EXAMPLES:
              juesuan inspect report.pdf --page 7
              juesuan inspect output/report --page 7 --scale 4 -o page.png
              juesuan inspect report.pdf --page 7 -o - | display
            """)

    static let scales = 0.1...20.0

    @Argument(
        help: ArgumentHelp(
            "A PDF, or a document's folder that extract wrote.", valueName: "path"),
        completion: .documents)
    var path: String

    @Option(
        help: ArgumentHelp("The page to draw, counted from 1.", valueName: "number"),
        transform: Bounds.whole(Bounds.pages))
    var page: Int

    @Option(
        name: .shortAndLong,
        help: "The PNG file to write, - for stdout. (default: <file>-p<number>.png in this folder)",
        completion: .file(extensions: ["png"]))
    var output: String?

    @Option(
        help: "Pixels a point; 1 is 72 dots an inch.",
        transform: Bounds.decimal(InspectCommand.scales))
    var scale = 2.0

    @Option(help: "The password of an encrypted PDF.")
    var password: String?

    @OptionGroup var ocr: OCROptions
    @OptionGroup var messageOptions: MessageOptions

    func run() throws {
        let messages = messageOptions.start()
        do {
            let file = try self.file()
            let inspection = try messages.guarding(file) {
                try PageInspection(
                    path: file, page: page, scale: scale, password: password, scans: ocr.ocr.scans,
                    engine: messages.watched(ocr.engine(), file: file))
            }
            var results = ResultWriter()
            let target = output ?? defaultOutput
            if target == "-" {
                results.bytes(inspection.picture)
            } else {
                try WholeFile.write(inspection.picture, to: target)
                results.line(target)
            }
            if let failure = results.failure { throw failure }
            if !messageOptions.quiet { say(inspection, of: file) }
        } catch {
            let failure = Failure(error)
            let place = failure.status == .cannotWriteOutput ? output ?? defaultOutput : path
            messages.error(place, failure)
            throw failure.status.asExitCode
        }
    }

    /// The PDF, also where the folder of what was made of it is named.
    private func file() throws(Failure) -> String {
        switch try Place(path).single() {
        case .file(let path): return path
        case .document(let document): return try document.source()
        case .folder: throw .noDocuments()
        }
    }

    private var defaultOutput: String {
        let name = String(path.split(separator: "/").last ?? "page")
        return "\(DocumentJob.folderName(for: name))-p\(page).png"
    }

    private func say(_ inspection: PageInspection, of file: String) {
        let counts = [
            Summary.count(inspection.glyphs, "glyph"), Summary.count(inspection.rulings, "ruling"),
            Summary.count(inspection.fragments, "fragment"),
            Summary.count(inspection.cells, "cell"),
        ].joined(separator: ", ")
        let line = "\(file.safeForTerminal):\(page): \(counts); \(PageInspection.legend)\n"
        StandardStreams.write(Array(line.utf8), to: StandardStreams.talk)
    }
}
