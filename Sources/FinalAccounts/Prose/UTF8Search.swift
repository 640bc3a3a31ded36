/// Comparing texts byte for byte: prose is long, and comparing by characters many times as slow.
extension StringProtocol {
    func startsBytewise(with word: String) -> Bool {
        let count = word.utf8.count
        guard utf8.count >= count else { return false }
        return withBytes(word) { bytes, word in
            word.indices.allSatisfy { bytes[$0] == word[$0] }
        } ?? utf8.starts(with: word.utf8)
    }

    func endsBytewise(with word: String) -> Bool {
        let count = word.utf8.count
        guard utf8.count >= count else { return false }
        return withBytes(word) { bytes, word in
            let start = bytes.count - word.count
            return word.indices.reversed().allSatisfy { bytes[start + $0] == word[$0] }
        } ?? utf8.suffix(count).elementsEqual(word.utf8)
    }

    func droppingBytewise(suffix count: Int) -> SubSequence {
        self[..<utf8.index(endIndex, offsetBy: -count)]
    }

    func containsBytewise(_ word: String) -> Bool { firstRangeBytewise(of: word) != nil }

    /// Where the last occurrence stands.
    func lastRangeBytewise(of word: String) -> Range<Index>? {
        let found = withBytes(word) { bytes, word in
            UTF8Search.offsets(bytes.count, word.count).last {
                UTF8Search.matches(bytes, word, at: $0)
            }
        }
        return found.flatMap { range(at: $0, word) }
    }

    /// Where the first occurrence stands.
    func firstRangeBytewise(of word: String) -> Range<Index>? {
        let found = withBytes(word) { bytes, word in
            UTF8Search.offsets(bytes.count, word.count).first {
                UTF8Search.matches(bytes, word, at: $0)
            }
        }
        return found.flatMap { range(at: $0, word) }
    }

    private func range(at offset: Int?, _ word: String) -> Range<Index>? {
        offset.map {
            let start = utf8.index(startIndex, offsetBy: $0)
            return start..<utf8.index(start, offsetBy: word.utf8.count)
        }
    }

    /// Nil for texts whose bytes do not lie together.
    private func withBytes<Result>(
        _ word: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result? {
        utf8.withContiguousStorageIfAvailable { bytes in
            word.utf8.withContiguousStorageIfAvailable { body(bytes, $0) }
        }.flatMap { $0 }
    }
}

private enum UTF8Search {
    static func offsets(_ count: Int, _ length: Int) -> Range<Int> {
        0..<max(0, length == 0 ? 0 : count - length + 1)
    }

    @inline(__always)
    static func matches(
        _ bytes: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> Bool {
        // most of the time the first byte is that of any Chinese character, the third tells
        guard bytes[start] == word[0] else { return false }
        var index = word.count - 1
        while index > 0 {
            if bytes[start + index] != word[index] { return false }
            index -= 1
        }
        return true
    }
}
