/// A page as a plain value: the same whether it came from a PDF, from OCR or from a fixture.
public struct Page: Sendable, Hashable {
    /// Whether the page's text can be trusted to be what a reader sees.
    public enum TextKind: String, Sendable, Codable {
        /// Text and what is shown agree as far as can be told.
        case digital
        /// The page is a picture; it has no usable text.
        case scanned
        /// There is text, but its characters are not those that are shown.
        case unreliable
        /// Nothing is on it.
        case blank
        /// OCR read it from the page's picture.
        case recognised
    }

    /// From 1.
    public var number: Int
    /// In points, as displayed.
    public var width: Double
    public var height: Double
    /// The page's /Rotate: 0, 90, 180 or 270.
    ///
    /// Coordinates already take it into account.
    public var rotation: Int
    /// How far the page was turned after it was read, clockwise, so that its text stands upright:
    /// 0, 90, 180 or 270.
    ///
    /// Tables are also set sideways on upright pages.
    public var turn = 0
    /// Visible glyphs without spaces, in the PDF's text order.
    public var glyphs: [Glyph]
    public var styles: [TextStyle]
    /// Text laid over the page's own: watermarks.
    ///
    /// It belongs to no line.
    public var overlay: [Glyph]
    public var rulings: [Ruling]
    /// Where pictures lie.
    public var images: [Rect]
    public var textKind: TextKind
    /// Pictures of words that stand where text would, on a page with text.
    public var wordPictures: [Rect] = []
    /// What OCR read, certainties and all; empty for pages with text of their own.
    public var readings: [ReadCharacter] = []
    /// Degrees clockwise that the page's content is tilted, about its middle: OCR took that out, and
    /// glyphs and rulings lie on the page so straightened.
    public var skew = 0.0
    /// What the source noticed about this page, for the report's warnings.
    public var remarks: [PageRemark]

    public init(
        number: Int, width: Double, height: Double, rotation: Int = 0, glyphs: [Glyph] = [],
        styles: [TextStyle] = [], overlay: [Glyph] = [], rulings: [Ruling] = [],
        images: [Rect] = [],
        textKind: TextKind = .digital, remarks: [PageRemark] = []
    ) {
        self.number = number
        self.width = width
        self.height = height
        self.rotation = rotation
        self.glyphs = glyphs
        self.styles = styles
        self.overlay = overlay
        self.rulings = rulings
        self.images = images
        self.textKind = textKind
        self.remarks = remarks
    }

    public var box: Rect { Rect(x0: 0, y0: 0, x1: width, y1: height) }
}

extension Page {
    public func hasRemark(_ code: String) -> Bool { remarks.contains { $0.code == code } }
}

/// A finding about a page: a stable code for programs, a sentence for people.
public struct PageRemark: Sendable, Hashable, Codable {
    /// Chinese was read out of bytes whose letters the page's picture shows.
    public static let gbkText = "gbk-text"
    /// Letters without meaning are as wrong in the page's picture: their font is not in the PDF.
    public static let substitutedFont = "substituted-font"
    /// Words stand as small pictures beside text.
    public static let wordPictures = "pictures-of-text"

    public var code: String
    public var message: String

    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}
