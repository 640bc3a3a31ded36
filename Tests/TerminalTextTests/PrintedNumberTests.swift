import TerminalText
import Testing

@Suite struct PrintedNumberTests {
    @Test(arguments: ["1,358.64", "-1.23", "(1.23)", "△1.23", "12%", "１２．５", "2080505", "0"])
    func numbers(text: String) { #expect(PrintedNumber.matches(text)) }

    @Test(arguments: ["", "-", "收入", "1月", "公开01表", "一、", "—"])
    func words(text: String) { #expect(!PrintedNumber.matches(text)) }
}
