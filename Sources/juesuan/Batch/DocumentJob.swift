internal import Dataset
internal import Digitizer
internal import FinalAccounts
internal import ScanReading
internal import Workbook

/// Extracts one document: read, digitised, its files written.
struct DocumentJob {
    let output: OutputFolder
    let formats: Set<OutputFormat>
    let style: CSVStyle
    var reading: Digitizer.Options

    /// Does it, and says what became of it; `spool` is where its bytes are, if not at `path`; `folder` is the one to
    /// write into, where that is set, and known to hold this document where it `isOwned`.
    func run(
        _ path: String, from spool: String? = nil, into folder: String? = nil,
        isOwned: Bool = false,
        engine: (any ScanEngine)?, messages: Messages
    ) -> BatchReply {
        do {
            let document = try messages.guarding(path) {
                try Digitizer.digitize(
                    path: spool ?? path, name: path, options: reading, engine: engine)
            }
            let files = try files(of: document)
            let sha256 = document.source.sha256
            let place =
                if let folder {
                    try output.write(files, into: folder, sha256: sha256, isOwned: isOwned)
                } else {
                    try output.write(
                        files, named: DocumentJob.folderName(for: document.source.file),
                        sha256: sha256)
                }
            return reply(document, path, place)
        } catch {
            return DocumentJob.failed(Failure(error))
        }
    }

    private func files(of document: DocumentRecord) throws(WorkbookError) -> [OutputFile] {
        var files = DocumentFiles.files(
            of: document, formats: formats, style: style)
        if formats.contains(.xlsx) {
            let bytes = try DocumentWorkbook.bytes(of: document)
            files.append(OutputFile(path: DocumentFiles.workbookFile, bytes: bytes))
        }
        return files
    }

    /// What is told of a document that was not done.
    static func failed(_ failure: Failure) -> BatchReply {
        var reply = BatchReply(status: .failed, exitCode: Int(failure.status.rawValue))
        reply.error = (failure.code, failure.message)
        return reply
    }

    private func reply(_ document: DocumentRecord, _ path: String, _ folder: String) -> BatchReply {
        var reply = DocumentJob.counts(of: document)
        reply.folder = folder
        reply.lines = Summary.lines(
            of: document, file: path, folder: "\(output.path)/\(folder)")
        reply.warnings = WarningGroup.groups(of: document.warnings).map { warning, pages in
            let place = pages.isEmpty ? path : "\(path):\(PageList.text(pages))"
            return (place, warning.code, warning.message)
        }
        return reply
    }

    /// A reply without a folder and without words.
    static func counts(of document: DocumentRecord) -> BatchReply {
        let (kind, status) = DocumentJob.kind(of: document)
        var reply = BatchReply(status: kind, exitCode: Int(status.rawValue))
        reply.facts = ManifestEntry.Facts(document)
        reply.proved = document.count(.proved)
        reply.plausible = document.count(.plausible)
        return reply
    }

    private static func kind(
        of document: DocumentRecord
    ) -> (kind: ManifestEntry.Status, status: ExitStatus) {
        if !document.tables.isEmpty { return (.done, .done) }
        return document.isPicturesOnly ? (.noText, .picturesOnly) : (.noTable, .noTableFound)
    }

    /// The file's name without ".pdf" or ".txt".
    static func folderName(for file: String) -> String {
        [".pdf", ".txt"].contains(where: file.lowercased().hasSuffix)
            ? String(file.dropLast(4)) : file
    }
}
