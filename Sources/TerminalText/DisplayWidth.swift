extension Character {
    /// Columns that a terminal gives this character: 2 for Han and other wide ones, 0 for marks.
    ///
    /// Characters of ambiguous width (“ ” … △) count 1, as terminals in UTF-8 locales set them.
    public var displayWidth: Int {
        unicodeScalars.reduce(0) { max($0, $1.displayWidth) }
    }
}

extension Unicode.Scalar {
    var displayWidth: Int {
        switch value {
        case 0x20..<0x7F: return 1
        case 0..<0x20, 0x7F..<0xA0: return 0
        default: break
        }
        if isWide { return 2 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
        default: return properties.isEmojiPresentation ? 2 : 1
        }
    }

    /// East Asian width W or F (UAX #11), in blocks.
    private var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// Moves the cursor, changes colours or the reading direction: not for a terminal.
    private var isControl: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: false
        }
    }

    fileprivate var isUnfitForTerminal: Bool { value != 0x0A && isControl }
}

extension String {
    /// Columns that a terminal gives this text.
    public var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

    /// The text without what could steer a terminal; line ends stay.
    ///
    /// What a PDF or a file name says is printed: it must not be able to move the cursor.
    public var safeForTerminal: String {
        guard unicodeScalars.contains(where: \.isUnfitForTerminal) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isUnfitForTerminal }))
    }

    /// Filled up with spaces to `width` columns; longer text stays as it is.
    public func padded(to width: Int, alignment: Alignment = .left) -> String {
        let missing = max(0, width - displayWidth)
        switch alignment {
        case .left: return self + String(repeating: " ", count: missing)
        case .right: return String(repeating: " ", count: missing) + self
        case .center:
            let before = missing / 2
            return String(repeating: " ", count: before) + self
                + String(repeating: " ", count: missing - before)
        }
    }

    /// Cut to `width` columns, the cut shown by "…".
    public func truncated(to width: Int) -> String {
        guard displayWidth > width else { return self }
        var used = 1
        let head = prefix { character in
            used += character.displayWidth
            return used <= width
        }
        return head + "…"
    }

    /// In lines of at most `width` columns.
    ///
    /// Broken anywhere between Han characters, and at spaces where a line has some; a character
    /// wider than that gets a line of its own.
    public func wrapped(to width: Int) -> [String] {
        split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { String.wrap($0, to: width) }
    }

    private static func wrap(_ text: Substring, to width: Int) -> [String] {
        var lines: [String] = []
        var rest = text
        while rest.displayWidth(exceeds: width), !rest.dropFirst().isEmpty {
            var used = 0
            let fitting = rest.prefix { character in
                used += character.displayWidth
                return used <= width
            }
            var end = fitting.isEmpty ? rest.index(after: rest.startIndex) : fitting.endIndex
            if rest[end] != " ", rest[end].isASCII, let space = fitting.lastIndex(of: " "),
                space > rest.startIndex
            {
                end = space
            }
            lines.append(String(rest[..<end]))
            rest = rest[end...].drop { $0 == " " }
        }
        lines.append(String(rest))
        return lines
    }
}

extension Substring {
    fileprivate func displayWidth(exceeds width: Int) -> Bool {
        var used = 0
        return contains { character in
            used += character.displayWidth
            return used > width
        }
    }
}

/// Where a text stands in its column.
public enum Alignment: Sendable {
    case left, center, right
}
