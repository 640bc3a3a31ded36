import Dataset
import Testing

@Suite struct SafeFileNameTests {
    @Test(arguments: [
        ("收入支出决算总表", "收入支出决算总表"),
        ("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("..", "表"), (".", "表"), ("", "表"), ("  \n\t ", "表"), ("\u{0}\u{1B}", "表"),
        (".hidden", "hidden"), ("~root", "root"), (". .~x", "x"),
        ("name. . ", "name"),
        ("a\u{0}b\u{1B}[31mc\u{7F}\u{202E}d\u{200B}", "ab[31mcd"),
        ("一\n二\u{3000}三\u{2028}四", "一 二 三 四"),
        ("\u{E000}私", "私"),
    ])
    func make(text: String, expected: String) {
        #expect(SafeFileName.make(text, fallback: "表") == expected)
    }

    @Test(arguments: [
        String(repeating: "决", count: 300), String(repeating: "a", count: 300),
        String(repeating: "👨‍👩‍👧", count: 100), String(repeating: "e\u{301}", count: 300),
        "长" + String(repeating: ".", count: 300),
    ])
    func longNamesAreCutBetweenCharacters(text: String) {
        let name = SafeFileName.make(text, limit: 100, fallback: "表")
        #expect(name.utf8.count <= 100)
        #expect(!name.isEmpty && !name.hasSuffix("."))
    }
}
