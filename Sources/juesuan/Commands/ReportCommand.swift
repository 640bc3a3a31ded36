internal import AccountsDatabase
internal import ArgumentParser
internal import Dataset
internal import FinalAccounts
internal import PDFSource
internal import Review

/// `juesuan report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a page that shows a document's tables beside its pages.",
        discussion: """
            Makes one HTML file of a folder that extract wrote: each page with tables as a picture with \
            the cells over it, the table beside it, colours for what is proved and what is in doubt, what \
            the checks found in words. It needs nothing else, opens from disk and prints well. The PDF is \
            looked for where it was extracted from; without it the report has no pictures.

            EXAMPLES:
              juesuan report output/report
              juesuan report output/report -o report.html --pdfs archive/
            """)

    @Argument(help: ArgumentHelp("Folders of documents that extract wrote.", valueName: "folder"))
    var folders: [String]

    @Option(
        name: .shortAndLong,
        help: "The file to write, for one document. (default: report.html in its folder)")
    var output: String?

    @OptionGroup var sources: SourceOptions
    @OptionGroup var catalogue: CatalogueOptions
    @OptionGroup var messageOptions: MessageOptions

    mutating func validate() throws {
        if output != nil, folders.count > 1 {
            throw ValidationError("--output is for one document")
        }
    }

    func run() throws {
        let messages = messageOptions.start()
        var results = ResultWriter()
        var status = ExitStatus.done
        for name in folders {
            let folder = name.count > 1 && name.hasSuffix("/") ? String(name.dropLast()) : name
            do {
                results.line(try write(folder, messages))
            } catch {
                let failure = Failure(error)
                messages.error(folder, failure)
                status = folders.count == 1 ? failure.status : .someFilesFailed
            }
        }
        if status != .done { throw status.asExitCode }
    }

    /// Gives the path of what was written.
    private func write(_ folder: String, _ messages: Messages) throws -> String {
        let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
        let above = parts.dropLast().joined(separator: "/")
        let parent = parts.count < 2 ? "." : above.isEmpty ? "/" : above
        let checker = try catalogue.required()
        let reviews = try ReviewDataset.existing(in: parent, checker)
        guard let bytes = Disk.read("\(folder)/\(DocumentFiles.documentFile)"),
            let document = DocumentReader.document(bytes),
            let corrected = CorrectedDocument(
                bytes, log: try reviews?.corrections(of: document.source.sha256) ?? [],
                checker: checker)
        else {
            throw Failure(
                code: "not-a-document",
                message: "holds no document.json of juesuan; name a folder that extract wrote",
                status: .inputDamaged)
        }
        let files = SourceFiles(output: parent, folders: sources.pdfs)
        let pictures = try pictures(of: corrected.document, files, folder, messages)
        let page = ReportPage(
            folder: String(parts.last ?? ""), document: corrected.document, pictures: pictures)
        let target = output ?? "\(folder)/\(DocumentFiles.reportFile)"
        try WholeFile.write(page.bytes, to: target)
        return target
    }

    private func pictures(
        of document: DocumentRecord, _ files: SourceFiles, _ folder: String, _ messages: Messages
    ) throws -> [(page: Int, bytes: [UInt8])] {
        guard let path = SourceOptions.find(document.source, files) else {
            messages.warning(
                folder, code: "no-pdf",
                "its PDF is not where it was extracted from; name its folder with --pdfs")
            return []
        }
        return try messages.guarding(path) {
            let pdf = try PDFDocument(path: path, password: sources.password)
            return try Set(document.tables.flatMap(\.pages)).sorted().map { page in
                (page, try picture(of: page, in: pdf))
            }
        }
    }

    /// Pixels a point: letters of six points can be read, also on paper.
    private static let scale = 1.5
    /// Bytes: text and lines take less, each pixel kept; photographs and noise take more.
    private static let largeForText = 60_000
    private static let qualityOfScans = 40.0

    private func picture(of page: Int, in pdf: PDFDocument) throws -> [UInt8] {
        let exact = try pdf.webPicture(ofPage: page, scale: ReportCommand.scale)
        guard exact.count > ReportCommand.largeForText else { return exact }
        let coarse = try pdf.webPicture(
            ofPage: page, scale: ReportCommand.scale, quality: ReportCommand.qualityOfScans)
        return coarse.count < exact.count ? coarse : exact
    }
}

/// Where the PDFs of an output folder are.
struct SourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder to look for the PDFs, when they were moved; may be given several times.",
            valueName: "folder"))
    var pdfs: [String] = []

    @Option(help: "The password of encrypted PDFs.")
    var password: String?

    /// The path under which the file still is what was extracted.
    static func find(_ source: SourceRecord, _ files: SourceFiles) -> String? {
        files.candidates(for: source).first {
            (try? FileDigest.sha256(of: $0)) == source.sha256
        }
    }
}
