import Dataset
import Testing

@testable import Workbook

/// What goes into sheets, before anything is written.
@Suite struct SheetTests {
    @Test(arguments: [
        ("收入支出决算总表", 1, "01 收入支出决算总表"), (nil, 2, "02"), ("", 100, "100"),
        ("'", 3, "03"), ("'a'b''", 4, "04 'a'b"), ("a[b]:*?/\\c", 5, "05 a-b------c"),
        ("一\n 二\u{3000}三\u{0}\u{200B}\u{FFFF}", 6, "06 一 二 三"),
        ("History", 7, "07 History"),
    ])
    func names(title: String?, number: Int, expected: String) {
        #expect(SheetName.make(title, number: number) == expected)
    }

    @Test(arguments: ["很", "😀", "👍🏽", "e\u{301}", "' "])
    func longNamesAreCutBetweenCharacters(character: String) {
        let title = String(repeating: character, count: 100)
        let name = SheetName.make(title, number: 12)
        #expect(name.utf16.count <= 31)
        #expect(!name.hasSuffix("'"))
        #expect(name.dropFirst(3).allSatisfy { "\(title) ".contains($0) })
    }

    @Test(arguments: [
        ("1,358.64", "1358.64", "#,##0.00"), ("1358.6", "1358.6", "0.0"), ("0", "0", "0"),
        ("0.00", "0.00", "0.00"), ("-13.00", "-13.00", "0.00"), ("－13", "-13", "0"),
        ("(1,013.00)", "-1013.00", "#,##0.00;(#,##0.00)"), ("△13.5", "-13.5", "0.0;\"△\"0.0"),
        ("64.26%", "64.26", "0.00\"%\""), ("（5％）", "-5", "0\"%\";(0\"%\")"),
        ("１２，３４５", "12345", "#,##0"), ("007", "7", "000"), ("12.", "12", "0"),
        ("999,999,999,999,999", "999999999999999", "#,##0"),
        ("123456789012345000.00", "123456789012345000.00", "0.00"),
    ])
    func numbers(text: String, amount: String, format: String) throws {
        let shown = try #require(ShownNumber(amount, printedAs: text))
        #expect(shown.format == format)
        #expect(shown.value == Double(amount))
    }

    @Test(arguments: [
        "1234567890123456", "12345678901234.56", "0.1234567890123456", "-9007199254740993",
        "1" + String(repeating: "0", count: 400), "0." + String(repeating: "0", count: 31), "", "x",
    ])
    func numbersThatExcelWouldChange(amount: String) {
        #expect(ShownNumber(amount, printedAs: amount) == nil)
    }

    @Test(arguments: [
        ("a\u{0}b\u{1B}c\u{7F}\u{FFFE}", "abc"), ("一\r\n二\r三\n四", "一\n二\n三\n四"),
        ("_x0041_", "_x005F_x0041_"), ("_x004_ _x", "_x004_ _x"), ("a\tb", "a\tb"),
    ])
    func texts(text: String, expected: String) {
        #expect(SheetText(text).text == expected)
        #expect(!SheetText(text).isCut)
    }

    @Test func longTextsAreCut() {
        let longest = String(repeating: "很", count: SheetText.longest)
        #expect(!SheetText(longest).isCut)
        #expect(SheetText(longest + "长").isCut)
        #expect(SheetText(longest + "长").text == longest)
        // two UTF-16 units each: the last half must not be left
        let pairs = SheetText(String(repeating: "𠮷", count: 20_000))
        #expect(pairs.text.utf16.count == SheetText.longest - 1)
    }

    @Test func cellsThatOverlapAreNotMerged() throws {
        var table = SmallDocument.table(nil, rows: [["a", "b"], ["c", "d"]])
        table.cells[1].columnSpan = 5
        table.cells[1].rowSpan = 3
        table.cells.append(SmallDocument.cell(1, 1, "again"))
        table.cells.append(SmallDocument.cell(9, 9, "outside"))
        let sheet = try #require(
            DocumentWorkbook.book(of: SmallDocument.document([table])).sheets.last)
        #expect(sheet.cells.count { $0.rowSpan > 1 || $0.columnSpan > 1 } == 1)
        #expect(sheet.cells.count { $0.value == .text("a") } == 1)
        let merged = sheet.cells.filter { $0.rowSpan > 1 }
        #expect(merged.map(\.rowSpan) == [2])
        #expect(merged.map(\.columnSpan) == [2])
    }

    @Test func textOfTheGridThatNoCellHasIsThere() throws {
        var table = SmallDocument.table(nil, rows: [["a", "b"]])
        table.cells.removeAll { $0.row == 1 }
        let sheet = try #require(
            DocumentWorkbook.book(of: SmallDocument.document([table])).sheets.last)
        #expect(sheet.cells.map(\.value) == [.text("项目"), .text("a"), .text("b")])
    }

    @Test func tablesThatNoSheetHolds() {
        let long = SmallDocument.table(nil, header: [], rows: [])
        var rows = long
        rows.rows = [[String]](repeating: [], count: Sheet.mostRows + 1)
        var columns = long
        columns.rows = [[String](repeating: "", count: Sheet.mostColumns + 1)]
        #expect(throws: WorkbookError.tooManyRows(table: 2, rows: 1_048_577)) {
            try DocumentWorkbook.bytes(of: SmallDocument.document([long, rows]))
        }
        #expect(throws: WorkbookError.tooManyColumns(table: 1, columns: 16_385)) {
            try DocumentWorkbook.bytes(of: SmallDocument.document([columns]))
        }
        let many = [TableRecord](repeating: long, count: Book.mostTables + 1)
        #expect(throws: WorkbookError.tooManyTables(65_001)) {
            try DocumentWorkbook.bytes(of: SmallDocument.document(many))
        }
        #expect("\(WorkbookError.tooManyTables(65_001))".contains("--format"))
    }
}
