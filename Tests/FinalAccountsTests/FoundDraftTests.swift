import CatalogueSource
import FinalAccounts
import Testing

/// A definition drafted from a table, read back as a catalogue.
@Suite struct FoundDraftTests {
    private static let table = ReportTable.small(
        "水利工程资金平衡表",
        header: [["项目", "年初余额", "本年增加", "本年减少", "年末余额"]],
        rows: [
            ["一、渠道", "86152.11", "22566.04", "22392.58", "86325.57"],
            ["二、泵站", "8955.91", "9540.29", "8073.99", "10422.21"],
            ["三、水库", "1061.18", "2120.21", "1847.09", "1334.30"],
            ["总计", "96169.20", "34226.54", "32313.66", "98082.08"],
        ])

    private func draft(_ table: ReportTable) throws -> String {
        let found = FoundRelations([table])
        let draft = try #require(
            DefinitionDraft(table, number: 0, id: "table-1", found: found))
        return (["tables:"] + draft.lines).joined(separator: "\n") + "\n"
    }

    private func checker(_ yaml: String) throws -> AccountsChecker {
        var reader = CatalogueReader(adding: Catalogue())
        reader.read(yaml, file: "draft.yaml")
        reader.validate()
        #expect(reader.faults.isEmpty, "\(reader.faults) in \(yaml)")
        return try AccountsChecker(reader.catalogue)
    }

    @Test("the table is recognised by its draft, and its relations hold")
    func roundTrip() throws {
        let yaml = try draft(Self.table)
        let report = try checker(yaml).report([Self.table])
        #expect(report.recognised.map(\.catalogue) == ["table-1"])
        #expect(report.records.count == 16)
        #expect(report.records.allSatisfy { $0.measure.hasPrefix("column-") && $0.row != nil })
        let own = report.checks.filter { $0.found == nil }
        #expect(!own.isEmpty)
        #expect(own.allSatisfy { $0.result == .holds })
        #expect(yaml.contains("row-4 = row-1 + row-2 + row-3"))
        #expect(yaml.contains("*:column-4 = *:column-1 + *:column-2 - *:column-3"))
    }

    @Test("made official, the draft notices a wrong figure in the same table of another year")
    func nextYear() throws {
        let yaml = try draft(Self.table).split(separator: ", standing: usual").joined()
        let checker = try checker(yaml)
        var next = Self.table
        let wrong = next.cells.indices.filter {
            next.cells[$0].row == 2 && next.cells[$0].column == 2
        }
        for cell in wrong {
            next.cells[cell].text = "9640.29"
            next.cells[cell].amount = "9640.29"
        }
        let report = checker.report([next])
        #expect(
            report.findings.contains { $0.isFailure && $0.cell?.row == 2 && $0.mend == "9540.29" })
    }

    @Test("quotation marks and colons in labels are read back as they were")
    func quoting() throws {
        let table = ReportTable.small(
            "“三线”资金: 明细表", header: [["项目", "甲: 数", "乙 \"数\"", "丙数"]],
            rows: [
                ["其中：- 路", "48123.11", "39771.54", "55021.98"],
                ["#桥", "12908.92", "15082.10", "13377.05"],
                ["合计", "61032.03", "54853.64", "68399.03"],
            ])
        _ = try checker(try draft(table))
    }

    @Test("a table in which nothing was found has no draft")
    func nothing() {
        let table = ReportTable.small(
            nil, header: [["项目", "金额"]], rows: [["甲", "1.00"], ["乙", "7.00"]])
        let found = FoundRelations([table])
        #expect(DefinitionDraft(table, number: 0, id: "table-1", found: found) == nil)
    }
}
