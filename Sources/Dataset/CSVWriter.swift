/// Appends CSV (RFC 4180) in UTF-8 with LF line ends to a byte buffer.
public struct CSVWriter {
    public private(set) var bytes: [UInt8] = []

    /// `byteOrderMark` makes Excel take the file as UTF-8.
    public init(byteOrderMark: Bool = false) {
        if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    public mutating func row(_ fields: [String]) {
        // an empty line would be no record at all to many readers
        if fields == [""] { bytes.append(contentsOf: "\"\"".utf8) }
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Begins, goes on with and ends a row field by field; `row` does it in one.
    mutating func field(_ text: String, isFirst: Bool = false) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        append(text)
    }

    mutating func endRow() { bytes.append(UInt8(ascii: "\n")) }

    private mutating func append(_ field: String) {
        guard CSVWriter.needsQuotes(field) else {
            bytes.append(contentsOf: field.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in field.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Spaces at either end are quoted too, since some readers trim bare fields.
    private static func needsQuotes(_ field: String) -> Bool {
        guard let first = field.utf8.first, let last = field.utf8.last else { return false }
        if first <= 0x20 || last <= 0x20 { return true }
        return field.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D: true
            default: false
            }
        }
    }
}
