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
        // what the line before left free at its end; nil where it ended a paragraph for sure
        var slack: Double?
        for page in pages {
            guard let measure = measure(page.lines) else { continue }
            for line in page.lines {
                let text = CellText.closed(line.text)
                let em = line.box.height * 0.8
                let isSetIn = line.box.x0 > measure.left + indent * em
                if let slack, slack < full * em + unbreakable(line), !isSetIn, !isHeading(text),
                    let last = result.indices.last
                {
                    result[last].text = CellText.joined([result[last].text, text])
                } else {
                    result.append(Paragraph(page: page.page, text: text))
                }
                slack = isHeading(text) ? nil : measure.right - line.box.x1
            }
        }
        return result
    }

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
