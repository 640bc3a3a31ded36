import PageModel
import Testing

@testable import TableRecognition

/// What is looked up must be what comparing all with all would find, and not take its time.
@Suite struct GrowthTests {
    /// Numbers that look random, the same each time.
    private struct Numbers {
        var state: UInt64 = 7

        mutating func next(below bound: Double) -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / Double(1 << 24) * bound
        }
    }

    private func rulings(_ axis: Ruling.Axis, _ count: Int, _ numbers: inout Numbers) -> [Ruling] {
        (0..<count).map { _ in
            let start = numbers.next(below: 500)
            return Ruling(
                axis, at: numbers.next(below: 600), from: start,
                to: start + numbers.next(below: 120))
        }
    }

    @Test func networksAreThoseOfAllPairs() {
        var numbers = Numbers()
        let lines = rulings(.horizontal, 150, &numbers)
        let bars = rulings(.vertical, 150, &numbers)
        var sets = DisjointSets(count: 300)
        let reach = RulingNetwork.reach
        for (h, line) in lines.enumerated() {
            for (v, bar) in bars.enumerated()
            where bar.position >= line.start - reach && bar.position <= line.end + reach
                && line.position >= bar.start - reach && line.position <= bar.end + reach
            {
                sets.union(h, 150 + v)
            }
        }
        var groups: [Int: (lines: Int, bars: Int)] = [:]
        for member in 0..<300 {
            let root = sets.root(member)
            if member < 150 {
                groups[root, default: (0, 0)].lines += 1
            } else {
                groups[root, default: (0, 0)].bars += 1
            }
        }
        let framing = groups.values.filter { $0.lines >= 2 && $0.bars >= 2 }
        let (networks, loose) = RulingNetwork.split(horizontal: lines, vertical: bars)
        #expect(
            networks.map { [$0.horizontal.count, $0.vertical.count] }.sorted { $0[0] < $1[0] }
                .map { $0[0] } == framing.map(\.lines).sorted())
        #expect(loose.count == groups.values.filter { $0.bars == 0 }.reduce(0) { $0 + $1.lines })
    }

    @Test func heightsFindEachBoxThatHoldsThem() {
        var numbers = Numbers()
        let boxes = (0..<200).map { _ in
            let (x, y) = (numbers.next(below: 500), numbers.next(below: 3000) - 100)
            return Rect(x0: x, y0: y, x1: x + 30, y1: y + numbers.next(below: 200))
        }
        let index = HeightIndex(boxes)
        for _ in 0..<500 {
            let height = numbers.next(below: 3400) - 200
            let found = index.boxes(near: height).map(Int.init)
            #expect(found == found.sorted())
            for place in boxes.indices where boxes[place].y0 <= height && height <= boxes[place].y1
            {
                #expect(found.contains(place))
            }
        }
        #expect(HeightIndex([]).boxes(near: 3).isEmpty)
    }

    @Test func glyphsAreFoundInABox() {
        let glyph = Glyph(scalar: "a", box: Rect(x0: 10, y0: 10, x1: 20, y1: 20))
        let heights = GlyphHeights([glyph, glyph])
        #expect(heights.reach(into: Rect(x0: 0, y0: 0, x1: 15, y1: 15)))
        #expect(!heights.reach(into: Rect(x0: 0, y0: 0, x1: 14, y1: 15)))
        #expect(!heights.reach(into: Rect(x0: 0, y0: 16, x1: 90, y1: 90)))
        #expect(!GlyphHeights([]).reach(into: Rect(x0: 0, y0: 0, x1: 9, y1: 9)))
    }

    @Test func piecesGiveBackTheirGlyphs() {
        var glyphs = (0..<5).map { place in
            let x = Double(place) * 10
            return Glyph(
                scalar: "年", box: Rect(x0: x, y0: 5, x1: x + 9, y1: 15), style: 3)
        }
        #expect(GlyphRow(glyphs).glyphs == glyphs)
        #expect(GlyphRow(glyphs).height == 10)
        glyphs[2].box.y0 = 3
        #expect(GlyphRow(glyphs).glyphs == glyphs)
        glyphs[2].box.y0 = 5
        glyphs[4].style = 1
        #expect(GlyphRow(glyphs).glyphs == glyphs)
        #expect(GlyphRow([]).glyphs.isEmpty && GlyphRow([]).height == 0)
    }

    /// A hundred tables more would take ten thousand comparisons more, were each compared with each.
    @Test(.timeLimit(.minutes(1))) func thousandsOfTablesOnOnePage() {
        var page = Page(number: 1, width: 5000, height: 4000)
        for number in 0..<10_000 {
            let (x, y) = (Double(number % 100) * 48 + 10, Double(number / 100) * 38 + 10)
            for line in 0..<3 {
                let offset = Double(line) * 15
                page.rulings.append(Ruling(.horizontal, at: y + offset, from: x, to: x + 30))
                page.rulings.append(Ruling(.vertical, at: x + offset, from: y, to: y + 30))
            }
            for place in 0..<4 {
                let (left, top) = (x + Double(place % 2) * 15 + 4, y + Double(place / 2) * 15 + 3)
                page.glyphs.append(
                    Glyph(
                        scalar: "1", box: Rect(x0: left, y0: top, x1: left + 5, y1: top + 9)))
            }
        }
        #expect(TableRecognizer.recognise([page]).tables.count == 10_000)
    }

    /// Its text stays text.
    @Test func gridsWithoutMeasureAreNone() {
        var page = Page(number: 1, width: 5000, height: 5000)
        for number in 0..<330 {
            let place = Double(number) * 14
            page.rulings.append(Ruling(.horizontal, at: place, from: 0, to: 4_620))
            page.rulings.append(Ruling(.vertical, at: place, from: 0, to: 4_620))
        }
        page.glyphs = [
            Glyph(scalar: "1", box: Rect(x0: 2000, y0: 2000, x1: 2005, y1: 2009))
        ]
        let recognition = TableRecognizer.recognise([page])
        #expect(recognition.tables.isEmpty)
        #expect(recognition.remaining[0].lines.map(\.text) == ["1"])
    }
}
