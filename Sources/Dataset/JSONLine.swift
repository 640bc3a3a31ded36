/// Looks up a text in JSON that ``JSONWriter`` wrote, without reading all of it.
///
/// Only for our own files: it relies on how we lay out keys, and knows no nesting.
struct JSONLine {
    var bytes: ArraySlice<UInt8>

    /// The first string that stands after `key`; nil when there is none or it holds an escape.
    func string(after key: String) -> String? {
        guard let start = end(of: Array("\"\(key)\": \"".utf8)) else { return nil }
        guard let close = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        let text = bytes[start..<close]
        return text.contains(UInt8(ascii: "\\")) ? nil : String(decoding: text, as: UTF8.self)
    }

    /// Whether the line holds this key with this very text.
    func has(_ key: StaticString, _ text: String) -> Bool {
        var field = JSONWriter()
        field.object(.inline) { $0.field(key, text) }
        return end(of: Array(field.bytes.dropFirst().dropLast())) != nil
    }

    /// The index after the first occurrence of `needle`.
    private func end(of needle: [UInt8]) -> Int? {
        var index = bytes.startIndex
        while index + needle.count <= bytes.endIndex {
            if bytes[index] == needle[0],
                bytes[index..<(index + needle.count)].elementsEqual(needle)
            {
                return index + needle.count
            }
            index += 1
        }
        return nil
    }
}
