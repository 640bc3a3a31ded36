internal import AccountsDatabase
internal import ArgumentParser
internal import Dataset
internal import Digitizer
internal import FinalAccounts
internal import PDFSource
internal import Review

/// `juesuan report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a page that shows a document's tables beside its pages.",
        discussion: """
            Makes one HTML file of a document that extract wrote, or of a PDF: each page with tables as a picture with \
            the cells over it, the table beside it, colours for what is proved and what is in doubt, what \
            the checks found in words. It needs nothing else, opens from disk and prints well. The PDF is \
            looked for where it was extracted from; without it the report has no pictures.

            EXAMPLES:
              juesuan report report.pdf
              juesuan report output
              juesuan report output/report -o report.html --pdfs archive/
            """)

    @Argument(
        help: ArgumentHelp(
            "Documents' folders that extract wrote, its output folder for all of them, or PDFs.",
            valueName: "path"),
        completion: .documents)
    var paths: [String]

    @Option(
        name: .shortAndLong,
        help:
            "The file to write, for one document. (default: report.html in its folder, for a PDF <file>-report.html here)",
        completion: .file())
    var output: String?

    @OptionGroup var sources: SourceOptions
    @OptionGroup var catalogue: CatalogueOptions
    @OptionGroup var ocr: OCROptions
    @OptionGroup var messageOptions: MessageOptions

    mutating func validate() throws {
        if output != nil, paths.count > 1 {
            throw ValidationError("--output is for one document")
        }
    }

    func run() throws {
        let messages = messageOptions.start()
        var results = ResultWriter()
        var failures: [Failure] = []
        var count = 0
        var written: Set<String> = []
        for path in paths {
            do {
                for subject in try subjects(of: path) {
                    count += 1
                    do {
                        results.line(try write(subject, &written, messages))
                    } catch {
                        failures.append(Failure(error))
                        messages.error(subject.path, Failure(error))
                    }
                }
            } catch {
                count += 1
                failures.append(Failure(error))
                messages.error(path, Failure(error))
            }
        }
        if let failure = failures.first {
            throw (count == 1 ? failure.status : .someFilesFailed).asExitCode
        }
    }

    /// What a page is made of.
    private enum Subject {
        case written(WrittenDocument)
        case file(String)

        var path: String {
            switch self {
            case .written(let document): document.folder
            case .file(let path): path
            }
        }
    }

    private func subjects(of path: String) throws -> [Subject] {
        let place = try Place(path)
        if case .file(let file) = place { return [.file(file)] }
        let documents = try place.documents()
        guard output == nil || documents.count == 1 else {
            throw Failure(
                code: "several-documents",
                message: "holds \(documents.count) documents, and --output is for one",
                status: .usage)
        }
        return documents.map(Subject.written)
    }

    /// Gives the path of what was written.
    private func write(
        _ subject: Subject, _ written: inout Set<String>, _ messages: Messages
    ) throws -> String {
        let name: String
        let document: DocumentRecord
        let pdf: String?
        var target: String
        switch subject {
        case .written(let written):
            name = written.name
            document = try written.corrected(catalogue.required())
            let files = SourceFiles(output: written.output, folders: sources.pdfs)
            pdf = SourceOptions.find(document.source, files)
            target = "\(written.folder)/\(DocumentFiles.reportFile)"
        case .file(let path):
            let file = String(path.split(separator: "/").last ?? "")
            name = DocumentJob.folderName(for: file)
            document = try digitized(path, messages)
            pdf = path
            // beside a PDF there often is the web page of the same name
            target = "\(name)-report.html"
        }
        if let output { target = output }
        guard written.insert(target).inserted else {
            throw Failure(
                code: "cannot-write",
                message:
                    "would be written over \(target), which is another document's; do it alone, "
                    + "with --output", status: .cannotWriteOutput)
        }
        let page = ReportPage(
            folder: name, document: document,
            pictures: try pictures(of: document, pdf, subject.path, messages))
        try WholeFile.write(page.bytes, to: target)
        return target
    }

    private func digitized(_ path: String, _ messages: Messages) throws -> DocumentRecord {
        var options = Digitizer.Options(
            password: sources.password, checker: try catalogue.checker())
        options.scans = ocr.ocr.scans
        let document = try messages.guarding(path) {
            try Digitizer.digitize(
                path: path, options: options, engine: messages.watched(ocr.engine(), file: path))
        }
        messages.warnings(of: document, file: path)
        return document
    }

    private func pictures(
        of document: DocumentRecord, _ pdf: String?, _ place: String, _ messages: Messages
    ) throws -> [(page: Int, bytes: [UInt8])] {
        if let pdf, pdf.lowercased().hasSuffix(".txt") { return [] }
        guard let pdf else {
            messages.warning(
                place, code: "no-pdf",
                "its PDF is not where it was extracted from; name its folder with --pdfs")
            return []
        }
        return try messages.guarding(pdf) {
            let pages = try PDFDocument(path: pdf, password: sources.password)
            return try Set(document.tables.flatMap(\.pages)).sorted().map { page in
                (page, try picture(of: page, in: pages))
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
            valueName: "folder"),
        completion: .directory)
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
