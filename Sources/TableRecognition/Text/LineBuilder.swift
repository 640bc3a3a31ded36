internal import PageModel

/// Groups glyphs into lines, and lines into pieces at wide gaps.
enum LineBuilder {
    /// Glyphs whose middles are this close (share of the smaller height) stand on one line.
    static let sameLine = 0.5
    /// A gap wider than this (share of the height) ends a piece.
    static let pieceGap = 1.2

    /// Lines from top to bottom, pieces from left to right.
    static func lines(of glyphs: [Glyph], pieceGap: Double = pieceGap) -> [TextLine] {
        rows(of: glyphs).map { TextLine(pieces(of: $0, gap: pieceGap)) }
    }

    /// Glyphs of each line, from left to right.
    static func rows(of glyphs: [Glyph]) -> [[Glyph]] {
        var rows: [Row] = []
        for glyph in glyphs.sorted(by: { $0.box.midY < $1.box.midY }) {
            // the best fit among the last rows: a row's glyphs differ in size and height
            var best: Int?
            var least = Double.infinity
            for index in rows.indices.suffix(4) {
                let distance = abs(rows[index].middle - glyph.box.midY)
                let limit = sameLine * min(rows[index].height, glyph.box.height)
                if distance <= limit, distance < least {
                    best = index
                    least = distance
                }
            }
            if let best {
                rows[best].append(glyph)
            } else {
                rows.append(Row(glyph))
            }
        }
        return rows.sorted { $0.middle < $1.middle }.map { row in
            row.glyphs.sorted { $0.box.x0 < $1.box.x0 }
        }
    }

    static func pieces(of row: [Glyph], gap: Double) -> [TextPiece] {
        var pieces: [TextPiece] = []
        var start = 0
        for index in row.indices.dropFirst() {
            let (last, glyph) = (row[index - 1], row[index])
            let em = min(last.box.height, glyph.box.height)
            if glyph.box.x0 - last.box.x1 > gap * em {
                pieces.append(TextPiece(Array(row[start..<index])))
                start = index
            }
        }
        if start < row.count { pieces.append(TextPiece(Array(row[start...]))) }
        return pieces
    }

    private struct Row {
        var glyphs: [Glyph]
        var middle: Double
        var height: Double

        init(_ glyph: Glyph) {
            glyphs = [glyph]
            middle = glyph.box.midY
            height = glyph.box.height
        }

        mutating func append(_ glyph: Glyph) {
            glyphs.append(glyph)
            let count = Double(glyphs.count)
            middle += (glyph.box.midY - middle) / count
            height = max(height, glyph.box.height)
        }
    }
}
