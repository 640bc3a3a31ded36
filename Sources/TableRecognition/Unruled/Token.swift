internal import PageModel

/// A piece of text that stands in one column, as far as gaps on its line tell.
struct Token {
    var glyphs: [Glyph]
    var box: Rect
    var text: String
    /// Index of its line in the region, from the top.
    var line: Int

    init(_ glyphs: [Glyph], line: Int) {
        let piece = TextPiece(glyphs)
        self.glyphs = glyphs
        box = piece.box
        text = piece.text.withoutSpaces
        self.line = line
    }

    var shape: NumberShape { NumberShape(text) }
}

/// Cuts lines into tokens where no ruling tells the columns apart.
struct Tokenizer {
    /// The usual gap between characters of one word (points): letter-spaced text has one.
    private let spacing: Double
    /// The width of a Chinese character, points.
    let em: Double

    /// Where codes begin that abut the amount before them.
    private let codeStarts: [Double]

    /// Amounts have so many decimals.
    static let decimals = 2
    /// Codes that begin within this distance (points) begin at one place.
    static let sameStart = 0.8
    /// In so many lines they make a column.
    static let leastStarts = 3
    /// A gap wider than the usual one by this share of an em parts two tokens.
    static let gap = 0.6
    /// … and by this share where a number meets words.
    static let numberGap = 0.25

    init(_ lines: [[Glyph]]) {
        let widths = lines.joined().filter(\.scalar.isCJK).map(\.box.width).sorted()
        let heights = lines.joined().map(\.box.height).sorted()
        em =
            widths.isEmpty
            ? (heights.isEmpty ? 10 : heights[heights.count / 2] * 0.8)
            : widths[widths.count / 2]
        var gaps: [Double] = []
        for line in lines {
            for (a, b) in zip(line, line.dropFirst()) {
                let gap = b.box.x0 - a.box.x1
                if gap < 0.8 * em { gaps.append(max(0, gap)) }
            }
        }
        gaps.sort()
        spacing = gaps.isEmpty ? 0 : gaps[gaps.count / 2]
        codeStarts = Tokenizer.codeStarts(lines)
    }

    func tokens(of row: [Glyph], line: Int) -> [Token] {
        var runs: [[Glyph]] = []
        for glyph in row {
            guard let last = runs.last?.last else {
                runs.append([glyph])
                continue
            }
            let gap = glyph.box.x0 - last.box.x1
            let limit = meetsNumber(last.scalar, glyph.scalar) ? Tokenizer.numberGap : Tokenizer.gap
            if gap > spacing + limit * em || endsAmount(runs[runs.count - 1], before: glyph) {
                runs.append([glyph])
            } else {
                runs[runs.count - 1].append(glyph)
            }
        }
        return joinSpacedWords(runs.map { Token($0, line: line) })
    }

    private func meetsNumber(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        a.isNumeral != b.isNumeral && !"年月日度".unicodeScalars.contains(b)
    }

    /// Right-aligned amounts nearly touch the left-aligned name of the next column.
    private func endsAmount(_ run: [Glyph], before next: Glyph) -> Bool {
        // no date follows decimals, but a unit may
        guard !next.scalar.isNumeral, !",.%％，．)）万亿元".unicodeScalars.contains(next.scalar) else {
            return codeStarts.contains { abs($0 - next.box.x0) < Tokenizer.sameStart }
                && endsInDecimals(run, before: next)
        }
        let text = String(String.UnicodeScalarView(run.map(\.scalar)))
        guard let point = text.lastIndex(of: "."), NumberShape(text) == .amount else {
            return false
        }
        return text.distance(from: point, to: text.endIndex) == 3
    }

    /// Whether the run is an amount with the usual decimals and `next` a digit that is one too many.
    private func endsInDecimals(_ run: [Glyph], before next: Glyph) -> Bool {
        next.scalar.isASCIIDigit && Tokenizer.isWholeAmount(run)
    }

    private static func isWholeAmount(_ run: [Glyph]) -> Bool {
        let end = run.suffix(decimals + 1)
        guard end.count == decimals + 1, end.first?.scalar == ".",
            end.dropFirst().allSatisfy(\.scalar.isASCIIDigit)
        else { return false }
        return NumberShape(String(String.UnicodeScalarView(run.map(\.scalar)))) == .amount
    }

    /// Where codes begin that abut an amount: at one x in several lines.
    private static func codeStarts(_ lines: [[Glyph]]) -> [Double] {
        var starts: [Double] = []
        for line in lines {
            for index in line.indices.dropFirst(decimals + 2) where line[index].scalar.isASCIIDigit
            {
                let run = line[..<index].suffix(while: \.scalar.isNumeral)
                let touches = line[index].box.x0 - line[index - 1].box.x1
                if touches < numberGap * line[index].box.height, isWholeAmount(Array(run)) {
                    starts.append(line[index].box.x0)
                }
            }
        }
        return starts.filter { x in starts.count { abs($0 - x) < sameStart } >= leastStarts }
    }

    /// Words set wide: 合 计, 科 目 名 称.
    ///
    /// 类 款 项 are three columns.
    private func joinSpacedWords(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        var index = 0
        while index < tokens.count {
            var end = index
            while end + 1 < tokens.count, isSingle(tokens[end]), isSingle(tokens[end + 1]),
                tokens[end + 1].box.x0 - tokens[end].box.x1 < 4 * em
            {
                end += 1
            }
            if let length = (2...6).reversed().first(where: { length in
                index + length - 1 <= end
                    && Tokenizer.spacedWords.contains(
                        tokens[index..<(index + length)].map(\.text).joined())
            }) {
                let parts = tokens[index..<(index + length)]
                result.append(Token(parts.flatMap(\.glyphs), line: tokens[index].line))
                index += length
            } else {
                result.append(tokens[index])
                index += 1
            }
        }
        return result
    }

    private func isSingle(_ token: Token) -> Bool {
        token.glyphs.count == 1 && token.glyphs[0].scalar.isCJK
    }

    private static let spacedWords: Set<String> = [
        "合计", "总计", "小计", "项目", "收入", "支出", "栏次", "行次", "金额", "名称", "编码", "科目",
        "单位", "序号", "备注", "决算数", "预算数", "科目名称", "科目编码", "单位名称", "项目名称",
    ]
}

extension ArraySlice<Glyph> {
    /// The longest end of which all satisfy a condition.
    fileprivate func suffix(while condition: (Glyph) -> Bool) -> ArraySlice<Glyph> {
        let start = lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex
        return self[start...]
    }
}

extension Unicode.Scalar {
    /// Part of a printed number.
    fileprivate var isNumeral: Bool {
        isASCIIDigit || (value >= 0xFF10 && value <= 0xFF19)
            || ".,-−－△%％".unicodeScalars.contains(self)
    }
}
