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
    /// Whether it is a single Chinese character.
    var isCharacter: Bool { glyphs.count == 1 && glyphs[0].scalar.isCJK }
}

/// Cuts lines into tokens where no ruling tells the columns apart.
struct Tokenizer {
    /// The usual gap between characters of one word (points): letter-spaced text has one.
    private let spacing: Double
    /// The width of a Chinese character, points.
    let em: Double

    /// Where codes begin that abut the amount before them.
    private let codeStarts: [Double]

    /// Between a code and its name in one column, where there are such; points.
    private let codeGap: Double?

    /// A code has so many digits.
    static let leastCode = 3
    /// Codes of so many lengths have their names at one distance where both are one column's.
    static let leastLengths = 3
    /// Code and name in one column are no further apart (ems).
    static let mostCodeGap = 1.5
    /// Gaps that differ by less (points) are alike.
    static let sameGap = 0.6
    /// Amounts have so many decimals.
    static let decimals = 2
    /// Codes that begin within this distance (points) begin at one place.
    static let sameStart = 0.8
    /// In so many lines they make a column.
    static let leastStarts = 3
    /// A gap wider than the usual one by this share of an em parts two tokens.
    static let gap = 0.6
    /// A border needs this share.
    static let fineGap = 0.15
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
        codeGap = Tokenizer.codeGap(lines, em: em)
    }

    /// `isFine`: cut at every gap that can hold a border.
    func tokens(of row: [Glyph], line: Int, isFine: Bool = false) -> [Token] {
        var runs: [[Glyph]] = []
        for (index, glyph) in row.enumerated() {
            guard let last = runs.last?.last else {
                runs.append([glyph])
                continue
            }
            let gap = glyph.box.x0 - last.box.x1
            let parts = meetsNumber(last.scalar, glyph.scalar) && !isCodeGap(gap)
            let usual = parts ? Tokenizer.numberGap : Tokenizer.gap
            let limit = isFine ? Tokenizer.fineGap : usual
            let isWide = gap > spacing + limit * em && !(isCodeGap(gap) && runs.count == 1)
            if isWide || endsAmount(runs[runs.count - 1], before: row[index...]) {
                runs.append([glyph])
            } else {
                runs[runs.count - 1].append(glyph)
            }
        }
        return joinSpacedWords(runs.map { Token($0, line: line) })
    }

    private func isCodeGap(_ gap: Double) -> Bool {
        codeGap.map { abs($0 - gap) < Tokenizer.sameGap } ?? false
    }

    /// The gap between codes and names of one column: codes of several lengths begin their lines and
    /// have their names at one distance.
    private static func codeGap(_ lines: [[Glyph]], em: Double) -> Double? {
        var ends: [(gap: Double, name: Double, digits: Int)] = []
        for line in lines {
            let code = line.prefix { $0.scalar.isASCIIDigit }
            guard code.count >= leastCode, let last = code.last, line.count > code.count,
                line[code.count].scalar.isCJK
            else { continue }
            let name = line[code.count].box.x0
            if name - last.box.x1 < mostCodeGap * em {
                ends.append((name - last.box.x1, name, code.count))
            }
        }
        let gaps = ends.map(\.gap).sorted()
        guard ends.count >= leastStarts else { return nil }
        let usual = gaps[gaps.count / 2]
        let alike = ends.filter { abs($0.gap - usual) < sameGap }
        let names = alike.map(\.name)
        guard alike.count * 5 > ends.count * 4, let first = names.min(), let last = names.max(),
            last - first > em / 2, Set(alike.map(\.digits)).count >= leastLengths
        else { return nil }
        return usual
    }

    private func meetsNumber(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        // between Latin words and digits is a word's gap
        guard a.isNumeral != b.isNumeral, (a.isNumeral ? b : a).isCJK else { return false }
        return !"年月日度".unicodeScalars.contains(b)
    }

    /// Right-aligned amounts nearly touch the left-aligned name of the next column.
    private func endsAmount(_ run: [Glyph], before rest: ArraySlice<Glyph>) -> Bool {
        guard let next = rest.first else { return false }
        // no date follows decimals, but a unit may
        guard !next.scalar.isNumeral, !",.%％，．)）万亿元".unicodeScalars.contains(next.scalar) else {
            return endsInDecimals(run, before: next)
                && (hasPoint(rest)
                    || codeStarts.contains { abs($0 - next.box.x0) < Tokenizer.sameStart })
        }
        let text = String(String.UnicodeScalarView(run.map(\.scalar)))
        guard let point = text.lastIndex(of: "."), NumberShape(text) == .amount else {
            return false
        }
        return text.distance(from: point, to: text.endIndex) == 3
    }

    /// Whether the number that begins here has a point: then it is not the end of the one before.
    private func hasPoint(_ rest: ArraySlice<Glyph>) -> Bool {
        var last: Glyph?
        for glyph in rest {
            if let last, glyph.box.x0 - last.box.x1 > Tokenizer.numberGap * em { return false }
            if glyph.scalar == "." { return true }
            if !glyph.scalar.isNumeral { return false }
            last = glyph
        }
        return false
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
            while end + 1 < tokens.count, tokens[end].isCharacter, tokens[end + 1].isCharacter,
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

    private static let spacedWords: Set<String> = [
        "合计", "总计", "小计", "项目", "收入", "支出", "栏次", "行次", "金额", "名称", "编码", "科目",
        "单位", "序号", "备注", "账龄", "类别", "税种", "期末", "期初", "决算数", "预算数", "科目名称", "科目编码", "单位名称",
        "项目名称",
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
