import Foundation
import JuesuanTestSupport
import Testing

@testable import Dataset

@Suite struct DataPackageTests {
    private let folder: TemporaryFolder
    private let output: OutputFolder

    init() throws {
        folder = try TemporaryFolder()
        output = try OutputFolder(path: folder.path)
    }

    private func add(_ name: String, _ tables: [TableRecord]) throws {
        var document = SampleDocument.document
        document.source.sha256 = name + SampleDocument.digest.dropFirst(name.count)
        document.tables = tables
        let files = DocumentFiles.files(of: document, formats: [.csv])
        _ = try output.write(files, named: name, sha256: document.source.sha256)
        var package = DataPackage(in: output)
        package.add(document, in: name, hasTables: true)
        try package.write()
    }

    private var resources: [[String: Any]] {
        get throws {
            let data = Data(try folder.text("datapackage.json").utf8)
            let package = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            return package?["resources"] as? [[String: Any]] ?? []
        }
    }

    private func names(_ resource: [String: Any]) -> [String] {
        let schema = resource["schema"] as? [String: [[String: String]]]
        return schema?["fields"]?.compactMap { $0["name"] } ?? []
    }

    @Test func describesEachFile() throws {
        try add("a", [SampleDocument.table])
        let resource = try #require(try resources.first)
        #expect(resource["path"] as? String == "a/tables/01-收入支出决算总表.csv")
        #expect(resource["name"] as? String == "a123456789ab-t01")
        #expect(resource["title"] as? String == "收入支出决算总表")
        #expect(resource["dialect"] == nil)
        #expect(names(resource) == ["收入 / 项目", "收入 / 金额"])
    }

    @Test func laterRunsKeepWhatIsStillThere() throws {
        try add("a", [SampleDocument.table])
        try add("b", [SampleDocument.table])
        try add("c", [SampleDocument.table])
        try FileManager.default.removeItem(atPath: "\(folder.path)/b")
        try add("a", [SampleDocument.table])
        #expect(try resources.compactMap { ($0["path"] as? String)?.first } == ["a", "c"])
        #expect(try resources.allSatisfy { names($0).count == 2 })
    }

    @Test func noTablesNoPackage() throws {
        try add("a", [SampleDocument.table])
        try add("a", [])
        #expect(!folder.entries.contains("datapackage.json"))
    }

    @Test func fieldNamesAreUniqueAndNeverEmpty() throws {
        let table = SampleDocument.table(
            title: nil, header: [["类", "类", "", "类 (2)"]], rows: [["1", "2", "3", "4", "5"]])
        #expect(
            DataPackage.fieldNames(of: table) == [
                "类", "类 (2)", "column-3", "类 (2) (2)", "column-5",
            ])
    }

    @Test func tableWithoutHeaderSaysSo() throws {
        try add("a", [SampleDocument.table(title: nil, header: [], rows: [["x"]])])
        let dialect = try resources.first?["dialect"] as? [String: Bool]
        #expect(dialect == ["header": false])
    }
}
