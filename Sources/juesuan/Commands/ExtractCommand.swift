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
              juesuan extract report.pdf --plain-numbers --no-column-numbers
              find . -name '*决算*.pdf' | juesuan extract - -o data
              curl -s https://example.org/report.pdf | juesuan extract -
              juesuan extract report.pdf --pages 5-9,12
              juesuan extract transcript.txt
            """)

    @Argument(
        help: ArgumentHelp(
            """
            PDFs, folders (searched to the bottom for *.pdf), - for a PDF or a list of paths on stdin, or \
            .txt files: text with tabs between the cells of tables.
            """,
            valueName: "input"),
        completion: .documents)
    var inputs: [String]

    @OptionGroup(title: "Output") var writing: WritingOptions
    @OptionGroup(title: "CSV files") var csv: CSVOptions
    @OptionGroup(title: "Reading") var reading: ReadingOptions
    @OptionGroup(title: "Several documents") var batch: BatchOptions
    @OptionGroup(title: "Messages") var messageOptions: MessageOptions

    func run() async throws {
        let messages = messageOptions.start()
        let folder = writing.folder
        let list: InputList
        do {
            list = try InputList(arguments: inputs)
        } catch {
            messages.error(StandardInput.name, Failure(error))
            throw Failure(error).status.asExitCode
        }
        do {
            var digitizer = try reading.digitizer()
            digitizer.repairsNames = writing.repairNames
            let job = DocumentJob(
                output: try OutputFolder(path: folder), formats: writing.format.formats,
                style: csv.style, reading: digitizer)
            let engine = reading.ocr.engine()
            let run = ExtractRun(
                job: job, batch: batchOptions(folder, job, hasEngine: engine != nil),
                messages: messages)
            let status = await run.run(list.inputs, engine: engine)
            list.noteUnread(messages)
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
        var shared = ["--format", writing.format.description]
        shared += csv.arguments
        if writing.repairNames { shared.append("--repair-names") }
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
