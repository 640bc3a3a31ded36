import CatalogueSource
import Foundation
import JuesuanTestSupport
import Testing

@testable import FinalAccounts

@Suite struct CatalogueTests {
    private func reader(_ texts: String...) -> CatalogueReader {
        var reader = CatalogueReader()
        for (number, text) in texts.enumerated() { reader.read(text, file: "\(number).yaml") }
        reader.validate()
        return reader
    }

    /// `make catalogue` was run since the YAML changed.
    @Test func embeddedCatalogueIsUpToDate() throws {
        let folder = "Sources/FinalAccounts/Catalogue"
        let names = try FileManager.default.contentsOfDirectory(atPath: Repository.path(of: folder))
        var reader = CatalogueReader()
        for name in names.sorted() {
            reader.read(try Repository.text(of: "\(folder)/\(name)"), file: name)
        }
        reader.validate()
        #expect(reader.faults == [])
        let embedded = AccountsChecker.standard.catalogue
        #expect(CatalogueText.write(reader.catalogue) == CatalogueText.write(embedded))
    }

    /// Each line nine times the one before: two hundred million places from some hundred bytes.
    @Test(arguments: [true, false])
    func aliasesOfAliases(areKeys: Bool) {
        let lines = (0..<9).map { level in
            let item = level == 0 ? "x" : "*a\(level - 1)"
            let list = Array(repeating: item, count: 9).joined(separator: ",")
            return areKeys
                ? "? &a\(level) [\(list)]\n: 1\n"
                : "a\(level): &a\(level) [\(list)]\n"
        }
        let start = ContinuousClock.now
        let faults = reader(lines.joined()).faults
        #expect(ContinuousClock.now - start < .seconds(1))
        #expect(faults.first?.description == "0.yaml:1: more than 32 aliases (*name) in one file")
    }

    @Test func faultsHaveFileAndLine() {
        let text = """
            tables:
            - id: one
              title: 一表
              blocks:
              - id: all
                columns:
                  total: [合计]
              relations:
                sum: total = missing + other
                sign: total & other
              colour: red
            """
        let faults = reader(text).faults.map(\.description)
        #expect(faults.contains("0.yaml:11: a table has no “colour”"))
        #expect(faults.contains { $0.hasPrefix("0.yaml:9: sum: the table one has no row") })
        #expect(faults.contains { $0.hasPrefix("0.yaml:10: sign: the relation") })
    }

    @Test func syntaxErrorsHaveALine() {
        let faults = reader("tables:\n  - id: [one\n").faults
        #expect(faults.count >= 1)
        #expect(faults.allSatisfy { $0.line > 1 && $0.file == "0.yaml" })
    }

    @Test func sameIdOverrides() {
        let block = "  blocks: [{id: all, columns: {total: 合计}}]\n"
        let result = reader(
            "tables:\n- id: one\n  title: 一表\n\(block)", "tables:\n- id: one\n  title: 二表\n\(block)"
        )
        #expect(result.faults == [])
        #expect(result.catalogue.tables.map(\.title) == ["二表"])
    }

    @Test func everyTableIsUniqueAndNamed() {
        let tables = AccountsChecker.standard.catalogue.tables
        #expect(Set(tables.map(\.id)).count == tables.count)
        #expect(tables.count > 25)
    }
}
