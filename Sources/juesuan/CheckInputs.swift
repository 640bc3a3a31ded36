internal import Dataset
internal import Digitizer
internal import ScanReading

/// The documents that the arguments of `check` name.
struct CheckInputs {
    struct Input {
        let path: String
        /// A document.json rather than a PDF.
        let isRecord: Bool

        func document(
            _ options: Digitizer.Options, engine: EngineHelper?
        ) throws -> DocumentRecord {
            guard isRecord else {
                return try Digitizer.digitize(path: path, options: options, engine: engine)
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

    init(_ paths: [String]) {
        for path in paths {
            add(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
        }
    }

    /// A folder of outputs, the folder of one output, or a file.
    private mutating func add(_ path: String) {
        guard let names = FolderList.names(in: path) else {
            inputs.append(Input(path: path, isRecord: path.hasSuffix(".json")))
            return
        }
        if names.contains("document.json") {
            inputs.append(Input(path: path + "/document.json", isRecord: true))
            return
        }
        let before = inputs.count
        for name in names.sorted() {
            let below = path + "/" + name
            if FolderList.names(in: below)?.contains("document.json") == true {
                inputs.append(Input(path: below + "/document.json", isRecord: true))
            } else if name.lowercased().hasSuffix(".pdf") {
                inputs.append(Input(path: below, isRecord: false))
            }
        }
        if inputs.count == before { inputs.append(Input(path: path, isRecord: true)) }
    }
}
