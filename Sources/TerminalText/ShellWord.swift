extension String {
    /// The text as one word of a command line, which can be pasted into bash or zsh: in quotes where it needs
    /// them.
    public var asShellWord: String {
        // a path that begins like an option would be taken for one
        let word = hasPrefix("-") ? "./" + self : self
        if !word.isEmpty, !word.hasPrefix("~"), word.unicodeScalars.allSatisfy(\.isPlainInShell) {
            return word
        }
        guard word == word.safeForTerminal, !word.contains("\n") else { return word.escapedWord }
        return "'" + word.replacing("'", with: "'\\''") + "'"
    }

    /// `$'…'`, with bytes that would steer the terminal as numbers.
    private var escapedWord: String {
        let digits = Array("0123456789abcdef")
        var escaped = ""
        for character in self {
            switch character {
            case "'", "\\": escaped += "\\\(character)"
            case _
            where character == "\n" || String(character) != String(character).safeForTerminal:
                for byte in character.utf8 {
                    escaped += "\\x\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
                }
            default: escaped.append(character)
            }
        }
        return "$'\(escaped)'"
    }
}

extension Unicode.Scalar {
    /// Means nothing to a shell, wherever it stands.
    fileprivate var isPlainInShell: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", ",", ":", "@", "%", "+", "~": true
        default: value >= 0x80 && properties.isAlphabetic
        }
    }
}
