internal import PageModel
public import TableRecognition

/// A paragraph of prose, rebuilt and repaired.
public struct Paragraph: Sendable, Hashable {
    /// The page it begins on.
    public var page: Int
    public var text: String
    public var edits: [TextEdit] = []
    /// What could not be decided, in sentences.
    public var doubts: [String] = []
}

/// Joins the lines outside tables to paragraphs, over line breaks and page breaks.
///
/// A line goes on with the one before when that one filled its measure and this one is neither
/// indented nor a heading.
public enum ParagraphBuilder {
    /// A line begins a paragraph when it is set in by this much (ems).
    static let indent = 1.2
    /// A line is full when it ends this near (ems) to the measure's end.
    static let full = 2.2
    /// Lines of one paragraph are no further apart than this (ems).
    static let farthest = 3.5

    /// The paragraphs of all pages, in order; `terms` are other texts of the document, and known
    /// terms, that bear witness to how its words are written.
    public static func paragraphs(_ pages: [RemainingText], terms: [String] = []) -> [Paragraph] {
        let measures = PageMeasures(pages)
        var drafts: [ParagraphDraft] = []
        var last: PrintedLine?
        for page in pages {
            guard let measure = measures.measure(of: page) else { continue }
            for line in page.lines {
                let next = PrintedLine(line, page: page.page, right: measure.right)
                let isSetIn = line.box.x0 > measure.left + indent * next.em
                if let last, !isSetIn, last.isContinued(by: next), !drafts.isEmpty {
                    drafts[drafts.count - 1].pieces.append(next.text)
                    if next.page != last.page { drafts[drafts.count - 1].addBreak() }
                } else {
                    drafts.append(ParagraphDraft(page: page.page, pieces: [next.text]))
                }
                last = next
            }
        }
        return ParagraphDraft.finished(drafts, terms: terms)
    }
}

/// A printed line and how it stands in its measure.
private struct PrintedLine {
    let text: String
    let page: Int
    let em: Double
    private let top: Double
    private let bottom: Double
    /// What it leaves free at its end, points.
    private let slack: Double
    /// The width of what begins it and no line break parts, beyond one character: it would have
    /// had to fit on the line before.
    private let firstCluster: Double

    init(_ line: TextLine, page: Int, right: Double) {
        text = CellText.closed(line.text)
        self.page = page
        let glyphs = line.glyphs
        let widest = glyphs.lazy.filter(\.scalar.isCJK).map(\.box.width).max() ?? 0
        em = max(line.box.height * 0.8, min(widest, line.box.height * 1.4))
        top = line.box.y0
        bottom = line.box.y1
        slack = right - line.box.x1
        firstCluster = PrintedLine.cluster(glyphs)
    }

    func isContinued(by next: PrintedLine) -> Bool {
        if ParagraphStart.isHeading(next.text) || ParagraphStart.isContentsLine(text) {
            return false
        }
        if ParagraphStart.isItem(next.text), ParagraphStart.endsSentence(text) { return false }
        // further down the page stands something between the two
        if next.page == page, next.top - bottom > ParagraphBuilder.farthest * em { return false }
        return slack < ParagraphBuilder.full * em + next.firstCluster
    }

    /// A number with its signs, a Latin word, a character with the punctuation around it, which no
    /// line may begin or end with.
    private static func cluster(_ glyphs: [Glyph]) -> Double {
        guard let first = glyphs.first else { return 0 }
        var end = 0
        while end + 1 < glyphs.count, binds(glyphs[end].scalar, glyphs[end + 1].scalar) { end += 1 }
        return end == 0 ? 0 : glyphs[end].box.x1 - first.box.x1
    }

    private static func binds(_ one: Unicode.Scalar, _ two: Unicode.Scalar) -> Bool {
        if "（(《“‘【".unicodeScalars.contains(one) { return true }
        if "，。、；：！？）)》”’】%％…—·".unicodeScalars.contains(two) { return true }
        return !one.isCJK && !two.isCJK
    }
}

/// Where the text of pages begins and ends.
private struct PageMeasures {
    /// By the page's width, as far as it shows: the edges that most of its pages have.
    private var edges: [Int: (left: Double, right: Double)] = [:]

    /// Edges that so many lines share are the measure's.
    private static let fewest = 3

    init(_ pages: [RemainingText]) {
        var lines: [Int: [TextLine]] = [:]
        for page in pages { lines[PageMeasures.kind(page), default: []] += page.lines }
        for (kind, lines) in lines {
            guard let left = PageMeasures.outermost(lines.map(\.box.x0), by: <),
                let right = PageMeasures.outermost(lines.map(\.box.x1), by: >)
            else { continue }
            edges[kind] = (left, right)
        }
    }

    /// Pages of one size have one measure.
    private static func kind(_ page: RemainingText) -> Int {
        Int(clamping: (page.width / 10).rounded())
    }

    /// The outermost edge that several lines share; the outermost at all where none is shared.
    private static func outermost(
        _ edges: [Double], by isFurther: (Double, Double) -> Bool
    ) -> Double? {
        let sorted = edges.sorted(by: isFurther)
        let shared = sorted.indices.first { start in
            let end = start + fewest - 1
            return end < sorted.count && abs(sorted[end] - sorted[start]) < 4
        }
        return shared.map { sorted[$0] } ?? sorted.first
    }

    /// The page's own edges where they lie further out.
    func measure(of page: RemainingText) -> (left: Double, right: Double)? {
        guard let left = page.lines.map(\.box.x0).min(), let right = page.lines.map(\.box.x1).max(),
            let usual = edges[PageMeasures.kind(page)]
        else { return nil }
        return (min(left, usual.left), max(right, usual.right))
    }
}
