internal import Dataset
public import PageModel

/// What an OCR engine read on a page's picture; docs/ocr.md has the lines that it comes in.
///
/// Places are in points, on the page with its skew taken out.
public struct ScanReading: Sendable {
    /// Degrees clockwise that the picture's content was tilted, about its middle, before it was straightened.
    public var skew: Double
    public var lines: [[ReadCharacter]]
    public var rulings: [Ruling]
}

extension ScanReading {
    /// Nil where the line is no reply; `dpi` pixels of the picture are 72 points.
    init?(_ json: JSONValue, dpi: Double) {
        guard let lines = json["lines"]?.array, let rulings = json["rulings"]?.array else {
            return nil
        }
        let scale = 72 / dpi
        let skew = json["skew"]?.double ?? 0
        self.skew = abs(skew) <= ScanReading.mostSkew ? skew : 0
        self.rulings = rulings.compactMap { Ruling($0, scale: scale) }
        self.lines = lines.map { line in
            let box = (line["box"]?.array ?? []).compactMap(\.double).map { $0 * scale }
            guard box.count == 4, box[1] <= box[3] else { return [] }
            let characters = (line["characters"]?.array ?? []).compactMap {
                ReadCharacter($0, top: box[1], bottom: box[3], scale: scale)
            }
            return ScanReading.closed(characters)
        }
    }

    /// The characters of a line, side by side.
    ///
    /// The ink of a 1 or a point is narrower than its place, and what is between it and the next is no
    /// space: spaces are characters of their own.
    private static func closed(_ characters: [ReadCharacter]) -> [ReadCharacter] {
        var characters = characters
        for next in characters.indices.dropFirst() {
            let middle = (characters[next - 1].box.x1 + characters[next].box.x0) / 2
            guard characters[next - 1].box.x0 <= middle, middle <= characters[next].box.x1 else {
                continue
            }
            characters[next - 1].box.x1 = middle
            characters[next].box.x0 = middle
        }
        return characters
    }

    /// Characters that were read without doubt, in lines: on a page that lies on its side each stands
    /// alone, on one upside down they are doubtful.
    public var legible: Int {
        lines.filter { $0.count > 1 }.reduce(0) { sum, line in
            sum + line.count { $0.certainty > ScanReading.sure }
        }
    }

    /// There is text, but hardly any of it can be read: the page may lie on its side.
    public var isIllegible: Bool {
        let count = lines.reduce(0) { $0 + $1.count }
        return count >= ScanReading.fewest
            && Double(legible) < ScanReading.legibleShare * Double(count)
    }

    private static let sure = 0.95
    private static let legibleShare = 0.5
    private static let fewest = 20

    /// Degrees; beyond that a page lies on its side.
    private static let mostSkew = 45.0

    /// The page with what was read on its picture instead of its own text and lines.
    ///
    /// What is said to lie beside the page is left out: an engine may say anything.
    public func page(of scan: Page) -> Page {
        let bounds = PageBounds(width: scan.width, height: scan.height)
        let rulings = rulings.compactMap { bounds?.clipped($0) }
        var page = Page(
            number: scan.number, width: scan.width, height: scan.height, rotation: scan.rotation,
            rulings: rulings, images: scan.images, textKind: .recognised)
        page.turn = scan.turn
        page.skew = skew
        var styles: [TextStyle: Int] = [:]
        for var character in lines.flatMap({ $0 }) {
            guard let box = bounds?.clipped(character.box) else { continue }
            character.box = box
            page.add(character, &styles)
        }
        return page
    }
}

extension ReadCharacter {
    /// `[text, left, right, certainty, [[text, probability], …]]`.
    fileprivate init?(_ json: JSONValue, top: Double, bottom: Double, scale: Double) {
        guard let parts = json.array, parts.count >= 4, let text = parts[0].string,
            let left = parts[1].double, let right = parts[2].double,
            let certainty = parts[3].double, left <= right, !text.isEmpty,
            (0...1).contains(certainty)
        else { return nil }
        let others = parts.count > 4 ? parts[4].array ?? [] : []
        self.init(
            text: text, box: Rect(x0: left * scale, y0: top, x1: right * scale, y1: bottom),
            certainty: certainty,
            alternatives: others.compactMap { other in
                guard let pair = other.array, pair.count == 2, let other = pair[0].string,
                    let probability = pair[1].double, (0...1).contains(probability), other != text
                else { return nil }
                return Alternative(text: other, probability: probability)
            })
    }

    /// A glyph for each scalar that is seen, side by side.
    func glyphs(style: Int) -> [Glyph] {
        let scalars = text.unicodeScalars.filter { !$0.isBlank }
        let width = box.width / Double(max(1, scalars.count))
        return scalars.enumerated().map { place, scalar in
            let left = box.x0 + Double(place) * width
            return Glyph(
                scalar: scalar, box: Rect(x0: left, y0: box.y0, x1: left + width, y1: box.y1),
                style: style)
        }
    }
}

extension Ruling {
    /// `["h" or "v", position, start, end, thickness]`.
    fileprivate init?(_ json: JSONValue, scale: Double) {
        guard let parts = json.array, parts.count == 5, let axis = parts[0].string else {
            return nil
        }
        let numbers = parts.dropFirst().compactMap(\.double).map { $0 * scale }
        guard numbers.count == 4, axis == "h" || axis == "v" else { return nil }
        self.init(
            axis == "h" ? .horizontal : .vertical, at: numbers[0], from: numbers[1],
            to: numbers[2], thickness: numbers[3])
    }
}
