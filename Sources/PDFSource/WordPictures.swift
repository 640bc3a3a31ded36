internal import PageModel

/// Notices pictures of words: some programs print each Chinese word as a small picture beside real digits,
/// and the text has no names then.
struct WordPictures {
    /// A word is as high as the page's text, with the white that its picture has about it: so many times.
    private static let heights = 0.6...3.0
    /// A character is at least nearly as wide as high.
    private static let leastWidth = 0.8
    /// A row's pictures together are wider than one character: icons and ticks of lists are not.
    private static let leastRow = 1.6
    /// No word takes more of the page's width.
    private static let mostWidth = 0.7
    /// In so many rows of figures words must stand as pictures before any is taken for one: logos, and
    /// signatures beside a date, stand in one.
    private static let fewestRows = 2
    /// Pieces of one picture meet to this many points, and have the same sides.
    private static let seam = 0.2
    /// A picture that covers this share of the page is its ground: words stand on it.
    private static let ground = 0.5
    /// More pictures are not looked at: a page has no more characters.
    private static let most = 3000

    private let page: Page
    /// The usual height of the page's text.
    private let height: Double
    /// Its glyphs, from top to bottom.
    private let glyphs: [Glyph]

    private init?(_ page: Page) {
        guard !page.images.isEmpty, !page.glyphs.isEmpty else { return nil }
        self.page = page
        let heights = page.glyphs.map(\.box.height).sorted()
        height = heights[heights.count / 2]
        glyphs = page.glyphs.sorted { $0.box.midY < $1.box.midY }
    }

    /// None where a page has too few to be sure.
    static func places(on page: Page) -> [Rect] { WordPictures(page)?.places ?? [] }

    private var places: [Rect] {
        guard height > 0 else { return [] }
        let small = page.images.filter(hasSizeOfWord).prefix(WordPictures.most)
        let words = small.filter { word in
            !glyphs(beside: word).contains { word.contains(x: $0.box.midX, y: $0.box.midY) }
        }
        guard words.count >= WordPictures.fewestRows else { return [] }
        let most = WordPictures.ground * page.box.area
        let others = page.images.filter { $0.area < most }.prefix(WordPictures.most)
        let alone = words.filter { word in
            !others.contains { WordPictures.isPiece(word, of: $0) }
        }
        let beside = alone.filter { glyphs(beside: $0).contains(where: \.scalar.isASCIIDigit) }
        let found = Dictionary(grouping: beside) {
            Int(clamping: ($0.midY / height).rounded())
        }
        let wide = found.values.count { row in
            let high = row.map(\.height).max() ?? 0
            return row.reduce(0) { $0 + $1.width } >= WordPictures.leastRow * high
        }
        return wide >= WordPictures.fewestRows ? Array(alone) : []
    }

    private func hasSizeOfWord(_ box: Rect) -> Bool {
        WordPictures.heights.contains(box.height / height)
            && box.width >= WordPictures.leastWidth * box.height
            && box.width <= WordPictures.mostWidth * page.width
    }

    /// The glyphs in the rows where a picture stands.
    private func glyphs(beside box: Rect) -> ArraySlice<Glyph> {
        let first = glyphs.firstIndex(behind: { $0.box.midY <= box.y0 })
        let end = glyphs.firstIndex(behind: { $0.box.midY < box.y1 })
        return glyphs[first..<max(first, end)]
    }

    /// A large picture is often cut into strips, which lie on each other; illustrations have small
    /// pictures on large ones.
    private static func isPiece(_ word: Rect, of other: Rect) -> Bool {
        guard word != other, word.x0 < other.x1, other.x0 < word.x1 else { return false }
        let isAsWide = abs(word.x0 - other.x0) < seam && abs(word.x1 - other.x1) < seam
        if isAsWide, min(abs(word.y1 - other.y0), abs(other.y1 - word.y0)) < seam { return true }
        return word.intersection(other).map { $0.area > 0.5 * word.area } ?? false
    }

    static func remark(_ places: [Rect]) -> PageRemark? {
        guard !places.isEmpty else { return nil }
        return PageRemark(
            code: PageRemark.wordPictures,
            message: "\(places.count) pictures stand where words would, beside figures: names are "
                + "missing; install OCR, or look at the page")
    }
}
