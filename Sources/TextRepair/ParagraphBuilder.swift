internal import PageModel
public import TableRecognition

/// A paragraph of prose, rebuilt from printed lines.
public struct Paragraph: Sendable, Hashable {
    /// The page it begins on.
    public var page: Int
    public var text: String
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

    /// The paragraphs of all pages, in order.
    public static func paragraphs(_ pages: [RemainingText]) -> [Paragraph] {
        var result: [Paragraph] = []
        var last: Line?
        for page in pages {
            guard let measure = measure(page.lines) else { continue }
            for line in page.lines {
                let next = Line(line, page: page.page, right: measure.right)
                let isSetIn = line.box.x0 > measure.left + indent * next.em
                if let last, !isSetIn, last.isContinued(by: next), let index = result.indices.last {
                    result[index].text = CellText.joined([result[index].text, next.text])
                } else {
                    result.append(Paragraph(page: page.page, text: next.text))
                }
                last = next
            }
        }
        return result
    }

    /// A printed line and how it stands in its measure.
    private struct Line {
        let text: String
        let page: Int
        let em: Double
        let top: Double
        let bottom: Double
        /// What it leaves free at its end, points.
        let slack: Double
        /// The width of its first word, which would have had to fit on the line before.
        let firstWord: Double

        init(_ line: TextLine, page: Int, right: Double) {
            text = CellText.closed(line.text)
            self.page = page
            em = line.box.height * 0.8
            top = line.box.y0
            bottom = line.box.y1
            slack = right - line.box.x1
            firstWord = unbreakable(line)
        }

        func isContinued(by next: Line) -> Bool {
            if isHeading(next.text) || endsForSure { return false }
            // further down the page stands something between the two
            if next.page == page, next.top - bottom > ParagraphBuilder.farthest * em {
                return false
            }
            return slack < full * em + next.firstWord
        }

        /// A line of a contents page.
        private var endsForSure: Bool {
            text.contains("………") || text.contains("......")
        }
    }

    /// Lines of one paragraph are no further apart than this (ems).
    static let farthest = 3.5

    /// The width of what no line break parts at the line's beginning, beyond one character: a
    /// number with its signs, a Latin word.
    private static func unbreakable(_ line: TextLine) -> Double {
        let run = line.glyphs.prefix { !$0.scalar.isCJK }
        guard let first = run.first, let last = run.last else { return 0 }
        return last.box.x1 - first.box.x0
    }

    /// Where most lines begin and the longest end; nil on a page without lines.
    private static func measure(_ lines: [TextLine]) -> (left: Double, right: Double)? {
        guard let left = lines.map(\.box.x0).min(), let right = lines.map(\.box.x1).max() else {
            return nil
        }
        return (left, right)
    }

    /// 第一部分, 一、, （一）: short lines that head what follows.
    static func isHeading(_ text: String) -> Bool {
        guard text.count <= 30, text.last != "。" else { return false }
        let numerals = Set("一二三四五六七八九十")
        if text.hasPrefix("第"), text.prefix(5).contains(where: { "部章节".contains($0) }) {
            return true
        }
        let head = text.drop { $0 == "（" || $0 == "(" }.prefix { numerals.contains($0) }
        guard !head.isEmpty else { return false }
        let rest = text.drop { $0 == "（" || $0 == "(" }.dropFirst(head.count)
        return rest.first.map { "、）).".contains($0) } ?? false
    }
}
