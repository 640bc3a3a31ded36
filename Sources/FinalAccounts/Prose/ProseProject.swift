/// A project's name as it is looked up.
///
/// What stands in brackets counts: （第二批） is another project.
enum ProseProject {
    /// Without spaces, quotation marks and a number before it.
    static func key(_ name: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            let plain = LabelKey.folded(scalar)
            switch plain {
            case " ", "\u{3000}", "\n", "“", "”", "\"", "《", "》": continue
            default: view.append(plain)
            }
        }
        let text = String(view)
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
        guard (1...2).contains(digits.count) else { return text }
        let rest = text[digits.endIndex...]
        for sign in [".", "、"] where rest.startsBytewise(with: sign) {
            return String(rest.dropFirst())
        }
        return text
    }
}
