/// One character as it lies on the page.
public struct Glyph: Sendable, Hashable {
    public var scalar: Unicode.Scalar
    /// Beside the scalar it takes no room of its own; documents have millions of glyphs.
    @usableFromInline var styleNumber: Int32
    /// In points; its height comes from the font's ascent and descent, not from the ink.
    public var box: Rect

    public init(scalar: Unicode.Scalar, box: Rect, style: Int = 0) {
        self.scalar = scalar
        self.styleNumber = Int32(clamping: style)
        self.box = box
    }

    /// Index into ``Page/styles``.
    @inlinable public var style: Int {
        get { Int(styleNumber) }
        set { styleNumber = Int32(clamping: newValue) }
    }
}

/// What a run of glyphs shares.
public struct TextStyle: Sendable, Hashable, Codable {
    public var font: String
    /// In points.
    public var size: Double
    /// 0xRRGGBB.
    public var color: UInt32

    public init(font: String, size: Double, color: UInt32 = 0) {
        self.font = font
        self.size = size
        self.color = color
    }
}

extension Unicode.Scalar {
    /// Han characters, kana, and the full-width signs set with them: no space belongs between two.
    public var isCJK: Bool {
        switch value {
        case 0x2E80...0x2FDF, 0x3000...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF, 0x2018...0x201D, 0x2014, 0x2026:
            true
        default: false
        }
    }

    /// Spaces of any width, zero-width ones and control characters: nothing that is seen.
    public var isBlank: Bool {
        switch value {
        case 0...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000,
            0xFEFF:
            true
        default: false
        }
    }

    public var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }
}
