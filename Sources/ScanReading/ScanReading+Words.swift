public import PageModel

extension ScanReading {
    /// A page's own text, with what was read in its pictures of words.
    ///
    /// All else that was read is there as text already. A tilted page is left as it is: its text and
    /// the reading would not lie on each other.
    public func addingWords(to page: Page) -> Page {
        guard abs(skew) < ScanReading.straight else { return page }
        var page = page
        var styles: [TextStyle: Int] = [:]
        var count = 0
        for place in page.wordPictures {
            let words = lines.flatMap { $0 }.filter {
                place.contains(x: $0.box.midX, y: $0.box.midY)
            }
            if words.contains(where: { $0.text.unicodeScalars.contains { !$0.isBlank } }) {
                count += 1
            }
            for character in words { page.add(character, &styles) }
        }
        page.remarks.removeAll { $0.code == PageRemark.wordPictures }
        page.remarks.append(
            PageRemark(
                code: PageRemark.wordPictures,
                message:
                    "\(page.wordPictures.count) pictures stand where words would: \(count) were "
                    + "read by OCR; look at their names"))
        return page
    }

    /// Degrees; a page's width of it moves a character by less than half its height.
    private static let straight = 0.5
}

extension Page {
    /// Takes over what was read, as text in a style of its own.
    mutating func add(_ character: ReadCharacter, _ known: inout [TextStyle: Int]) {
        // half points: lines of one type are not of one height to the pixel
        let size = (character.box.height * 2).rounded() / 2
        let style = TextStyle(font: "", size: size)
        let number = known[style] ?? styles.count
        if number == styles.count {
            known[style] = number
            styles.append(style)
        }
        readings.append(character)
        glyphs += character.glyphs(style: number)
    }
}
