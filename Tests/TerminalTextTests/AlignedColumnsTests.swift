import TerminalText
import Testing

@Suite struct AlignedColumnsTests {
    @Test func columnsByDisplayWidth() {
        #expect(
            AlignedColumns.lines(
                [["t01", "收入", "9 × 2"], ["t2", "a", "30 × 12", "look"]], right: [2])
                == ["t01  收入    9 × 2", "t2   a     30 × 12  look"])
        #expect(AlignedColumns.lines([]) == [])
    }
}
