internal import PageModel

/// Appends JSON text to a byte buffer, value by value, in the order of the calls.
///
/// Our own rather than Foundation's encoder: the order of keys is part of the format, a cell or
/// record stands on a line of its own, and a document of 3000 cells takes about a millisecond.
public struct JSONWriter {
    /// How the members of an object or array are laid out.
    public enum Layout: Sendable {
        /// One member a line, indented.
        case lines
        /// All members on one line.
        case inline
    }

    public private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var layout = Layout.inline
    private var isEmpty = true
    /// A key was just written; its value follows on the same line.
    private var afterKey = false
    /// Where the text goes a block at a time; nil where all of it is kept in `bytes`.
    private let sink: BlockFile?

    public init(reservingCapacity capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
        sink = nil
    }

    /// Keeps no more than a block of what is written: a long document's text takes more room than the document.
    init(into sink: BlockFile) { self.sink = sink }

    /// A line end, as at the end of a file; hands over what was not written yet.
    mutating func end() {
        bytes.append(UInt8(ascii: "\n"))
        flush()
    }

    private mutating func flush() {
        guard let sink else { return }
        sink.append(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    // MARK: Containers

    public mutating func object(_ layout: Layout, _ members: (inout JSONWriter) -> Void) {
        container(UInt8(ascii: "{"), UInt8(ascii: "}"), layout, members)
    }

    public mutating func array(_ layout: Layout, _ elements: (inout JSONWriter) -> Void) {
        container(UInt8(ascii: "["), UInt8(ascii: "]"), layout, elements)
    }

    public mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        append("\": ")
        afterKey = true
    }

    /// A key that is known at run time only.
    public mutating func key(named name: String) {
        separate()
        appendQuoted(name)
        append(": ")
        afterKey = true
    }

    private mutating func container(
        _ open: UInt8, _ close: UInt8, _ inner: Layout, _ body: (inout JSONWriter) -> Void
    ) {
        separate()
        bytes.append(open)
        let outer = layout
        layout = inner
        isEmpty = true
        depth += 1
        body(&self)
        depth -= 1
        if inner == .lines, !isEmpty { newLine() }
        layout = outer
        isEmpty = false
        bytes.append(close)
    }

    // MARK: Values

    public mutating func value(_ string: String) {
        separate()
        appendQuoted(string)
    }

    public mutating func value(_ number: Int) {
        separate()
        append(String(number))
    }

    public mutating func value(_ flag: Bool) {
        separate()
        append(flag ? "true" : "false")
    }

    /// As exactly as it is held; null when it is no finite number.
    public mutating func value(exactly number: Double) {
        guard number.isFinite else { return null() }
        separate()
        append(number.description)
    }

    /// Rounded to a tenth; 0 when it is no number, since readers expect one here.
    public mutating func value(tenths number: Double) {
        separate()
        let tenths = Int(clamping: (number * 10).rounded())
        if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
        append(String(abs(tenths) / 10))
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(abs(tenths) % 10))
    }

    /// Rounded to a thousandth: a share from 0 to 1.
    public mutating func value(thousandths number: Double) {
        guard number.isFinite else { return null() }
        separate()
        let thousandths = Int(clamping: (min(max(number, 0), 1) * 1000).rounded())
        append(
            thousandths == 1000 ? "1.000" : "0." + String(String(1000 + thousandths).dropFirst()))
    }

    public mutating func null() {
        separate()
        append("null")
    }

    // MARK: Text

    private mutating func separate() {
        if afterKey {
            afterKey = false
            return
        }
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        switch layout {
        case .lines: if depth > 0 { newLine() }
        case .inline: if !isEmpty { bytes.append(UInt8(ascii: " ")) }
        }
        isEmpty = false
    }

    private mutating func newLine() {
        if bytes.count >= BlockFile.blockSize { flush() }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<depth { append("  ") }
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func appendQuoted(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { appendEscaped($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Copies runs that need no escape in one go.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < text.count {
            let (scalar, length) = JSONWriter.escaped(text, at: index)
            if length > 0 {
                bytes.append(contentsOf: text[start..<index])
                appendEscape(of: scalar)
                start = index + length
                index = start
            } else {
                index += 1
            }
        }
        bytes.append(contentsOf: text[start...])
    }

    /// The character at `index` that must be escaped, and its length in bytes; length 0 for none.
    ///
    /// Beyond what JSON asks for, the characters that other readers take as line ends or that no
    /// terminal shows are escaped too: U+007F–U+009F, U+2028, U+2029.
    private static func escaped(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (scalar: UInt32, length: Int) {
        let byte = text[index]
        switch byte {
        case 0..<0x20, 0x22, 0x5C, 0x7F: return (UInt32(byte), 1)
        case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0:
            return (UInt32(text[index + 1]), 2)
        case 0xE2
        where index + 2 < text.count && text[index + 1] == 0x80
            && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9):
            return (0x2000 + UInt32(text[index + 2]) - 0x80, 3)
        default: return (0, 0)
        }
    }

    private mutating func appendEscape(of scalar: UInt32) {
        bytes.append(UInt8(ascii: "\\"))
        switch scalar {
        case 0x22: bytes.append(UInt8(ascii: "\""))
        case 0x5C: bytes.append(UInt8(ascii: "\\"))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] as [UInt32] {
                bytes.append(JSONWriter.hexadecimal[Int(scalar >> shift & 0xF)])
            }
        }
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}

extension JSONWriter {
    public mutating func field(_ name: StaticString, _ value: String) {
        key(name)
        self.value(value)
    }

    public mutating func field(_ name: StaticString, _ value: Int) {
        key(name)
        self.value(value)
    }

    /// The text, or null.
    public mutating func field(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { self.value(value) } else { null() }
    }

    /// The number, or null.
    public mutating func field(_ name: StaticString, _ value: Int?) {
        key(name)
        if let value { self.value(value) } else { null() }
    }
}
