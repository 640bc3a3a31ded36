internal import PageModel

/// Finds which of many boxes a height falls into, without asking each of them.
struct HeightIndex {
    /// Points; a table is some of these high.
    private static let side = 32.0

    private let top: Double
    /// For each strip of the page the indices of the boxes that reach into it, ascending.
    private var strips: [[Int32]]

    init(_ boxes: [Rect]) {
        let around = boxes.boundingBox() ?? Rect(x0: 0, y0: 0, x1: 0, y1: 0)
        top = around.y0
        let most = PageBounds.longestSide / HeightIndex.side
        let count = 1 + Int(clamping: min(max(0, around.height / HeightIndex.side), most))
        strips = Array(repeating: [], count: count)
        for (index, box) in boxes.enumerated() where box.y0 <= box.y1 {
            for strip in strip(box.y0)...strip(box.y1) { strips[strip].append(Int32(index)) }
        }
    }

    private func strip(_ height: Double) -> Int {
        min(strips.count - 1, max(0, Int(clamping: (height - top) / HeightIndex.side)))
    }

    /// The boxes that may hold this height, and some more beside it; their indices ascend.
    func boxes(near height: Double) -> [Int32] { strips[strip(height)] }
}

/// Glyphs by their height, to find those in a box.
struct GlyphHeights {
    /// By their middle, from top to bottom.
    private let middles: [(x: Double, y: Double)]

    init(_ glyphs: [Glyph]) {
        middles = glyphs.map { ($0.box.midX, $0.box.midY) }.sorted { $0.y < $1.y }
    }

    /// Whether a glyph's middle is in the box.
    func reach(into box: Rect) -> Bool {
        var (low, high) = (0, middles.count)
        while low < high {
            let middle = (low + high) / 2
            if middles[middle].y < box.y0 { low = middle + 1 } else { high = middle }
        }
        while low < middles.count, middles[low].y <= box.y1 {
            if box.contains(x: middles[low].x, y: middles[low].y) { return true }
            low += 1
        }
        return false
    }
}
