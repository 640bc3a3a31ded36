internal import ArgumentParser
internal import Dataset
internal import Digitizer
internal import FinalAccounts

/// `juesuan extract`.
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Write every table of PDFs, or of plain-text transcripts, as CSV, JSON or Excel.",
        discussion: """
            Each document gets a folder below the output folder: document.json, tables/*.csv, \
            records.csv and paragraphs.txt; with --format xlsx also workbook.xlsx. manifest.jsonl there lists every input, also those that failed. What \
            was found is summed up on stdout; messages go to stderr.

            EXAMPLES:
              juesuan extract report.pdf
              juesuan extract reports/ -o data --format csv --excel
              juesuan extract report.pdf --format xlsx
              find . -name '*决算*.pdf' | juesuan extract - -o data
              juesuan extract report.pdf --pages 5-9,12
              juesuan extract transcript.txt
            """)

    @Argument(
        help: ArgumentHelp(
            """
            PDFs, folders (searched to the bottom for *.pdf), - for a list of paths on stdin, or .txt \
            files: text with tabs between the cells of tables.
            """,
            valueName: "input"))
    var inputs: [String]

    @Option(name: .shortAndLong, help: "The folder to write into; made when it is missing.")
    var output = "output"

    @Flag(
        help: "Write the better attested form of names that the report itself writes in two ways.")
    var repairNames = false

    @Option(help: "What to write: csv, json, xlsx (an Excel workbook) or several: csv,xlsx.")
    var format = FormatSelection.standard

    @Flag(help: "Begin CSV files with a byte order mark, so that Excel reads them as UTF-8.")
    var excel = false

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var batch: BatchOptions
    @OptionGroup var messageOptions: MessageOptions

    func run() async throws {
        let messages = messageOptions.start()
        let list = InputList(arguments: inputs)
        let folder = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
        do {
            var digitizer = try reading.digitizer()
            digitizer.repairsNames = repairNames
            let job = DocumentJob(
                output: try OutputFolder(path: folder), formats: format.formats,
                byteOrderMark: excel, reading: digitizer)
            let engine = reading.ocr.engine()
            let run = ExtractRun(
                job: job, batch: batchOptions(folder, job, hasEngine: engine != nil),
                messages: messages)
            let status = await run.run(list.inputs, engine: engine)
            if status != .done { throw status.asExitCode }
        } catch let failure as Failure {
            messages.error(reading.catalogue.folder ?? folder, failure)
            throw failure.status.asExitCode
        } catch let error as OutputError {
            messages.error(folder, Failure(error))
            throw ExitStatus.cannotWriteOutput.asExitCode
        }
    }

    private func batchOptions(
        _ folder: String, _ job: DocumentJob, hasEngine: Bool
    ) -> BatchOptions {
        var batch = batch
        var shared = ["--format", format.description]
        if excel { shared.append("--excel") }
        if repairNames { shared.append("--repair-names") }
        if let pages = reading.pages { shared += ["--pages", pages.description] }
        if let catalogue = reading.catalogue.folder { shared.append("--catalogue=\(catalogue)") }
        if reading.catalogue.isWithout { shared.append("--no-catalogue") }
        if reading.catalogue.skipCheck { shared.append("--skip-check") }
        shared += reading.ocr.options
        batch.fingerprint = shared.joined(separator: " ") + (hasEngine ? "" : " without OCR")
        if reading.catalogue.folder != nil, let checker = job.reading.checker {
            let catalogue = CatalogueText.write(checker.catalogue)
            batch.fingerprint += " \(Fingerprint.of(Array(catalogue.utf8)))"
        }
        batch.arguments =
            shared + reading.ocr.arguments(jobs: batch.jobs)
            + ["--output=\(folder)", "--memory-limit=\(batch.memoryLimit)"]
            // for when this process is gone and cannot end it
            + ["--timeout=\(min(batch.timeout + 5, Bounds.seconds.upperBound))"]
        if batch.noSandbox { batch.arguments.append("--no-sandbox") }
        if let password = reading.password { batch.password = password }
        return batch
    }
}
