import TerminalText
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("收入", 4), ("（本级）", 8), ("１２", 4), ("“”…—△", 5), ("e\u{301}", 1),
        ("ｱ", 1), ("𠮷", 2), ("👍", 2), ("\u{200B}\u{7}", 0), ("─│┼", 3), ("　", 2), ("①", 1),
    ])
    func width(text: String, expected: Int) {
        #expect(text.displayWidth == expected)
    }

    @Test(arguments: [
        ("一般公共服务", 12, "一般公共服务"), ("一般公共服务", 11, "一般公共服…"), ("一般公共服务", 10, "一般公共…"),
        ("abc", 1, "…"), ("", 0, ""),
    ])
    func truncated(text: String, width: Int, expected: String) {
        #expect(text.truncated(to: width) == expected)
        #expect(text.truncated(to: width).displayWidth <= max(width, 1))
    }

    @Test(arguments: [
        ("一般公共服务", 4, ["一般", "公共", "服务"]), ("一般公共服务", 5, ["一般", "公共", "服务"]),
        ("one two three", 8, ["one two", "three"]), ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("a\n\nb", 10, ["a", "", "b"]), ("", 5, [""]), ("收入", 1, ["收", "入"]),
        ("收入 income", 8, ["收入", "income"]),
    ])
    func wrapped(text: String, width: Int, expected: [String]) {
        #expect(text.wrapped(to: width) == expected)
    }

    @Test func padded() {
        #expect("收入".padded(to: 6) == "收入  ")
        #expect("1.00".padded(to: 6, alignment: .right) == "  1.00")
        #expect("收".padded(to: 5, alignment: .center) == " 收  ")
        #expect("longer".padded(to: 2) == "longer")
    }

    @Test(arguments: [
        ("plain\n收入", "plain\n收入"), ("\u{1B}[31mred\u{7}\r", "[31mred"),
        ("a\u{202E}b\u{9B}c\t", "abc"),
    ])
    func nothingSteersTheTerminal(text: String, expected: String) {
        #expect(text.safeForTerminal == expected)
    }
}
