import Testing

@testable import TerminalText

@Suite struct ShellWordTests {
    @Test(arguments: [
        ("a/b-1.pdf", "a/b-1.pdf"), ("决算/报告.pdf", "决算/报告.pdf"), ("a b", "'a b'"),
        ("it's", "'it'\\''s'"), ("（公开）.pdf", "'（公开）.pdf'"), ("-a", "./-a"),
        ("~a", "'~a'"), ("$(x)", "'$(x)'"), ("", "''"), ("a\nb", "$'a\\x0ab'"),
        ("\u{1B}[2J'", "$'\\x1b[2J\\''"),
    ])
    func words(text: String, word: String) { #expect(text.asShellWord == word) }
}
