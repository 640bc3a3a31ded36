import Dataset
import Digitizer
import FinalAccounts
import JuesuanTestSupport
import Testing

/// The tables of a report, written as text with tabs and read again, are the same tables.
@Suite struct TranscriptRoundTripTests {
    @Test(arguments: ["ministry-2024", "shanghai-2024"])
    func tablesComeBack(name: String) throws {
        let document = try Digitizer.digitize(path: Repository.path(of: "samples/\(name).pdf"))
        let folder = try TemporaryFolder()
        try folder.write(
            document.tables.flatMap(text).joined(separator: "\n").utf8, to: "report.txt")
        let again = try Digitizer.digitize(path: folder.path + "/report.txt")
        #expect(again.tables.map(\.title) == document.tables.map(\.title))
        #expect(again.tables.map(\.catalogue) == document.tables.map(\.catalogue))
        for (given, wanted) in zip(again.tables, document.tables) {
            if wanted.catalogue == "project-self-evaluation" {
                // laid out anew: the same texts, wherever they stand
                #expect(texts(given) == texts(wanted))
                #expect(given.fields.map(\.text) == wanted.fields.map(\.text))
                continue
            }
            #expect(given.header == wanted.header, "\(wanted.title ?? "")")
            #expect(given.rows == wanted.rows, "\(wanted.title ?? "")")
            #expect(given.unit == wanted.unit && given.organisation == wanted.organisation)
        }
        #expect(again.accounts.findings.filter(\.isFailure).isEmpty)
        #expect(again.warnings.filter { $0.code == "cells-in-doubt" }.isEmpty)
    }

    private func texts(_ table: TableRecord) -> [String] {
        table.cells.map(\.text).filter { !$0.isEmpty }.sorted()
    }

    /// A span's text once, its other places blank.
    private func text(_ table: TableRecord) -> [String] {
        let rows = table.header.count + table.rows.count
        var grid = [[String]](
            repeating: [String](repeating: "", count: TableCSV.columnCount(of: table)), count: rows)
        for cell in table.cells { grid[cell.row][cell.column] = cell.text }
        let caption = [
            table.title, table.code, table.unit.map { "单位：\($0)" },
            table.organisation.map { "部门：\($0)" },
        ].compactMap { $0 }.flatMap { [$0, ""] }
        return caption + grid.map { $0.joined(separator: "\t") } + ["", table.note ?? "注：无。", ""]
    }
}
