/// Aliases of YAML: those of lists of aliases grow with each line, and take memory and time without end.
enum YAMLAliases {
    /// From so few in a file nothing large comes (3^(32/3) places at most).
    static let most = 32

    /// Words that are aliases, or would be outside of quotes.
    static func count(in text: String) -> Int {
        var count = 0
        var before = UInt8(ascii: "\n")
        var isStar = false
        for byte in text.utf8 {
            let isName =
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            if isStar, isName { count += 1 }
            isStar = byte == UInt8(ascii: "*") && " \t\n\r[{,:?-".utf8.contains(before)
            before = byte
        }
        return count
    }
}
