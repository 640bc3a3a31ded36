internal import FinalAccounts
internal import Glibc

/// `datapackage.json`: describes every CSV file of the output folder (Data Package version 2).
///
/// One resource stands on a line of its own, so that a later run can keep the lines of documents
/// that it did not touch.
public struct DataPackage: Sendable {
    private let output: OutputFolder
    private var path: String { output.path + "/datapackage.json" }
    /// Folders written in this run, and the lines that describe their files.
    private var written: [(folder: String, lines: [[UInt8]])] = []

    public init(in output: OutputFolder) {
        self.output = output
    }

    /// Notes a document whose CSV files are now in `folder`; with `hasTables` false, that it has
    /// none.
    public mutating func add(_ document: DocumentRecord, in folder: String, hasTables: Bool) {
        let lines = DataPackage.resources(of: document, in: folder, hasTables: hasTables)
        add(lines, in: folder)
    }

    /// Notes a document by the lines that describe its files.
    public mutating func add(_ resources: [String], in folder: String) {
        written.append((folder, resources.map { Array($0.utf8) }))
    }

    /// The folders that the file in `output` describes.
    public static func describedFolders(of output: OutputFolder) -> Set<String> {
        var folders: Set<String> = []
        for line in (Disk.read("\(output.path)/datapackage.json") ?? []).split(
            separator: UInt8(ascii: "\n"))
        {
            if let described = described(by: line) { folders.insert(described.folder) }
        }
        return folders
    }

    /// The lines for a document that an earlier run wrote, from its `document.json`; nil where
    /// there is none.
    public static func resources(ofFilesIn folder: String, of output: OutputFolder) -> [String]? {
        guard let bytes = Disk.read("\(output.path)/\(folder)/\(DocumentFiles.documentFile)"),
            let document = DocumentReader.document(bytes)
        else { return nil }
        var resources = resources(of: document, in: folder, hasTables: true)
        let path = "\(folder)/\(DocumentFiles.recordsFile)"
        if Disk.exists("\(output.path)/\(path)") {
            let line = records(at: path, sha256: document.source.sha256)
            resources.append(String(decoding: line, as: UTF8.self))
        }
        return resources
    }

    /// The lines that describe a document's files.
    public static func resources(
        of document: DocumentRecord, in folder: String, hasTables: Bool
    ) -> [String] {
        var lines: [[UInt8]] = []
        if hasTables {
            for (index, table) in document.tables.enumerated() {
                let path = "\(folder)/\(DocumentFiles.tablePath(of: table, number: index + 1))"
                lines.append(DataPackage.line(of: table, at: path, sha256: document.source.sha256))
            }
            if !document.accounts.records.isEmpty {
                let path = "\(folder)/\(DocumentFiles.recordsFile)"
                lines.append(DataPackage.records(at: path, sha256: document.source.sha256))
            }
        }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Writes the file anew: this run's resources, and those of older runs that are still there.
    public func write() throws(OutputError) {
        try output.locked { () throws(OutputError) in
            let touched = Set(written.map(\.folder))
            var lines = (Disk.read(path) ?? []).split(separator: UInt8(ascii: "\n"))
                .filter { isKept($0, besides: touched) }
                .map { Array($0.last == UInt8(ascii: ",") ? $0.dropLast() : $0) }
            for document in written {
                lines += document.lines.map { Array("    ".utf8) + $0 }
            }
            guard !lines.isEmpty else { return Disk.remove(path) }
            // the same whatever order the documents were done in
            lines.sort { $0.lexicographicallyPrecedes($1) }
            var bytes = Array(DataPackage.head.utf8)
            bytes += lines.joined(separator: ",\n".utf8)
            bytes += Array("\n  ]\n}\n".utf8)
            try Disk.write(bytes, to: path + ".partial")
            try Disk.rename(path + ".partial", to: path)
        }
    }

    private static let head = """
        {
          "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
          "name": "juesuan-output",
          "title": "Tables of public final accounts, extracted by juesuan",
          "resources": [

        """

    private func isKept(_ line: ArraySlice<UInt8>, besides touched: Set<String>) -> Bool {
        guard let described = DataPackage.described(by: line) else { return false }
        return !touched.contains(described.folder)
            && Disk.exists("\(output.path)/\(described.file)")
    }

    /// The file that a resource's line describes, and its folder; nil where the line is another.
    private static func described(
        by line: ArraySlice<UInt8>
    ) -> (file: String, folder: String)? {
        guard line.starts(with: "    {\"path\": \"".utf8),
            let file = JSONLine(bytes: line).string(after: "path"),
            let slash = file.firstIndex(of: "/")
        else { return nil }
        return (file, String(file[..<slash]))
    }

    private static func line(of table: TableRecord, at path: String, sha256: String) -> [UInt8] {
        var json = JSONWriter()
        json.object(.inline) { json in
            describe(path, name: "\(sha256.prefix(12))-\(table.id)", title: table.title, to: &json)
            if table.header.isEmpty {
                json.key("dialect")
                json.object(.inline) { json in
                    json.key("header")
                    json.value(false)
                }
            }
            schema(fieldNames(of: table).map { ($0, "string") }, to: &json)
        }
        return json.bytes
    }

    private static func records(at path: String, sha256: String) -> [UInt8] {
        var json = JSONWriter()
        json.object(.inline) { json in
            describe(path, name: "\(sha256.prefix(12))-records", title: nil, to: &json)
            schema(RecordsCSV.fields, to: &json)
        }
        return json.bytes
    }

    /// What the resource is, as all our CSV files are.
    private static func describe(
        _ path: String, name: String, title: String?, to json: inout JSONWriter
    ) {
        json.field("path", path)
        json.field("name", name)
        if let title { json.field("title", title) }
        json.field("type", "table")
        json.field("format", "csv")
        json.field("mediatype", "text/csv")
        json.field("encoding", "utf-8")
    }

    private static func schema(
        _ fields: [(name: String, type: String)], to json: inout JSONWriter
    ) {
        json.key("schema")
        json.object(.inline) { json in
            json.list("fields", fields, layout: .inline) { field, json in
                json.object(.inline) { json in
                    json.field("name", field.name)
                    json.field("type", field.type)
                }
            }
        }
    }

    /// The column names, made unique: the second 类 is "类 (2)"; without a name "column-3".
    static func fieldNames(of table: TableRecord) -> [String] {
        let printed = TableCSV.columnNames(of: table)
        var used: Set<String> = []
        return (0..<TableCSV.columnCount(of: table)).map { column in
            let base =
                column < printed.count && !printed[column].isEmpty
                ? printed[column] : "column-\(column + 1)"
            var name = base
            var count = 1
            while !used.insert(name).inserted {
                count += 1
                name = "\(base) (\(count))"
            }
            return name
        }
    }
}
