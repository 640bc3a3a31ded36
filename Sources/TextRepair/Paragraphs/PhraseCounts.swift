internal import Glibc

/// How often phrases stand in the texts at hand.
///
/// The first few are looked for in the whole text; after them the text is put in order, since a long document
/// may ask at each of its page breaks.
package final class PhraseCounts {
    /// A line end parts the texts: no phrase goes over it.
    private let text: [UInt8]
    private var asked = 0
    /// Where characters begin, in the order of what follows.
    private var places: [UInt32]?

    /// Looks through the whole text that cost about as much as putting it in order.
    private static let mostLooks = 24
    /// Bytes by which places are put in order: longer than any phrase at a page break.
    private static let depth = 64

    package init(_ texts: [String]) {
        var text: [UInt8] = []
        for part in texts {
            text += part.utf8
            text.append(UInt8(ascii: "\n"))
        }
        self.text = text
    }

    package func count(of phrase: String) -> Int {
        let wanted = Array(phrase.utf8)
        guard !wanted.isEmpty, text.count >= wanted.count else { return 0 }
        asked += 1
        if asked > PhraseCounts.mostLooks, places == nil, text.count <= Int(UInt32.max) {
            places = sorted()
        }
        guard let places else { return counted(0...(text.count - wanted.count), wanted) }
        let first = lowest(places) { order($0, wanted) >= 0 }
        let end = lowest(places) { order($0, wanted) > 0 }
        guard wanted.count > PhraseCounts.depth else { return end - first }
        return counted(places[first..<end].lazy.map(Int.init), wanted)
    }

    private func counted(_ places: some Sequence<Int>, _ wanted: [UInt8]) -> Int {
        text.withUnsafeBytes { text in
            guard let start = text.baseAddress else { return 0 }
            return places.reduce(0) { count, place in
                guard text[place] == wanted[0], place + wanted.count <= text.count else {
                    return count
                }
                return memcmp(start + place, wanted, wanted.count) == 0 ? count + 1 : count
            }
        }
    }

    private func sorted() -> [UInt32] {
        text.withUnsafeBytes { text in
            guard let start = text.baseAddress else { return [] }
            let end = text.count
            var places: [UInt32] = []
            for place in 0..<end where text[place] & 0xC0 != 0x80 { places.append(UInt32(place)) }
            places.sort { a, b in
                let (a, b) = (Int(a), Int(b))
                let count = min(PhraseCounts.depth, end - max(a, b))
                let order = memcmp(start + a, start + b, count)
                return order != 0 ? order < 0 : count < PhraseCounts.depth && a > b
            }
            return places
        }
    }

    /// What follows a place beside a phrase, as far as places are in order.
    private func order(_ place: UInt32, _ wanted: [UInt8]) -> Int32 {
        let depth = min(PhraseCounts.depth, wanted.count)
        let count = min(depth, text.count - Int(place))
        let order = text.withUnsafeBytes { text in
            text.baseAddress.map { memcmp($0 + Int(place), wanted, count) } ?? 0
        }
        return order != 0 || count == depth ? order : -1
    }

    /// The first place of which it is so; it is so of all after it.
    private func lowest(_ places: [UInt32], _ isSo: (UInt32) -> Bool) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if isSo(places[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
