import Dataset
import Digitizer
import FinalAccounts
import Foundation
import JuesuanTestSupport
import PageModel
import TableRecognition
import Testing
import TextRepair

/// What arithmetic makes of digits that OCR got wrong.
@Suite struct ScanCorrectionTests {
    /// A number as OCR reads it: sure of all its characters but those at `unsure`.
    private func readings(
        _ text: String, unsure: [Int: (is: String, probability: Double)] = [:],
        certainty: Double = 0.99
    ) -> [ScannedNumber.Reading] {
        ScannedNumber.readings(
            of: text.enumerated().map { place, character in
                let other = unsure[place]
                return ReadCharacter(
                    text: String(character), box: Rect(x0: 0, y0: 0, x1: 1, y1: 1),
                    certainty: other == nil ? certainty : 1 - (other?.probability ?? 0),
                    alternatives: other.map { [.init(text: $0.is, probability: $0.probability)] }
                        ?? [])
            })
    }

    private func set(
        _ text: String, _ readings: [ScannedNumber.Reading], row: Int, column: Int,
        in table: inout ReportTable
    ) {
        for number in table.cells.indices {
            if table.cells[number].kind == .amount, table.cells[number].readings.isEmpty {
                table.cells[number].readings = self.readings(table.cells[number].text)
            }
            guard table.cells[number].row == row, table.cells[number].column == column else {
                continue
            }
            table.cells[number].text = text
            table.cells[number].amount = Amount.decimal(text)
            table.cells[number].readings = readings
        }
    }

    private func record(_ report: AccountsReport, _ row: Int, _ column: Int) -> AccountRecord? {
        report.records.first { $0.cell.row == row && $0.cell.column == column }
    }

    @Test func aWrongDigitBecomesTheOneThatMakesAllRelationsHold() {
        var table = ReportTable.expenditure()
        set("2.60", readings("2.60", unsure: [2: ("5", 0.2)]), row: 5, column: 4, in: &table)
        let report = AccountsChecker.standard.report([table])
        #expect(record(report, 5, 4)?.amount == "2.50")
        #expect(record(report, 5, 4)?.mended == "2.50")
        #expect(record(report, 5, 4)?.status == .proved)
        #expect(report.findings.isEmpty)
    }

    @Test(arguments: ["250", "2,50", "2.5.0", "2.S0"])
    func pointsThatWereLostOrAdded(text: String) {
        var table = ReportTable.expenditure()
        set(text, readings(text), row: 5, column: 4, in: &table)
        let report = AccountsChecker.standard.report([table])
        #expect(record(report, 5, 4)?.amount == "2.50")
        #expect(record(report, 5, 4)?.status == .proved)
    }

    @Test func twoWrongDigitsAtOnce() {
        var table = ReportTable.expenditure()
        set("2.60", readings("2.60", unsure: [2: ("5", 0.2)]), row: 5, column: 4, in: &table)
        set("8.00", readings("8.00", unsure: [0: ("6", 0.3)]), row: 4, column: 3, in: &table)
        let report = AccountsChecker.standard.report([table])
        #expect(record(report, 5, 4)?.amount == "2.50")
        #expect(record(report, 4, 3)?.amount == "6.00")
        #expect(report.records.allSatisfy { $0.status == .proved })
    }

    @Test func aDigitalPageIsNeverCorrected() {
        let report = AccountsChecker.standard.report([.expenditure(leaf: "2.60")])
        #expect(record(report, 5, 4)?.amount == "2.60")
        #expect(record(report, 5, 4)?.status == .suspect)
    }

    /// Nothing says which of two figures is wrong where either could be: none is changed.
    @Test func twoEquallyLikelyCorrectionsAreNone() {
        let rows = [["", "合计", "10.00"], ["206", "科学技术支出", "16.00"]]
        var table = ReportTable.small(
            "支出决算表", header: [["科目编码", "科目名称", "本年支出合计"]], rows: rows)
        set("10.00", readings("10.00", unsure: [1: ("6", 0.3)]), row: 1, column: 2, in: &table)
        set("16.00", readings("16.00", unsure: [1: ("0", 0.3)]), row: 2, column: 2, in: &table)
        let report = AccountsChecker.standard.report([table])
        #expect(report.records.map(\.amount) == ["10.00", "16.00"])
        #expect(report.records.allSatisfy { $0.status == .suspect })
    }

    /// A misprint of the report, read without doubt, stays as it is printed.
    @Test func aMisprintIsNoSlipOfOCR() {
        var table = ReportTable.expenditure()
        set("9.50", readings("9.50", certainty: 0.9999), row: 5, column: 4, in: &table)
        let report = AccountsChecker.standard.report([table])
        #expect(record(report, 5, 4)?.amount == "9.50")
        #expect(record(report, 5, 4)?.status == .suspect)
    }

    /// Many slips at once in a whole report: what comes out proved is right.
    @Test(arguments: ["ministry-2024", "shanghai-2024"], [4, 12])
    func nothingWrongIsProved(name: String, slips: Int) throws {
        let document = try Digitizer.digitize(path: Repository.path(of: "samples/\(name).pdf"))
        let tables = document.tables.map { $0.reportTable() }
        let untouched = AccountsChecker.standard.report(tables)
        var random = Repeatable(state: UInt64(slips))
        var (planted, right) = (0, 0)
        for _ in 0..<5 {
            let (changed, truth) = slipped(tables, untouched, slips, &random)
            let report = AccountsChecker.standard.report(changed)
            for record in report.records {
                guard let amount = truth[record.cell] else { continue }
                planted += 1
                if record.amount == amount { right += 1 }
            }
            for (before, after) in zip(untouched.records, report.records)
            where after.status == .proved {
                #expect(after.amount == before.amount, "\(after.cell)")
            }
        }
        #expect(planted >= 4 * slips)
        #expect(Double(right) >= 0.9 * Double(planted), "\(right) of \(planted)")
    }

    /// A report as if OCR had read it, with so many wrong digits in proved figures; and what is right.
    private func slipped(
        _ tables: [ReportTable], _ report: AccountsReport, _ count: Int, _ random: inout Repeatable
    ) -> (tables: [ReportTable], truth: [CellPlace: String]) {
        var tables = tables
        for table in tables.indices {
            for cell in tables[table].cells.indices where tables[table].cells[cell].amount != nil {
                tables[table].cells[cell].readings = readings(tables[table].cells[cell].text)
            }
        }
        var truth: [CellPlace: String] = [:]
        // readings are chosen by the catalogue's relations, not by found ones
        let candidates = report.records.filter { record in
            record.status == .proved && record.unit != nil
                && record.amount.contains { "123456789".contains($0) }
                && !record.checks.contains { report.checks[$0].relation.hasPrefix("found:") }
        }
        for record in candidates.shuffled(using: &random).prefix(count) {
            let place = record.cell
            guard
                let number = tables[place.table].cells.firstIndex(where: {
                    $0.row == place.row && $0.column == place.column
                })
            else { continue }
            let text = tables[place.table].cells[number].text
            let digits = text.indices.filter { text[$0].isNumber }
            guard let index = digits.randomElement(using: &random) else { continue }
            let right = String(text[index])
            let wrong = String((Int(right) ?? 0) + 1).suffix(1)
            let read = text.replacingCharacters(in: index...index, with: wrong)
            let offset = text.distance(from: text.startIndex, to: index)
            // now and then the engine has no idea what else it may be but the right digit
            let probability = Double.random(in: 0.01...0.4, using: &random)
            tables[place.table].cells[number].text = read
            tables[place.table].cells[number].amount = Amount.decimal(read)
            tables[place.table].cells[number].readings = readings(
                read, unsure: [offset: (right, probability)])
            truth[place] = record.amount
        }
        return (tables, truth)
    }
}

/// The same numbers on every run.
private struct Repeatable: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
