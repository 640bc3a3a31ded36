internal import PDFSource
internal import PageModel
internal import TableRecognition

/// What is drawn over a page that is inspected.
struct InspectionMarks {
    private(set) var all: [PageMark] = []
    private(set) var fragments = 0
    private(set) var cells = 0

    private enum Colour {
        static let glyph: UInt32 = 0x7F8FA9
        static let ruling: UInt32 = 0xD92626
        static let body: UInt32 = 0x1E8A3C
        static let header: UInt32 = 0xE0780A
        static let caption: UInt32 = 0x8E3CC7
        static let furniture: UInt32 = 0x8A6A48
        static let overlay: UInt32 = 0x1F5FD6
        static let picture: UInt32 = 0x12A3A8
    }

    /// Cells are drawn this much smaller (points), so that rulings between them are seen.
    private static let cellGap = 0.9

    init(page: Page, recognition: Recognition) {
        all = page.images.map { PageMark(box: $0, colour: Colour.picture, border: 1) }
        all += page.glyphs.map { PageMark(box: $0.box, colour: Colour.glyph, border: 0.2) }
        all += page.overlay.map {
            PageMark(box: $0.box, colour: Colour.overlay, border: 0.4, tint: 0.25)
        }
        addText(page, recognition)
        for (index, table) in recognition.tables.enumerated() { add(table, index, page.number) }
        all += page.rulings.map {
            PageMark(box: $0.drawn, colour: Colour.ruling, border: 0, tint: 0.8)
        }
        // the picture shows the page as printed, also one that was turned to be read
        for index in all.indices { all[index].box = page.asDisplayed(all[index].box) }
    }

    private mutating func add(_ table: Table, _ index: Int, _ page: Int) {
        let here = table.cells.filter { $0.page == page }
        guard let box = here.map(\.box).boundingBox() else { return }
        fragments += 1
        cells += here.count
        for cell in here {
            all.append(
                PageMark(
                    box: cell.box.insetBy(InspectionMarks.cellGap),
                    colour: cell.kind == .header ? Colour.header : Colour.body, border: 0.6,
                    tint: 0.12, label: "\(cell.row),\(cell.column)"))
        }
        let name = Rect(x0: box.x0, y0: box.y0 - 6, x1: box.x1, y1: box.y0 - 1)
        all.append(
            PageMark(
                box: name, colour: Colour.body, border: 0,
                label: "table \(index + 1), \(table.lattice.rawValue)"))
    }

    /// Headers and footers as recognition names them; captions and notes are what stands neither
    /// in a cell nor among the lines that it left.
    private mutating func addText(_ page: Page, _ recognition: Recognition) {
        guard let rest = recognition.remaining.first(where: { $0.page == page.number }) else {
            return
        }
        all += rest.furniture.map {
            PageMark(box: $0.box, colour: Colour.furniture, border: 0.4, tint: 0.25)
        }
        let boxes = recognition.tables.flatMap(\.cells).filter { $0.page == page.number }.map(\.box)
        let named = Set((rest.lines + rest.furniture).flatMap(\.glyphs))
        let taken = page.glyphs.filter { glyph in
            !named.contains(glyph)
                && !boxes.contains { $0.contains(x: glyph.box.midX, y: glyph.box.midY) }
        }
        all += InspectionMarks.lines(of: taken.map(\.box)).map {
            PageMark(box: $0, colour: Colour.caption, border: 0.4, tint: 0.2)
        }
    }

    /// Boxes of neighbours on one line joined.
    private static func lines(of boxes: [Rect]) -> [Rect] {
        var lines: [Rect] = []
        for box in boxes.sorted(by: { $0.x0 < $1.x0 }) {
            let last = lines.lastIndex { line in
                line.y0 < box.midY && box.midY < line.y1 && box.x0 - line.x1 < 2 * box.height
            }
            if let last { lines[last] = lines[last].union(box) } else { lines.append(box) }
        }
        return lines
    }
}

extension Ruling {
    /// Thick enough to be seen.
    fileprivate var drawn: Rect {
        let half = max(thickness, 0.8) / 2
        return switch axis {
        case .horizontal: Rect(x0: start, y0: position - half, x1: end, y1: position + half)
        case .vertical: Rect(x0: position - half, y0: start, x1: position + half, y1: end)
        }
    }
}
