internal import AccountsDatabase
internal import Dataset
internal import Digitizer
internal import FinalAccounts
internal import Review

/// A document that `extract` wrote.
struct WrittenDocument: Equatable {
    /// The folder that it was written into, and its own folder's name there.
    let output: String
    let name: String

    /// As a person types it.
    var folder: String { output == "." ? name : output == "/" ? "/\(name)" : "\(output)/\(name)" }
    var record: String { "\(folder)/\(DocumentFiles.documentFile)" }

    /// Its document.json.
    func bytes() throws(Failure) -> [UInt8] {
        if let bytes = Disk.read(record) { return bytes }
        throw Failure(
            code: "unreadable", message: "its document.json cannot be read", status: .inputDamaged)
    }

    /// With what people corrected in a review of the output folder.
    func corrected(_ checker: AccountsChecker) throws -> DocumentRecord {
        let bytes = try bytes()
        guard let plain = DocumentReader.document(bytes) else { throw WrittenDocument.notOurs }
        let reviews = try ReviewDataset.existing(in: output, checker)
        let log = try reviews?.corrections(of: plain.source.sha256) ?? []
        guard let corrected = CorrectedDocument(bytes, log: log, checker: checker) else {
            throw WrittenDocument.notOurs
        }
        return corrected.document
    }

    /// The PDF that it was made of.
    func source() throws(Failure) -> String {
        guard let document = DocumentReader.document(try bytes()) else {
            throw WrittenDocument.notOurs
        }
        let files = SourceFiles(output: output, folders: [])
        if let path = SourceOptions.find(document.source, files) { return path }
        throw Failure(
            code: "no-pdf",
            message: "its PDF is not where it was extracted from; name the PDF itself",
            status: .inputDamaged)
    }

    /// The id that the dataset and the review know it by.
    var id: String? {
        Disk.read(record).flatMap { DocumentRows($0, folder: name)?.document }
    }

    private static let notOurs = Failure(
        code: "not-a-document",
        message: "its document.json is not one of this version of juesuan; extract it again",
        status: .inputDamaged)
}
