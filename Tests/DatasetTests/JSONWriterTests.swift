import Foundation
import Testing

@testable import Dataset

@Suite struct JSONWriterTests {
    private func written(_ text: String) -> String {
        var json = JSONWriter()
        json.value(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("plain 收入", "\"plain 收入\""),
        ("\"\\/", "\"\\\"\\\\/\""),
        ("\n\r\t\u{08}\u{0C}", "\"\\n\\r\\t\\b\\f\""),
        ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\\u007f\""),
        ("a\u{85}b\u{9F}", "\"a\\u0085b\\u009f\""),
        ("\u{2028}\u{2029}“…”", "\"\\u2028\\u2029“…”\""),
        ("\u{A0}é𠮷", "\"\u{A0}é𠮷\""),
        ("", "\"\""),
    ])
    func escapes(text: String, expected: String) {
        #expect(written(text) == expected)
    }

    @Test func everyScalarReadsBackAsItself() throws {
        let scalars = (0...0x3100).compactMap(Unicode.Scalar.init)
        let text = String(String.UnicodeScalarView(scalars))
        let data = Data("[\(written(text))]".utf8)
        let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String])
        #expect(read == [text])
    }

    @Test func numbersAreRoundedToTenths() {
        var json = JSONWriter()
        json.array(.inline) { json in
            for number in [201.54, 120, -0.06, -0.04, 0.05, 1e-9, .nan, -.infinity, 1e300] {
                json.value(tenths: number)
            }
        }
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == "[201.5, 120.0, -0.1, 0.0, 0.1, 0.0, 0.0, -900719925474099.2, 900719925474099.2]"
        )
    }

    @Test func layout() {
        var json = JSONWriter()
        json.object(.lines) { json in
            json.key("empty")
            json.array(.lines) { _ in }
            json.key("rows")
            json.array(.lines) { json in
                for row in 1...2 { json.array(.inline) { $0.value(row) } }
            }
            json.field("missing", nil as String?)
        }
        #expect(
            String(decoding: json.bytes, as: UTF8.self) == """
                {
                  "empty": [],
                  "rows": [
                    [1],
                    [2]
                  ],
                  "missing": null
                }
                """)
    }
}
