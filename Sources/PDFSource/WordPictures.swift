internal import PageModel

/// Notices pictures of words: some programs print each Chinese word as a small picture beside real digits,
/// and the text has no names then.
enum WordPictures {
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
    /// Figures begin no farther from a word than this share of the page's width.
    private static let reach = 0.7
    /// Pieces of one picture meet to this many points.
    private static let seam = 0.5

    /// None where a page has too few to be sure.
    static func places(on page: Page) -> [Rect] {
        guard !page.images.isEmpty else { return [] }
        let usual = page.glyphs.map(\.box.height).sorted()
        guard !usual.isEmpty else { return [] }
        let height = usual[usual.count / 2]
        let words = page.images.filter { isWord($0, height, page) }
        guard words.count >= fewestRows else { return [] }
        let alone = words.filter { word in !page.images.contains { isPiece(word, of: $0) } }
        let digits = page.glyphs.filter { $0.scalar.isASCIIDigit }.map(\.box)
        let beside = alone.filter { word in digits.contains { isInRow($0, word, page) } }
        let rows = Dictionary(grouping: beside) { Int(($0.midY / height).rounded()) }
        let wide = rows.values.count { row in
            let high = row.map(\.height).max() ?? 0
            return row.reduce(0) { $0 + $1.width } >= leastRow * high
        }
        return wide >= fewestRows ? alone : []
    }

    private static func isWord(_ box: Rect, _ height: Double, _ page: Page) -> Bool {
        heights.contains(box.height / height) && box.width >= leastWidth * box.height
            && box.width <= mostWidth * page.width
            && !page.glyphs.contains { box.contains(x: $0.box.midX, y: $0.box.midY) }
    }

    /// A large picture is often cut into strips, which lie on each other.
    private static func isPiece(_ word: Rect, of other: Rect) -> Bool {
        guard word != other, word.x0 < other.x1, other.x0 < word.x1 else { return false }
        return min(abs(word.y1 - other.y0), abs(other.y1 - word.y0)) < seam
            || word.intersection(other).map { $0.area > 0.5 * word.area } ?? false
    }

    private static func isInRow(_ digit: Rect, _ word: Rect, _ page: Page) -> Bool {
        digit.midY > word.y0 && digit.midY < word.y1
            && max(digit.x0 - word.x1, word.x0 - digit.x1) < reach * page.width
    }

    static func remark(_ places: [Rect]) -> PageRemark? {
        guard !places.isEmpty else { return nil }
        return PageRemark(
            code: PageRemark.wordPictures,
            message: "\(places.count) pictures stand where words would, beside figures: names are "
                + "missing; install OCR, or look at the page")
    }
}
