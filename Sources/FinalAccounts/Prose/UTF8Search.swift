/// Comparing texts byte for byte: prose is long, and comparing by characters many times as slow.
extension StringProtocol {
    func startsBytewise(with word: String) -> Bool { utf8.starts(with: word.utf8) }

    func endsBytewise(with word: String) -> Bool {
        let count = word.utf8.count
        return utf8.count >= count && utf8.suffix(count).elementsEqual(word.utf8)
    }

    func droppingBytewise(suffix count: Int) -> SubSequence {
        self[..<utf8.index(endIndex, offsetBy: -count)]
    }

    func containsBytewise(_ word: String) -> Bool { lastRangeBytewise(of: word) != nil }

    /// Where the last occurrence stands.
    func lastRangeBytewise(of word: String) -> Range<Index>? {
        let count = word.utf8.count
        let bytes = Substring(self).utf8
        guard let first = word.utf8.first, bytes.count >= count else { return nil }
        var index = bytes.index(bytes.endIndex, offsetBy: -count)
        while true {
            if bytes[index] == first, bytes[index...].starts(with: word.utf8) {
                return index..<bytes.index(index, offsetBy: count)
            }
            guard index > bytes.startIndex else { return nil }
            index = bytes.index(before: index)
        }
    }

    /// Where the first occurrence stands.
    func firstRangeBytewise(of word: String) -> Range<Index>? {
        let count = word.utf8.count
        let bytes = Substring(self).utf8
        guard let first = word.utf8.first, bytes.count >= count else { return nil }
        var index = bytes.startIndex
        let last = bytes.index(bytes.endIndex, offsetBy: -count)
        while index <= last {
            if bytes[index] == first, bytes[index...].starts(with: word.utf8) {
                return index..<bytes.index(index, offsetBy: count)
            }
            index = bytes.index(after: index)
        }
        return nil
    }
}
