internal import ArgumentParser
internal import CatalogueSource
internal import Dataset
internal import FinalAccounts

/// Which catalogue the tables are looked up in.
struct CatalogueOptions: ParsableArguments {
    @Option(
        name: .customLong("catalogue"),
        help: ArgumentHelp(
            "A folder of *.yaml that adds to the catalogue or overrides it.", valueName: "folder"),
        completion: .directory)
    var folder: String?

    @Flag(
        name: .customLong("no-catalogue"),
        help:
            "Look no table up: relations that the figures themselves bear out are all that is tried."
    )
    var isWithout = false

    @Flag(help: ArgumentHelp("Do not look tables up, and check nothing.", visibility: .hidden))
    var skipCheck = false

    func checker() throws -> AccountsChecker? {
        if skipCheck { return nil }
        if isWithout { return .withoutCatalogue }
        guard let folder else { return .standard }
        var reader = CatalogueReader(adding: AccountsChecker.standard.catalogue)
        try CatalogueFolder.read(folder, into: &reader)
        reader.validate()
        if let fault = reader.faults.first { throw Failure(catalogue: fault) }
        return try AccountsChecker(reader.catalogue)
    }

    mutating func validate() throws {
        if isWithout, folder != nil {
            throw ValidationError("--catalogue and --no-catalogue exclude each other")
        }
    }

    /// Also where nothing is checked: what a person corrects is.
    func required() throws -> AccountsChecker { try checker() ?? .standard }
}

/// The YAML files of a folder.
enum CatalogueFolder {
    static func read(_ folder: String, into reader: inout CatalogueReader) throws {
        let names = (FolderList.names(in: folder) ?? []).filter {
            $0.hasSuffix(".yaml") || $0.hasSuffix(".yml")
        }
        guard !names.isEmpty else {
            throw Failure(
                code: "no-catalogue", message: "holds no *.yaml files of a catalogue",
                status: .usage)
        }
        for name in names.sorted() {
            let path = folder + "/" + name
            guard let bytes = Disk.read(path) else {
                throw Failure(
                    code: "unreadable", message: "\(path) cannot be read", status: .inputDamaged)
            }
            reader.read(String(decoding: bytes, as: UTF8.self), file: path)
        }
    }
}

extension Failure {
    init(catalogue fault: CatalogueFault) {
        self.init(code: "catalogue", message: fault.description, status: .usage)
    }
}
