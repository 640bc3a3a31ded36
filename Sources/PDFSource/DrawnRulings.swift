internal import CDrawingTap
internal import PageModel

/// Turns painted lines, boxes and stretched pictures into rulings.
enum DrawnRulings {
    /// A filled box thinner than this (points) is a line; wider ones are backgrounds.
    static let thickest = 3.2
    /// A line may lean by this much (points over its length).
    static let lean = 0.6
    /// Colours lighter than this (each channel, of 255) are paper.
    static let paper: UInt8 = 245
    /// More transparent than this (of 255) is not seen.
    static let faint: UInt8 = 20

    /// A line is in colour when its channels are further apart than this (of 255).
    static let vivid = 90
    /// Few lines are in colour when they are no more than this share of all.
    static let few = 0.15

    /// The rulings of a page with this text; and apart, where few are in colour, those: they may be
    /// strokes of a pen or the frame of a stamp.
    static func rulings(
        of marks: [tap_mark], among glyphs: [Glyph]
    ) -> (own: [Ruling], coloured: [Ruling]) {
        let marks = withoutLetters(marks, glyphs)
        var own = UncoveredRulings()
        var coloured = UncoveredRulings()
        var dots: [Rect] = []
        let isFew = hasFewColouredLines(marks)
        for mark in marks where mark.alpha >= faint {
            if mark.isPaper {
                guard !mark.isStroke else { continue }
                own.cover(with: mark.box)
                coloured.cover(with: mark.box)
            } else if !mark.isStroke, DottedLines.isDot(mark.box) {
                dots.append(mark.box)
            } else if let ruling = ruling(of: mark) {
                if isFew, mark.isVivid { coloured.append(ruling) } else { own.append(ruling) }
            }
        }
        return (own.all + DottedLines.rulings(of: dots), coloured.all)
    }

    /// The marks that are no sides of letters.
    ///
    /// Most pages draw none, which is soon seen.
    private static func withoutLetters(_ marks: [tap_mark], _ glyphs: [Glyph]) -> [tap_mark] {
        guard marks.contains(where: { $0.isStroke && DrawnLetters.isOutline($0.outline) }) else {
            return marks
        }
        let letters = DrawnLetters(glyphs)
        return marks.filter { !$0.isStroke || !letters.have($0.outline) }
    }

    /// Whether a line runs through characters, as no ruling of a table does.
    static func crosses(_ ruling: Ruling, _ glyphs: [Glyph]) -> Bool {
        glyphs.contains { glyph in
            let across = ruling.axis == .horizontal ? glyph.box.midY : glyph.box.midX
            let along = ruling.axis == .horizontal ? glyph.box.midX : glyph.box.midY
            let size = ruling.axis == .horizontal ? glyph.box.height : glyph.box.width
            return abs(across - ruling.position) < 0.4 * size && along > ruling.start
                && along < ruling.end
        }
    }

    private static func ruling(of mark: tap_mark) -> Ruling? {
        mark.isStroke
            ? ruling(ofStroke: mark.box, width: mark.width) : ruling(ofThin: mark.box)
    }

    /// Whether few lines are in colour and most are not.
    private static func hasFewColouredLines(_ marks: [tap_mark]) -> Bool {
        guard marks.contains(where: \.isVivid) else { return false }
        var (coloured, all) = (0.0, 0.0)
        for mark in marks where mark.alpha >= faint && !mark.isPaper {
            guard let length = ruling(of: mark)?.length else { continue }
            all += length
            if mark.isVivid { coloured += length }
        }
        return coloured <= few * all
    }

    /// Where pictures lie that are more than a line.
    static func pictures(of marks: [tap_mark]) -> [Rect] {
        marks.filter { $0.kind == UInt8(TAP_PICTURE.rawValue) }.map(\.box).filter {
            min($0.width, $0.height) > thickest
        }
    }

    /// The line that a thin box shows; nil for boxes with a body and for specks.
    static func ruling(ofThin box: Rect) -> Ruling? {
        if box.height <= thickest, box.width > box.height {
            return Ruling(
                .horizontal, at: box.midY, from: box.x0, to: box.x1, thickness: box.height)
        }
        if box.width <= thickest, box.height > box.width {
            return Ruling(.vertical, at: box.midX, from: box.y0, to: box.y1, thickness: box.width)
        }
        return nil
    }

    private static func ruling(ofStroke box: Rect, width: Double) -> Ruling? {
        if box.height <= lean, box.width > lean {
            // a short, fat stroke is a filled bar standing upright
            if width > box.width, width > thickest {
                return Ruling(
                    .vertical, at: box.midX, from: box.midY - width / 2, to: box.midY + width / 2,
                    thickness: box.width)
            }
            guard width <= thickest else { return nil }
            return Ruling(.horizontal, at: box.midY, from: box.x0, to: box.x1, thickness: width)
        }
        if box.width <= lean, box.height > lean {
            if width > box.height, width > thickest {
                return Ruling(
                    .horizontal, at: box.midY, from: box.midX - width / 2, to: box.midX + width / 2,
                    thickness: box.height)
            }
            guard width <= thickest else { return nil }
            return Ruling(.vertical, at: box.midX, from: box.y0, to: box.y1, thickness: width)
        }
        return nil
    }
}

extension tap_mark {
    fileprivate var box: Rect {
        Rect(x0: min(x0, x1), y0: min(y0, y1), x1: max(x0, x1), y1: max(y0, y1))
    }

    fileprivate var outline: Rect {
        Rect(
            x0: Double(outline_x0), y0: Double(outline_y0), x1: Double(outline_x1),
            y1: Double(outline_y1))
    }
}

extension tap_mark {
    fileprivate var isStroke: Bool { kind == UInt8(TAP_LINE.rawValue) }

    fileprivate var isPaper: Bool { min(red, green, blue) >= DrawnRulings.paper }

    fileprivate var isVivid: Bool {
        Int(max(red, green, blue)) - Int(min(red, green, blue)) > DrawnRulings.vivid
    }
}
