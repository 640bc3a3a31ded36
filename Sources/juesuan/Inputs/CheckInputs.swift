internal import Dataset
internal import Digitizer
internal import PDFSource
internal import ScanReading

/// The documents that the arguments of `check` name.
struct CheckInputs {
    struct Input {
        let path: String
        /// A document.json rather than a PDF.
        let isRecord: Bool
        /// The bytes that came on stdin; nil for files.
        var spool: MemoryFile?

        func document(
            _ options: Digitizer.Options, engine: (any ScanEngine)?
        ) throws -> DocumentRecord {
            guard isRecord else {
                return try Digitizer.digitize(
                    path: spool?.path ?? path, name: path, options: options, engine: engine)
            }
            guard let bytes = Disk.read(path) else {
                throw Failure(
                    code: "unreadable", message: "cannot be read", status: .inputDamaged)
            }
            guard var document = DocumentReader.document(bytes) else {
                throw Failure(
                    code: "not-a-document", message: "is no document.json of juesuan",
                    status: .inputDamaged)
            }
            if let checker = options.checker { document.checkAccounts(with: checker) }
            return document
        }
    }

    private(set) var inputs: [Input] = []
    /// What was named and is none of these, and why.
    private(set) var failures: [(path: String, failure: Failure)] = []

    /// PDFs, folders of documents and of PDFs, and `-` for a PDF or a list of these on stdin.
    init(_ arguments: [String]) {
        for argument in arguments {
            do {
                if argument == "-" { try addStandardInput() } else { try add(argument) }
            } catch {
                failures.append(
                    (argument == "-" ? StandardInput.name : argument, Failure(error)))
            }
        }
    }

    private mutating func addStandardInput() throws {
        // it can be read once only
        guard !inputs.contains(where: { $0.spool != nil }) else { return }
        switch try StandardInput.read() {
        case .document(let file):
            inputs.append(Input(path: StandardInput.name, isRecord: false, spool: file))
        case .paths(let list): for path in list.paths { try add(path.text) }
        }
    }

    private mutating func add(_ argument: String) throws(Failure) {
        switch try Place(argument) {
        case .file(let path):
            inputs.append(Input(path: path, isRecord: path.hasSuffix(".json")))
        case .document(let document):
            inputs.append(Input(path: document.record, isRecord: true))
        case .folder(_, let documents, let pdfs):
            inputs += documents.map { Input(path: $0.record, isRecord: true) }
            inputs += pdfs.map { Input(path: $0, isRecord: false) }
        }
    }
}
