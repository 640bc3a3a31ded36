import Dataset
import Digitizer
import Foundation
import JuesuanTestSupport
import TableRecognition
import Testing

/// The tables of the samples as text that a person can read in a diff.
///
/// `make golden` records them anew; look at the difference before committing it.
@Suite struct GoldenTests {
    @Test(arguments: ["ministry-2024", "shanghai-2024", "ministry-2024-unruled"])
    func tablesAreAsRecorded(name: String) throws {
        let document = try Digitizer.digitize(path: Repository.path(of: "samples/\(name).pdf"))
        let given = document.tables.map(text).joined(separator: "\n\n") + "\n"
        let path = "Tests/DigitizerTests/Golden/\(name).txt"
        if ProcessInfo.processInfo.environment["JUESUAN_RECORD"] != nil {
            try Data(given.utf8).write(to: URL(fileURLWithPath: Repository.path(of: path)))
        }
        let recorded = try Repository.text(of: path)
        let difference = given.split(separator: "\n").difference(
            from: recorded.split(separator: "\n"))
        #expect(difference.isEmpty, "\(difference.map(line).joined(separator: "\n"))")
    }

    private func text(_ table: TableRecord) -> String {
        let about = [
            table.id, table.title, table.code, table.unit, table.organisation,
            table.year.map(String.init),
            "p. \(table.pages.map(String.init).joined(separator: ","))",
            table.lattice.rawValue,
        ].compactMap { $0 }.joined(separator: " · ")
        let header = table.header.map { "# " + $0.joined(separator: " | ") }
        let rows = table.rows.map { "  " + $0.joined(separator: " | ") }
        let note =
            table.note.map { ["note: " + $0.replacingOccurrences(of: "\n", with: " / ")] } ?? []
        return ([about] + header + rows + note).joined(separator: "\n")
    }

    private func line(_ change: CollectionDifference<Substring>.Change) -> String {
        switch change {
        case .insert(let offset, let element, _): "+\(offset) \(element)"
        case .remove(let offset, let element, _): "-\(offset) \(element)"
        }
    }
}
