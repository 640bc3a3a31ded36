import TerminalText
import Testing

@Suite struct MarkdownTableTests {
    @Test func numbersStandRightAndBarsAreEscaped() {
        let table = MarkdownTable(
            columns: ["项目|目", "金额"], rows: [["a|b\\c", "1.00"], ["two\nlines", "-2"], ["*x*"]])
        #expect(
            table.lines == [
                "| 项目\\|目 | 金额 |", "| --- | ---: |", "| a\\|b\\\\c | 1.00 |",
                "| two<br>lines | -2 |", "| \\*x\\* |  |",
            ])
    }

    @Test func tableWithoutHeader() {
        #expect(
            MarkdownTable(columns: [], rows: [["a", "b"]]).lines == [
                "|  |  |", "| --- | --- |", "| a | b |",
            ])
    }
}
