/// The dataset as CSV files with a `datapackage.json` (Data Package version 2, Table Schema).
///
/// Rows go to files beside their places; the package appears when ``finish(digest:)`` has all.
public struct PackageFolder {
    /// Without cells, of which records are the numbers: those are in SQLite and in the documents.
    public static let tables = [
        DatasetTables.documents, DatasetTables.tables, DatasetTables.records, DatasetTables.checks,
        DatasetTables.findings, DatasetTables.paragraphs,
    ]
    private static let description = "datapackage.json"

    private let path: String
    private let licence: String?
    private var files: [StreamedFile] = []
    /// Documents added, and the program that extracted the last.
    public private(set) var documents = 0
    public private(set) var records = 0

    /// Begins anew in a folder that is empty, missing, or an older package; `licence` is the SPDX
    /// or Open Definition id that whoever publishes it chose.
    public init(
        path: String, licence: String?, style: CSVStyle = CSVStyle()
    ) throws(OutputError) {
        self.path = path
        self.licence = licence
        if Disk.exists(path), !Disk.entries(of: path).isEmpty {
            let old = Disk.read("\(path)/\(PackageFolder.description)").flatMap { JSONValue($0) }
            guard old?["name"]?.string == PackageDescription.name else {
                throw .occupied(path: path)
            }
        }
        try Disk.makeFolder(path)
        for table in PackageFolder.tables {
            var file = try StreamedFile(path: "\(path)/\(table.name).csv")
            try file.append(
                PackageFolder.line(
                    table.columns.map(\.name), byteOrderMark: style.byteOrderMark))
            files.append(file)
        }
    }

    public mutating func add(_ document: DocumentRows) throws(OutputError) {
        for (number, table) in PackageFolder.tables.enumerated() {
            let rows = document.rows(of: table)
            if table.name == DatasetTables.records.name { records += rows.count }
            for row in rows { try files[number].append(PackageFolder.line(row.map(\.inCSV))) }
        }
        documents += 1
    }

    private static func line(_ fields: [String], byteOrderMark: Bool = false) -> [UInt8] {
        var csv = CSVWriter(byteOrderMark: byteOrderMark)
        csv.row(fields)
        return csv.bytes
    }

    /// Writes the description and puts everything at its place; `digest` gives a file's SHA-256.
    public mutating func finish(digest: (_ path: String) throws -> String) throws {
        var resources: [PackageDescription.Resource] = []
        for number in files.indices {
            try files[number].finish()
            resources.append(
                PackageDescription.Resource(
                    table: PackageFolder.tables[number], bytes: files[number].byteCount,
                    sha256: try digest(files[number].partial)))
        }
        let text = PackageDescription(resources: resources, licence: licence).bytes
        // without it no half of an older package passes for whole
        Disk.remove("\(path)/\(PackageFolder.description)")
        for file in files { try file.publish() }
        try WholeFile.write(text, to: "\(path)/\(PackageFolder.description)")
    }

    /// Leaves nothing half-written behind; an older package stays as it was.
    public func abandon() {
        for file in files { file.abandon() }
    }
}

extension DatasetValue {
    /// As Table Schema reads it back.
    fileprivate var inCSV: String {
        switch self {
        case .null: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        }
    }
}
