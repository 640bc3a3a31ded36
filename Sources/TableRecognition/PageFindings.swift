public import PageModel

/// What one page alone tells: its fragments with rulings, and the lines around them.
///
/// A long document is kept as these, not as pages: each of a page's glyphs is in one of its lines or cells.
public struct PageFindings: Sendable {
    /// Without its glyphs and rulings, unless they were to be kept.
    public var page: Page
    /// How many glyphs it has.
    public let glyphCount: Int
    public let hasDigits: Bool
    /// The usual size of its characters, points.
    let textSize: Double
    private(set) var ruled: FragmentFinder.Result

    public init(_ page: Page, keepsGlyphs: Bool = false) {
        self.page = page
        glyphCount = page.glyphs.count
        hasDigits = page.glyphs.contains { $0.scalar.isASCIIDigit }
        let sizes = page.glyphs.map(\.box.height).sorted()
        textSize = sizes.isEmpty ? 10 : sizes[sizes.count / 2]
        ruled = FragmentFinder(page: page).find()
        guard !keepsGlyphs else { return }
        self.page.glyphs = []
        self.page.rulings = []
    }

    /// Fragments and lines are in tables and remaining text now.
    mutating func letGo() {
        ruled = FragmentFinder.Result(fragments: [], lines: [], looseRulings: [])
    }
}
