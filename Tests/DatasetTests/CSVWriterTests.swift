import Dataset
import Testing

@Suite struct CSVWriterTests {
    private func written(_ rows: [[String]], byteOrderMark: Bool = false) -> String {
        var csv = CSVWriter(byteOrderMark: byteOrderMark)
        for row in rows { csv.row(row) }
        return String(decoding: csv.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (["a", "b"], "a,b\n"),
        (["1,358.64", ""], "\"1,358.64\",\n"),
        (["他说“好”", "5\" pipe"], "他说“好”,\"5\"\" pipe\"\n"),
        (["two\nlines", "cr\r"], "\"two\nlines\",\"cr\r\"\n"),
        ([" padded", "padded "], "\" padded\",\"padded \"\n"),
        (["", ""], ",\n"),
        ([""], "\"\"\n"),
    ])
    func quotes(row: [String], expected: String) {
        #expect(written([row]) == expected)
    }

    @Test func byteOrderMarkComesOnce() {
        #expect(written([["a"], ["b"]], byteOrderMark: true) == "\u{FEFF}a\nb\n")
    }
}
