internal import PageModel

/// Lines of text that make one cell, as far as their setting tells.
struct TextBlock {
    var tokens: [Token]
    var box: Rect
    /// The columns that it reaches over.
    var columns: Range<Int>

    var isNumber: Bool { tokens.count == 1 && tokens[0].isFigure }
    var glyphs: [Glyph] { tokens.flatMap(\.glyphs) }
    var isCentred: Bool {
        guard let first = tokens.first else { return false }
        let mids = tokens.map(\.box.midX)
        let lefts = tokens.map(\.box.x0)
        return tokens.count > 1
            ? mids.allSatisfy { abs($0 - first.box.midX) < 1 }
                && !lefts.allSatisfy { abs($0 - first.box.x0) < 0.5 }
            : true
    }
}

extension Token {
    /// A number, or the dash in its place.
    var isFigure: Bool {
        shape.isNumber
            || !text.isEmpty
                && text.unicodeScalars.allSatisfy { "-–—－/".unicodeScalars.contains($0) }
    }
}

/// Builds the cells' texts from pieces of lines: a line goes on below where the next word did not fit.
///
/// What stands beside tells where a stack of full lines is parted: cells of one row have their middles
/// at one height.
struct BlockBuilder {
    let em: Double

    /// Lines of one cell are at most so far apart (ems), from middle to middle.
    static let leading = 1.6
    /// Lines of one cell are at one distance, but for so much (ems).
    static let uneven = 0.2
    /// No cell has more lines.
    static let mostLines = 40
    /// What speaks against a cell whose middle no other shares: a little more than against one
    /// that ends where a line is full.
    static let alone = 1.25
    /// Middles this close (ems) are at one height.
    static let level = 0.35

    /// `columns`: for each token the columns that it reaches over.
    func blocks(_ tokens: [Token], columns: [Range<Int>]) -> [TextBlock] {
        let stacks = self.stacks(tokens)
        let setting = Setting(tokens, columns, stacks)
        let anchors = Anchors(
            stacks.filter { $0.count == 1 }.map { (tokens[$0[0]].box.midY, columns[$0[0]]) })
        return stacks.flatMap { stack in
            parts(of: stack, setting, anchors).map { part in
                TextBlock(
                    tokens: part.map { tokens[$0] },
                    box: part.map { tokens[$0].box }.boundingBox() ?? tokens[part[0]].box,
                    columns: (part.map { columns[$0].lowerBound }.min() ?? 0)..<(part.map {
                        columns[$0].upperBound
                    }.max() ?? 1))
            }
        }
    }

    /// Chains of tokens set tight under each other, left or middle in line.
    private func stacks(_ tokens: [Token]) -> [[Int]] {
        let order = tokens.indices.sorted { tokens[$0].box.midY < tokens[$1].box.midY }
        var stacks: [[Int]] = []
        var open: [Int] = []
        for index in order {
            let box = tokens[index].box
            open.removeAll { stack in
                guard let last = stacks[stack].last else { return true }
                return box.midY - tokens[last].box.midY > BlockBuilder.leading * em
            }
            let above = open.filter { stack in
                guard let last = stacks[stack].last else { return false }
                return follows(box, tokens[last].box)
            }.min { a, b in
                abs(tokens[stacks[a].last ?? 0].box.midX - box.midX)
                    < abs(tokens[stacks[b].last ?? 0].box.midX - box.midX)
            }
            if let above {
                stacks[above].append(index)
            } else {
                open.append(stacks.count)
                stacks.append([index])
            }
        }
        return stacks
    }

    private func follows(_ lower: Rect, _ upper: Rect) -> Bool {
        lower.midY - upper.midY > 0.5 * em
            && (abs(lower.x0 - upper.x0) < 0.3 * em || abs(lower.midX - upper.midX) < 0.4 * em)
            && lower.width <= upper.width + 1.2 * em
    }

    // MARK: Parting stacks

    private func parts(
        of stack: [Int], _ setting: Setting, _ anchors: Anchors
    ) -> [[Int]] {
        guard stack.count > 1 else { return [stack] }
        let middles = stack.map { setting.tokens[$0].box.midY }
        let least = zip(middles, middles.dropFirst()).map { $1 - $0 }.min() ?? 0
        var best = [0.0] + [Double](repeating: .infinity, count: stack.count)
        var start = [Int](repeating: 0, count: stack.count + 1)
        for end in 1...stack.count {
            for first in max(0, end - BlockBuilder.mostLines)..<end where best[first] < .infinity {
                guard let own = cost(of: first..<end, in: stack, least, setting, anchors)
                else { continue }
                if best[first] + own < best[end] {
                    best[end] = best[first] + own
                    start[end] = first
                }
            }
        }
        var parts: [[Int]] = []
        var end = stack.count
        while end > 0 {
            parts.append(Array(stack[start[end]..<end]))
            end = start[end]
        }
        return parts.reversed()
    }

    /// What speaks against some lines of a stack as one cell; nil where it is none.
    private func cost(
        of part: Range<Int>, in stack: [Int], _ least: Double, _ setting: Setting,
        _ anchors: Anchors
    ) -> Double? {
        let tokens = setting.tokens
        let room = part.map { setting.room(stack[$0]) }.max() ?? 0
        var cost = 0.0
        for line in part.dropLast() {
            let (token, next) = (tokens[stack[line]], tokens[stack[line + 1]])
            let isFull = setting.isFull(stack[line], before: stack[line + 1], room, em)
            if token.isFigure && next.isFigure {
                guard isFull, next.shape.isPlainDigits else { return nil }
                cost += 1
            }
            cost += isFull ? 0 : 2
            if setting.endsCell(stack[line]) { cost += 1 }
            if next.box.midY - token.box.midY > least + BlockBuilder.uneven * em { cost += 1 }
        }
        let last = stack[part.upperBound - 1]
        if part.upperBound < stack.count, !setting.endsCell(last),
            setting.isFull(last, before: stack[part.upperBound], room, em)
        {
            cost += 1
        }
        let middle = (tokens[stack[part.lowerBound]].box.y0 + tokens[last].box.y1) / 2
        let isAnchored = anchors.hold(
            middle, within: BlockBuilder.level * em, beside: setting.columns[stack[part.lowerBound]]
        )
        return isAnchored ? cost : cost + BlockBuilder.alone
    }
}

/// The heights of single lines, with their columns.
private struct Anchors {
    /// From top to bottom.
    private let places: [(middle: Double, columns: Range<Int>)]
    private let middles: [Double]

    init(_ places: [(Double, Range<Int>)]) {
        self.places = places.map { (middle: $0.0, columns: $0.1) }.sorted { $0.middle < $1.middle }
        middles = self.places.map(\.middle)
    }

    /// Whether one in other columns is at this height.
    func hold(_ middle: Double, within distance: Double, beside columns: Range<Int>) -> Bool {
        for index in middles.firstIndex(from: middle - distance)..<middles.count {
            if middles[index] >= middle + distance { return false }
            if !places[index].columns.overlaps(columns) { return true }
        }
        return false
    }
}

/// How wide the texts of a form's columns are set, and how they end.
private struct Setting {
    let tokens: [Token]
    let columns: [Range<Int>]
    private var rooms: [Range<Int>: Double] = [:]
    private var endings: [Range<Int>: [Substring: Int]] = [:]
    private var counts: [Range<Int>: Int] = [:]

    /// So many cells of a column end alike, more than half of them.
    static let leastEndings = 3

    init(_ tokens: [Token], _ columns: [Range<Int>], _ stacks: [[Int]]) {
        self.tokens = tokens
        self.columns = columns
        for stack in stacks {
            for (place, index) in stack.enumerated() {
                // the short last line of a wider text does not show its own column's room
                if place > 0, columns[stack[place - 1]].count > columns[index].count { continue }
                rooms[columns[index]] = max(rooms[columns[index]] ?? 0, tokens[index].box.width)
            }
            if let last = stack.last, tokens[last].text.count > 1 {
                endings[columns[last], default: [:]][tokens[last].text.suffix(2), default: 0] += 1
                counts[columns[last], default: 0] += 1
            }
        }
    }

    func room(_ index: Int) -> Double { max(rooms[columns[index]] ?? 0, tokens[index].box.width) }

    /// Whether a line ends as most cells of its column do: 社会成本指标 among other 指标.
    func endsCell(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.text.count > 2, let alike = endings[columns[index]]?[token.text.suffix(2)],
            let count = counts[columns[index]]
        else { return false }
        return alike >= Setting.leastEndings && alike * 2 > count
    }

    /// Whether what `next` begins with did not fit behind `line`.
    func isFull(_ line: Int, before next: Int, _ room: Double, _ em: Double) -> Bool {
        let glyphs = tokens[next].glyphs
        let opening = glyphs.prefix { "（(“《【".unicodeScalars.contains($0.scalar) }.count
        let run = glyphs.dropFirst(opening).prefix { !$0.scalar.isCJK }.count
        let rest = glyphs.dropFirst(opening + max(1, run))
        let closing = rest.prefix {
            "、，。；：！？）》”,.;:)%％".unicodeScalars.contains($0.scalar)
        }.count
        let unbreakable = glyphs.prefix(opening + max(1, run) + closing)
        let width = (unbreakable.last?.box.x1 ?? 0) - (glyphs.first?.box.x0 ?? 0)
        return tokens[line].box.width + width > room + 0.05 * em
    }
}

extension NumberShape {
    fileprivate var isPlainDigits: Bool {
        if case .integer = self { return true }
        return false
    }
}
