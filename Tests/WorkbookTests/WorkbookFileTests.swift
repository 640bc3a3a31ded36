import Dataset
import Digitizer
import FinalAccounts
import Foundation
import JuesuanTestSupport
import TableRecognition
import Testing
import TextRepair

@testable import Workbook

/// Workbooks as another program reads them.
@Suite(.enabled(if: ReadWorkbook.python != nil, "reading workbooks back needs python3"))
struct WorkbookFileTests {
    private static func sample(_ name: String = "ministry-2024") throws -> DocumentRecord {
        try Digitizer.digitize(path: Repository.path(of: "samples/\(name).pdf"))
    }

    @Test(arguments: ["ministry-2024", "shanghai-2024", "ministry-2024-unruled"])
    func everyCellOfASample(name: String) throws {
        let document = try Self.sample(name)
        let workbook = try ReadWorkbook.read(document)
        #expect(workbook.sheets.count == document.tables.count + 1)
        for (sheet, table) in zip(workbook.sheets.dropFirst(), document.tables) {
            compare(sheet, table)
            #expect(sheet.frozenRows == table.header.count)
            #expect(sheet.isLandscape)
            #expect(sheet.numbersAsTextAllowed)
            #expect(sheet.heading.contains(table.title ?? table.id))
        }
        #expect(!workbook.sheets.contains { $0.cells.values.contains(where: \.isFormula) })
        #expect(workbook.definedNames.count == document.tables.count { !$0.header.isEmpty })
        #expect(workbook.definedNames.allSatisfy { $0.hasSuffix("!$1:$\($0.last ?? "?")") })
    }

    /// Each cell has its text or its number, looking as printed; each span is merged; nothing else
    /// is on the sheet.
    private func compare(_ sheet: ReadWorkbook.Sheet, _ table: TableRecord) {
        var merged: Set<String> = []
        var places: Set<String> = []
        for cell in table.cells {
            let place = ReadWorkbook.reference(cell.row, cell.column)
            let found = sheet.cells[place]
            places.insert(place)
            if let amount = cell.amount {
                #expect(found?.isNumber == true, "\(sheet.name) \(place)")
                #expect(
                    found?.text.flatMap(Double.init) == Double(amount), "\(sheet.name) \(place)")
                #expect(found.map { Self.shown(amount, $0.format) } == Self.plain(cell.text))
            } else {
                #expect(found?.text ?? "" == cell.text, "\(sheet.name) \(place)")
                #expect(found?.isNumber == false || cell.text.isEmpty)
            }
            if cell.rowSpan > 1 || cell.columnSpan > 1 {
                let end = ReadWorkbook.reference(
                    cell.row + cell.rowSpan - 1, cell.column + cell.columnSpan - 1)
                merged.insert("\(place):\(end)")
            }
        }
        #expect(Set(sheet.merged) == merged)
        for (place, cell) in sheet.cells where !places.contains(place) { #expect(cell.text == nil) }
    }

    /// What Excel makes of a decimal with a format of this program, for formats without brackets.
    private static func shown(_ amount: String, _ format: String) -> String {
        let pattern = format.split(separator: ";")[0]
        let decimals = pattern.drop { $0 != "." }.count { $0 == "0" }
        let number = NSDecimalNumber(string: amount, locale: ["NSLocaleDecimalSeparator": "."])
        let formatter = NumberFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.minimumFractionDigits = decimals
        formatter.maximumFractionDigits = decimals
        formatter.minimumIntegerDigits = 1
        formatter.usesGroupingSeparator = pattern.contains(",")
        formatter.groupingSize = 3
        return (formatter.string(from: number) ?? "") + (pattern.contains("%") ? "%" : "")
    }

    private static func plain(_ text: String) -> String {
        text.replacingOccurrences(of: "－", with: "-").replacingOccurrences(of: " ", with: "")
    }

    @Test func contentsLeadToEachTable() throws {
        let document = try Self.sample()
        let workbook = try ReadWorkbook.read(document)
        let contents = try #require(workbook.sheets.first)
        #expect(contents.name == "目录")
        #expect(contents.cells["A1"]?.text == "云河市科学技术局（本级） 2024")
        for (index, table) in document.tables.enumerated() {
            let row = 5 + index
            let name = workbook.sheets[index + 1].name
            #expect(contents.links["B\(row)"] == "'\(name)'!A1")
            #expect(contents.cells["B\(row)"]?.text == table.title)
            #expect(contents.cells["C\(row)"]?.text == table.code)
            #expect(contents.cells["D\(row)"]?.text == table.unit)
            let proved = table.cells.count { $0.status == .proved }
            #expect(contents.cells["F\(row)"]?.text == "\(proved)")
            #expect(contents.cells["J\(row)"]?.text == table.note)
        }
        let texts = contents.cells.values.compactMap(\.text)
        for word in ["proved 已证明", "suspect 存疑", "corrected 已更正"] {
            #expect(texts.contains(word))
        }
    }

    @Test func whatIsInDoubtIsColouredAndSaysWhy() throws {
        var document = try Self.sample()
        let table = 1
        let number = try #require(
            document.tables[table].cells.firstIndex { $0.amount == "506.44" })
        document.tables[table].cells[number].amount = "606.44"
        document.tables[table].cells[number].text = "606.44"
        document.checkAccounts(with: .standard)
        let cell = document.tables[table].cells[number]
        #expect(cell.status == .suspect)
        let sheet = try ReadWorkbook.read(document).sheets[table + 1]
        let place = ReadWorkbook.reference(cell.row, cell.column)
        #expect(sheet.cells[place]?.fill == "F8CBC4")
        #expect(sheet.comments[place]?.contains("with 506.44 instead of 606.44") == true)
        let coloured = sheet.cells.values.count { $0.fill == "F8CBC4" }
        #expect(coloured == document.tables[table].cells.count { $0.status == .suspect })
    }

    @Test func repairsDoubtsAndCorrectionsAreExplained() throws {
        var table = SmallDocument.table("表", rows: [["1,O00", "x", "5.00", "甲乙", "12.3.4", "丙"]])
        table.cells[1] = SmallDocument.cell(
            1, 0, "1,000", kind: .amount, amount: "1000", status: .proved)
        table.cells[1].raw = "1,O00"
        table.cells[1].edits = [
            EditRecord(rule: "number-slip", at: 0, before: "1,O00", after: "1,000")
        ]
        table.cells[2].doubt = "it may belong to the column before"
        table.cells[3] = SmallDocument.cell(
            1, 2, "5.00", kind: .amount, amount: "5.00", status: .corrected)
        table.cells[3].raw = "6.00"
        table.cells[5] = SmallDocument.cell(1, 4, "12.3.4", kind: .amount, status: .suspect)
        table.cells[6] = SmallDocument.cell(1, 5, "7", kind: .amount, amount: "7", status: .suspect)
        table.cells[6].certainty = 0.5
        let sheet = try ReadWorkbook.read(SmallDocument.document([table])).sheets[1]
        #expect(sheet.comments["A2"] == "repaired; printed: 1,O00")
        #expect(sheet.comments["B2"] == "it may belong to the column before")
        #expect(sheet.comments["C2"] == "corrected by a person; printed: 6.00")
        #expect(sheet.comments["D2"] == nil)
        #expect(sheet.comments["E2"] == "not well-formed: cannot be read as a number")
        #expect(sheet.comments["F2"] == "OCR was unsure: 50% certain")
        #expect(
            ["A2", "B2", "C2", "D2", "E2", "F2"].map { sheet.cells[$0]?.fill }
                == ["EDF5EA", "F8CBC4", "CFE2F3", "", "F8CBC4", "F8CBC4"])
    }

    @Test func hostileTextsStayTexts() throws {
        let texts = [
            "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "{=1}", "=HYPERLINK(\"http://x\")",
            "http://example.org", "2080505", "00123", "1E5", "TRUE", "#N/A", "<b>&amp;\"'",
            "_x0041_", " 前后空格 ", "一\n二", "]]>", "\u{202E}abc", "𠮷😀",
            String(repeating: "=", count: 300),
        ]
        let table = SmallDocument.table("=1+1", rows: texts.map { [$0] })
        let sheet = try ReadWorkbook.read(SmallDocument.document([table])).sheets[1]
        for (row, text) in texts.enumerated() {
            let cell = sheet.cells["A\(row + 2)"]
            #expect(cell?.text == text)
            #expect(cell?.isNumber == false)
            #expect(cell?.isFormula == false)
            #expect(cell?.format == (text.count > 255 ? "General" : "@"))
        }
        #expect(sheet.links.isEmpty)
        #expect(sheet.numbersAsTextAllowed)
    }

    @Test func hostileTitles() throws {
        let titles = [
            "a'b", "'", "[]:*?/\\", "同名", "同名", "ABC", "abc", "目录", "", "&P &\"x\" 2024",
            "<&>\u{0}\u{1}", String(repeating: "很长", count: 200),
            String(repeating: "&", count: 200),
        ]
        let tables = titles.map { SmallDocument.table($0, rows: [["1"]]) }
        let workbook = try ReadWorkbook.read(SmallDocument.document(tables))
        let names = workbook.sheets.map(\.name)
        #expect(names.count == titles.count + 1)
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
        #expect(names.allSatisfy { $0.utf16.count <= 31 && !$0.hasSuffix("'") && !$0.isEmpty })
        #expect(names[1] == "01 a'b")
        #expect(workbook.sheets[0].links["B5"] == "'01 a''b'!A1")
        #expect(workbook.definedNames.first == "'01 a''b'!$1:$1")
        #expect(workbook.sheets[10].heading == "&C&&P &&\"x\" 2024")
        #expect(workbook.sheets.allSatisfy { $0.heading.count <= 255 })
    }

    @Test func digitsThatExcelWouldLoseAreText() throws {
        var table = SmallDocument.table("表", rows: [["a", "b"]])
        table.cells[1] = SmallDocument.cell(
            1, 0, "12,345,678,901,234.56", kind: .amount, amount: "12345678901234.56",
            status: .plausible)
        table.cells[2] = SmallDocument.cell(
            1, 1, "1,234,567,890,123.45", kind: .amount, amount: "1234567890123.45",
            status: .plausible)
        let sheet = try ReadWorkbook.read(SmallDocument.document([table])).sheets[1]
        #expect(sheet.cells["A2"]?.text == "12,345,678,901,234.56")
        #expect(sheet.cells["A2"]?.isNumber == false)
        #expect(sheet.comments["A2"]?.contains("15 digits") == true)
        #expect(sheet.cells["B2"]?.isNumber == true)
        #expect(sheet.cells["B2"]?.text.flatMap(Double.init) == 1_234_567_890_123.45)
    }

    @Test func numbersAreTheNearestDoubles() throws {
        var generator = SystemRandomNumberGenerator()
        let amounts = (0..<2000).map { _ in
            let digits = String(Int.random(in: 1...999_999_999_999_999, using: &generator))
            let cents = digits.count > 2 ? digits.dropLast(2) + "." + digits.suffix(2) : digits[...]
            return String(cents)
        }
        var table = SmallDocument.table("表", rows: amounts.map { [$0] })
        for (row, amount) in amounts.enumerated() {
            table.cells[row + 1] = SmallDocument.cell(
                row + 1, 0, amount, kind: .amount, amount: amount, status: .plausible)
        }
        let sheet = try ReadWorkbook.read(SmallDocument.document([table])).sheets[1]
        for (row, amount) in amounts.enumerated() {
            #expect(sheet.cells["A\(row + 2)"]?.text.flatMap(Double.init) == Double(amount))
        }
    }

    @Test func longTextsAreCutAndSaySo() throws {
        let text = String(repeating: "很长", count: 20_000)
        let table = SmallDocument.table("表", rows: [[text]])
        let sheet = try ReadWorkbook.read(SmallDocument.document([table])).sheets[1]
        #expect(sheet.cells["A2"]?.text == String(text.prefix(32_767)))
        #expect(sheet.comments["A2"]?.hasPrefix("cut: ") == true)
    }

    @Test func theSameDocumentGivesTheSameBytes() throws {
        let document = try Self.sample()
        let first = try DocumentWorkbook.bytes(of: document)
        // ZIP files count time in steps of two seconds
        Thread.sleep(forTimeInterval: 2.1)
        #expect(try DocumentWorkbook.bytes(of: document) == first)
        let properties = try ReadWorkbook.read(first).properties
        #expect(properties["created"] == "1980-01-01T00:00:00Z")
        #expect(properties["creator"] == "juesuan")
        #expect(properties["title"] == "云河市科学技术局（本级） 2024")
    }

    @Test func aDocumentWithoutTablesHasContents() throws {
        var document = SmallDocument.document([])
        document.warnings = [4, 3, 7].map {
            WarningRecord(page: $0, code: "scanned-page", message: "needs OCR")
        }
        let workbook = try ReadWorkbook.read(document)
        #expect(workbook.sheets.map(\.name) == ["目录"])
        let texts = workbook.sheets[0].cells.values.compactMap(\.text)
        #expect(texts.contains("p. 3-4,7"))
        #expect(texts.contains("needs OCR"))
        #expect(workbook.sheets[0].cells["A1"]?.text == "报告.pdf")
    }

    @Test func emptyTablesAndTablesWithoutHeaders() throws {
        let tables = [
            SmallDocument.table(nil, header: [], rows: []),
            SmallDocument.table("表", header: [], rows: [["a"]]),
        ]
        let workbook = try ReadWorkbook.read(SmallDocument.document(tables))
        #expect(workbook.sheets.map(\.name) == ["目录", "01", "02 表"])
        #expect(workbook.sheets.map(\.frozenRows) == [0, 0, 0])
        #expect(workbook.definedNames == [])
    }
}
