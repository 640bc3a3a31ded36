internal import PageModel

/// Notices text whose characters are not those that the page shows: a damaged character map.
enum TextTrust {
    /// So many digits of a document's fonts must have been seen before their shapes are judged.
    static let enoughShapes = 5
    /// This share of them must contradict the text.
    static let contradictions = 0.3
    /// This share of private-use and replacement characters makes a page's text nonsense.
    static let nonsense = 0.1
    /// The same of letters that no Chinese report has, so many at least.
    static let foreign = (share: 0.03, count: 5)

    static let nonsenseCode = "text-layer-nonsense"

    /// Closed outlines of the digits as fonts draw them; 4 and others are open in some fonts.
    private static let outlines: [Unicode.Scalar: ClosedRange<Int>] = [
        "0": 2...3, "1": 1...1, "2": 1...1, "3": 1...1, "4": 1...2, "5": 1...1, "6": 2...2,
        "7": 1...1, "8": 2...3, "9": 2...2,
    ]

    static func remarks(
        glyphs: [Glyph], shapes: [(character: Unicode.Scalar, outlines: Int)]
    ) -> [PageRemark] {
        var found: [PageRemark] = []
        if glyphs.contains(where: { $0.scalar.isASCIIDigit }), digitsLie(shapes) {
            found.append(
                PageRemark(
                    code: "text-layer-lies",
                    message: "the digits in the text are not the digits that the page shows "
                        + "(damaged character map); read this page by OCR"))
        }
        let odd = glyphs.count { isNonsense($0.scalar) }
        let strange = glyphs.count { isForeign($0.scalar) }
        let isForeignText =
            strange >= foreign.count && Double(strange) > foreign.share * Double(glyphs.count)
        if isForeignText || Double(odd) > nonsense * Double(glyphs.count) {
            found.append(
                PageRemark(
                    code: nonsenseCode,
                    message: "\(max(odd, strange)) of \(glyphs.count) characters have no meaning "
                        + "(missing character map or poppler-data); run `juesuan doctor`"))
        }
        return found
    }

    /// What a page's text is made of where it has no meaning.
    static func isDamaged(_ scalar: Unicode.Scalar) -> Bool {
        isNonsense(scalar) || isForeign(scalar)
    }

    static func digitsLie(_ shapes: [(character: Unicode.Scalar, outlines: Int)]) -> Bool {
        // blank or stroked shapes say nothing
        let judged = shapes.filter { $0.outlines > 0 }
        let wrong = judged.count { shape in
            outlines[shape.character].map { !$0.contains(shape.outlines) } ?? false
        }
        return judged.count >= enoughShapes
            && Double(wrong) >= contradictions * Double(judged.count)
    }

    /// Accented letters, scripts of other countries and ideographs that are all but out of use: what
    /// glyphs' numbers become where a program takes them for characters.
    ///
    /// Scripts in which reports are printed beside Chinese (Tibetan, Uyghur, Mongolian, Yi, Korean) are
    /// not among them.
    private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // not × and ÷
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF: true
        case 0x530...0x5FF, 0x700...0xEFF, 0x1000...0x17FF, 0x18B0...0x1DFF: true
        case 0x2C00...0x2DFF, 0xA4D0...0xABFF: true
        case 0x3400...0x4DBF: true
        default: false
        }
    }

    /// Private and replacement characters, and those that a font without a character map gives
    /// for its glyphs' numbers: €‚ƒ„†‡ˆ‰ and the accented letters.
    private static func isNonsense(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xE000...0xF8FF, 0xFFFD, 0xF0000...0x10FFFD: true
        case 0x80...0xAF, 0xB8...0xD6, 0xD8...0xFF, 0x152...0x192, 0x2C6...0x2DC: true
        case 0x201A, 0x201E, 0x2020...0x2022, 0x2030, 0x2039...0x203A, 0x20AC, 0x2122: true
        default: false
        }
    }
}
