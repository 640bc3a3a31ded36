import Foundation
import JuesuanTestSupport
import Testing

@testable import Dataset

/// CSV files over many documents, and what describes them.
@Suite struct PackageFolderTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/package" }

    init() throws { folder = try TemporaryFolder() }

    private func rows(_ sha256: String = SampleDocument.digest) throws -> DocumentRows {
        var document = SampleDocument.document
        document.source.sha256 = sha256
        return try #require(DocumentRows(DocumentJSON.bytes(of: document), folder: "报告"))
    }

    private func make(
        _ digests: [String], licence: String? = nil, style: CSVStyle = CSVStyle()
    ) throws {
        var package = try PackageFolder(path: path, licence: licence, style: style)
        for digest in digests { try package.add(rows(digest)) }
        try package.finish { _ in "00" }
    }

    /// Once, at the beginning; the description counts it among the bytes.
    @Test func forExcelFilesBeginWithAMark() throws {
        try make(["11"], style: CSVStyle(byteOrderMark: true))
        for table in PackageFolder.tables {
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(table.name).csv"))
            #expect(data.starts(with: [0xEF, 0xBB, 0xBF, UInt8(ascii: "d")]), "\(table.name)")
            #expect(!data.dropFirst(3).starts(with: [0xEF]))
            let resources = try description["resources"] as? [[String: Any]] ?? []
            let resource = resources.first { $0["path"] as? String == "\(table.name).csv" }
            #expect(resource?["bytes"] as? Int == data.count)
        }
    }

    private var description: [String: Any] {
        get throws {
            let data = Data(try folder.text("package/datapackage.json").utf8)
            return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        }
    }

    @Test func describesEachFileAndEachColumn() throws {
        try make(["a", "b"], licence: "CC-BY-4.0")
        #expect((try description["licenses"] as? [[String: String]])?.first?["name"] == "CC-BY-4.0")
        let resources = try #require(try description["resources"] as? [[String: Any]])
        #expect(resources.count == PackageFolder.tables.count)
        for resource in resources {
            let text = try folder.text("package/\(try #require(resource["path"] as? String))")
            let schema = try #require(resource["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: Any]])
            let header = text.split(separator: "\n")[0].split(separator: ",").map(String.init)
            #expect(fields.compactMap { $0["name"] as? String } == header)
            #expect(resource["bytes"] as? Int == text.utf8.count)
        }
        #expect(
            try folder.text("package/documents.csv").split(separator: "\n").dropFirst().map {
                String($0.prefix(9))
            } == ["a,报告,报告.pdf".prefix(9), "b,报告,报告.pdf".prefix(9)].map(String.init))
    }

    /// Each row has the values that its table has columns.
    @Test(arguments: DatasetTables.all.map(\.name))
    func rowsFitTheirTable(name: String) throws {
        let table = try #require(DatasetTables.all.first { $0.name == name })
        #expect(Set(table.key).isSubset(of: table.columns.map(\.name)))
        for row in try rows().rows(of: table) {
            #expect(row.count == table.columns.count)
            for (value, column) in zip(row, table.columns) where column.isRequired {
                #expect(value != .null, "\(column.name)")
            }
        }
    }

    @Test func noLicenceIsMadeUp() throws {
        try make(["a"])
        #expect(try description["licenses"] == nil)
    }

    @Test func anOlderPackageIsReplacedAndNothingElseIs() throws {
        try make(["a", "b"])
        try make(["c"])
        #expect(try folder.text("package/documents.csv").split(separator: "\n").count == 2)
        try folder.write("mine".utf8, to: "other/records.csv")
        #expect(throws: OutputError.occupied(path: folder.path + "/other")) {
            try PackageFolder(path: folder.path + "/other", licence: nil)
        }
        #expect(try folder.text("other/records.csv") == "mine")
    }

    @Test func whatFailsLeavesTheOlderPackage() throws {
        try make(["a"])
        let before = folder.entries
        var package = try PackageFolder(path: path, licence: nil)
        try package.add(rows("b"))
        package.abandon()
        #expect(folder.entries == before)
        #expect(try folder.text("package/documents.csv").contains("\na,"))
    }

    @Test func aDocumentALine() throws {
        var document = SampleDocument.document
        document.paragraphs[0].text = "two\n  lines  \"quoted\""
        let bytes = DocumentJSON.bytes(of: document)
        let line = DocumentLines.line(bytes)
        #expect(line.count { $0 == 0x0A } == 1)
        let one = try JSONSerialization.jsonObject(with: Data(line)) as? NSDictionary
        let other = try JSONSerialization.jsonObject(with: Data(bytes)) as? NSDictionary
        #expect(one == other)
    }

    @Test(arguments: [
        ("12", 1200), ("0.5", 50), ("-1.23", -123), ("1.230", 123), ("-0.05", -5),
    ])
    func fenAreExact(yuan: String, fen: Int) { #expect(DocumentRows.fen(yuan) == fen) }

    @Test func finerThanFenIsNoFen() { #expect(DocumentRows.fen("0.001") == nil) }
}
