internal import PageModel

/// The note under a table: 注：…, 说明：…, and the lines they run on over.
struct TableNote {
    var text: String?
    var lines: [TextLine] = []

    /// A note begins within this distance (in line heights) under the table.
    static let firstReach = 8.0
    /// … and goes on within this distance under its last line.
    static let reach = 3.2

    /// Reads the lines below a table that ends at `bottom`; a note's line that does not reach
    /// `right` less two characters ends its sentence.
    init(below candidates: [TextLine], bottom: Double, right: Double) {
        var paragraphs: [String] = []
        var last = bottom
        var open = false
        for line in candidates {
            let plain = line.text.withoutSpaces
            let starts = TableNote.starts(plain)
            let reach = paragraphs.isEmpty ? TableNote.firstReach : TableNote.reach
            guard line.box.y0 - last < reach * line.size else { break }
            guard starts || !paragraphs.isEmpty else { break }
            if CaptionPart.parse(line.text) != nil && !starts { break }
            if TableCaption.isHeading(plain) || TableCaption.endsAsTable(plain) && !open { break }
            if starts || !open {
                paragraphs.append(line.text)
            } else {
                paragraphs[paragraphs.count - 1] += TableNote.glue(paragraphs.last, line.text)
            }
            open = line.box.x1 > right - 3 * line.size && !plain.hasSuffix("。")
            last = line.box.y1
            lines.append(line)
        }
        text = paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n")
    }

    static func starts(_ text: String) -> Bool {
        let heads = ["注：", "注:", "注1", "注释", "备注：", "备注:", "说明：", "说明:", "附注", "填表说明", "注１"]
        // the word itself is lost in some reports: ：“科目编码”和…
        return heads.contains { text.hasPrefix($0) } || text.hasPrefix("：")
    }

    private static func glue(_ before: String?, _ after: String) -> String {
        guard let a = before?.unicodeScalars.last, let b = after.unicodeScalars.first,
            !a.isCJK, !b.isCJK
        else { return after }
        return " " + after
    }
}
