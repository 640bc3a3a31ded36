import PageModel
import TableRecognition
import Testing

@testable import TextRepair

@Suite struct CellTextTests {
    @Test(arguments: [
        ("1,358.64", "1358.64"), ("0.00", "0.00"), ("-1.42", "-1.42"), ("－13.00", "-13.00"),
        ("−13.00", "-13.00"), ("△13,000.00", "-13000.00"), ("（13.00）", "-13.00"),
        ("(1,234.50)", "-1234.50"), ("１，２３４．５", "1234.5"), ("89.61%", "89.61"), ("007", "7"),
        ("-0.00", "0.00"), ("12.", "12"), ("1 234.56", "1234.56"), ("156,211,123", "156211123"),
    ])
    func wellFormedNumbers(printed: String, decimal: String) {
        #expect(Amount.decimal(printed) == decimal)
    }

    @Test(arguments: [
        "", "-", "—", "-%", "1.2.3", "1,23.4", "12,34", "(13.00", "13.00)", "3-2", "一", "1.5万",
        "12345,678.00", "1,234.561,234.56",
        ",5", "--1",
    ])
    func whatIsNoNumber(printed: String) {
        #expect(Amount.decimal(printed) == nil)
    }

    private func text(_ lines: [String], _ kind: TableCell.Kind = .text) -> String {
        CellText.repaired(
            TableCell(
                row: 0, column: 0, page: 1, box: Rect(x0: 0, y0: 0, x1: 1, y1: 1), kind: kind,
                lines: lines)
        ).text
    }

    @Test func wrappedLinesAreJoined() {
        #expect(text(["机关事业单位基本养老保险缴", "费支出"]) == "机关事业单位基本养老保险缴费支出")
        #expect(text(["国有资本经营预", "算", "财政拨款"]) == "国有资本经营预算财政拨款")
        #expect(text(["final", "accounts"]) == "final accounts")
    }

    @Test func spreadCharactersAreBroughtTogether() {
        #expect(text(["因 公 出 国 （ 境 ） 费"]) == "因公出国（境）费")
        #expect(text(["合　计"]) == "合计")
        #expect(text(["2024 年度"]) == "2024年度")
        #expect(text(["PDF file"]) == "PDF file")
    }

    @Test func numbersLoseSpacesAndWideDigitsOnly() {
        #expect(text(["１,３５８.６４"], .amount) == "1,358.64")
        #expect(text(["1,358", ".64"], .amount) == "1,358.64")
        #expect(text(["△13.00"], .amount) == "△13.00")
        #expect(text(["（13.00）"], .amount) == "（13.00）")
    }

    @Test func repairingTwiceChangesNothing() {
        for lines in [["因 公 出 国"], ["PDF  file"], ["a b", "c"], ["１２ 年"], ["基本 支出", "3 月"]] {
            let once = text(lines)
            #expect(text([once]) == once)
        }
    }
}
