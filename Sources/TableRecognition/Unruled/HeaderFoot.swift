internal import PageModel

/// Where a header ends above a first row whose words begin higher than its numbers.
enum HeaderFoot {
    /// The number of header lines: up to `firstBody`, the first line with numbers, or fewer,
    /// when the lines above it hold words only where rows have words and the labels are then
    /// better centred on the header's height.
    static func lines(_ tokens: [[Token]], firstBody: Int, em: Double) -> Int {
        guard firstBody > 0, firstBody < tokens.count else { return firstBody }
        let start = firstRowStart(tokens, firstBody: firstBody, em: em)
        if start < firstBody { return start }
        let numbers = tokens[firstBody].filter { $0.shape.isNumber }.map(\.box)
        var best = (lines: firstBody, share: centred(Array(tokens.prefix(firstBody)), em))
        var candidate = firstBody - 1
        while candidate > 0 {
            let line = tokens[candidate]
            let overNumbers = line.contains { token in
                numbers.contains { $0.x0 < token.box.x1 && $0.x1 > token.box.x0 }
            }
            if overNumbers { break }
            let share = centred(Array(tokens.prefix(candidate)), em)
            if share > best.share + 0.05 { best = (candidate, share) }
            candidate -= 1
        }
        return best.lines
    }

    /// The line with which the first row begins: words of it that run on below its numbers have
    /// their middle at the numbers' height.
    private static func firstRowStart(_ tokens: [[Token]], firstBody: Int, em: Double) -> Int {
        let numbers = tokens[firstBody].filter { $0.shape.isNumber }.map(\.box)
        guard let middle = numbers.boundingBox()?.midY else { return firstBody }
        let below = tokens[firstBody..<min(tokens.count, firstBody + reach)].joined()
        var start = firstBody
        for line in stride(from: firstBody - 1, to: max(0, firstBody - reach), by: -1) {
            let runsOn = tokens[line].contains { upper in
                below.contains { lower in
                    abs(upper.box.x0 - lower.box.x0) < 0.3 * em && lower.box.midY > middle
                        && abs((upper.box.y0 + lower.box.y1) / 2 - middle) < level * em
                        && !lower.shape.isNumber
                }
            }
            if runsOn { start = line }
        }
        return start
    }

    /// A cell in a first row is at most so many lines high.
    private static let reach = 4
    /// Middles this close (ems) are at one height.
    private static let level = 0.3

    /// The share of labels, each with all its lines, whose middle is the header's.
    private static func centred(_ lines: [[Token]], _ em: Double) -> Double {
        let boxes = lines.joined().map(\.box)
        guard let header = boxes.boundingBox() else { return 0 }
        var stacks: [Rect] = []
        for box in boxes.sorted(by: { $0.width > $1.width }) {
            if let index = stacks.firstIndex(where: { $0.x0 < box.x1 && $0.x1 > box.x0 }) {
                stacks[index] = stacks[index].union(box)
            } else {
                stacks.append(box)
            }
        }
        let good = stacks.count { abs($0.midY - header.midY) < 0.3 * em }
        return Double(good) / Double(stacks.count)
    }
}
