/// A figure of the prose with its unit, and the words before it.
struct ProseFigure: Sendable {
    /// In scalars of the paragraph, without the unit.
    var range: Range<Int>
    /// Money, or per cent.
    var kind: ColumnDefinition.Kind
    /// In base units of money, or per cent times 10^4.
    var value: Int
    /// One in its last printed place.
    var place: Int
    /// As printed, without separators.
    var amount: ExactAmount
    var unit: MoneyUnit
    /// Its own clause up to it.
    var label: String
    /// What stands between the figure before and its own clause.
    var gap: String
    /// Sentences and semicolons before it: figures of one sentence share a number.
    var sentence: Int
}

/// A unit of money that no figure stands before.
struct MissingProseFigure: Sendable {
    var range: Range<Int>
    var label: String
}

/// Finds the figures of a paragraph.
struct ProseScanner {
    private(set) var figures: [ProseFigure] = []
    private(set) var missing: [MissingProseFigure] = []
    /// What stands after each figure, up to the next one or the end.
    private(set) var rests: [String] = []
    /// A bracket that does not close within so many scalars is taken for one that never does.
    private static let longestAside = 120
    private let text: [Unicode.Scalar]
    private var at = 0
    private var clause = 0
    private var gap = 0
    private var sentence = 0

    /// Whether a paragraph can have any: the rest need not be looked at.
    static func mayHaveFigures(_ text: String) -> Bool {
        // 元 is E5 85 83, ％ is EF BC 85
        var last: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "%") || last == (0xE5, 0x85) && byte == 0x83
                || last == (0xEF, 0xBC) && byte == 0x85
            {
                return true
            }
            last = (last.1, byte)
        }
        return false
    }

    init(_ paragraph: String) {
        text = Array(paragraph.unicodeScalars)
        while at < text.count {
            switch text[at] {
            case "0"..."9": readNumber()
            case "。", "；", ";", "！", "？":
                sentence += 1
                at += 1
                clause = at
            case "，", ",", "：", ":":
                at += 1
                clause = at
            case "（", "(": at = asideEnd ?? at + 1
            case "元":
                noteMissing()
                at += 1
            default: at += 1
            }
        }
        if !figures.isEmpty { rests.append(string(gap..<text.count)) }
    }

    private mutating func readNumber() {
        var start = at
        while at < text.count {
            if isDigit(at) {
                at += 1
            } else if isSeparator(text[at]), isDigit(at + 1), at > start {
                // a space within a number is one of a broken line
                at += 1
            } else {
                break
            }
        }
        guard let unit = unit(at) else { return }
        if start > clause, isMinus(text[start - 1]) { start -= 1 }
        guard let amount = amount(text[start..<at]), let value = unit.money.base(amount) else {
            at = unit.end
            return
        }
        if !figures.isEmpty { rests.append(string(gap..<start)) }
        figures.append(
            ProseFigure(
                range: start..<at, kind: unit.kind, value: value,
                place: unit.money.place(scale: amount.scale), amount: amount, unit: unit.money,
                label: string(clause..<start), gap: string(gap..<clause), sentence: sentence))
        at = unit.end
        clause = at
        gap = at
        // a list of parts: 货物3.00万元、服务4.00万元
        while at < text.count, text[at] == "、" || text[at] == " " {
            at += 1
            clause = at
        }
    }

    /// Behind the bracket that closes the one here, in the same sentence: figures in brackets are
    /// said in passing, and part none from what is said of it.
    private var asideEnd: Int? {
        var depth = 0
        for index in at..<min(text.count, at + ProseScanner.longestAside) {
            switch text[index] {
            case "（", "(": depth += 1
            case "）", ")":
                depth -= 1
                if depth == 0 { return index + 1 }
            case "。": return nil
            default: continue
            }
        }
        return nil
    }

    /// 年初预算为万元: a figure is not there.
    private mutating func noteMissing() {
        guard at > clause, text[at - 1] == "万" else { return }
        let before = string(clause..<(at - 1))
        guard ["为", "共", "计"].contains(where: before.endsBytewise) else { return }
        missing.append(MissingProseFigure(range: (at - 1)..<(at + 1), label: before))
    }

    // MARK: Characters

    private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "," || scalar == " "
    }

    private func isMinus(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "−" || scalar == "－"
    }

    private func isDigit(_ index: Int) -> Bool {
        index < text.count && text[index].value >= 0x30 && text[index].value <= 0x39
    }

    /// The unit that begins here, after spaces; nil for none.
    private func unit(
        _ start: Int
    ) -> (money: MoneyUnit, kind: ColumnDefinition.Kind, end: Int)? {
        var index = start
        while index < text.count, text[index] == " " { index += 1 }
        guard index < text.count else { return nil }
        switch text[index] {
        case "%", "％": return (MoneyUnit(power: 0), .rate, index + 1)
        case "元": return (MoneyUnit(power: 0), .money, index + 1)
        case "万", "亿", "千", "百":
            guard index + 1 < text.count, text[index + 1] == "元" else { return nil }
            let powers: [Unicode.Scalar: Int] = ["百": 2, "千": 3, "万": 4, "亿": 8]
            return (MoneyUnit(power: powers[text[index]] ?? 0), .money, index + 2)
        default: return nil
        }
    }

    /// Without spaces: converters set some between digits and Chinese.
    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text[range] where scalar != " " { view.append(scalar) }
        return String(view)
    }

    private func amount(_ scalars: ArraySlice<Unicode.Scalar>) -> ExactAmount? {
        var plain = String.UnicodeScalarView()
        for scalar in scalars {
            switch scalar {
            case ",", " ": continue
            case "−", "－": plain.append("-")
            default: plain.append(scalar)
            }
        }
        return ExactAmount(String(plain))
    }
}
