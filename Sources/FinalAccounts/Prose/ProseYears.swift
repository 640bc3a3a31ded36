/// Years that prose names where they cannot be meant.
///
/// A report that compares its own year with itself (2024年度…比2024年度增加), and a heading of another
/// year's report.
struct ProseYears {
    private let year: Int
    private let isPlan: Bool
    /// How often the report speaks of its own year without comparing with it.
    private var ownCount = 0
    private var found: [ProseNote] = []

    /// A report that hardly names its year may be taken for another year's.
    private static let leastOwn = 2
    /// Longer texts (in scalars) are no headings.
    private static let longestHeading = 40
    private static let changes = [
        "增加", "减少", "增长", "下降", "上升", "降低", "持平", "相比", "一致", "比较",
    ]
    private static let headings = ["部门决算", "单位决算", "部门预算", "单位预算"]
    private static let headingEnds = ["说明", "情况", "表", "公开"]
    private static let plan = "预算"
    private static let account = "决算"
    private static let executed = "执行"
    /// 比2024年年初: a day of the year.
    private static let days = ["初", "年初", "末", "底", "年末", "年底"]

    init?(_ report: ProseReport) {
        guard let year = report.year else { return nil }
        self.year = year
        isPlan = report.isPlan
    }

    /// What cannot be meant, once all paragraphs are read.
    var notes: [ProseNote] { ownCount >= ProseYears.leastOwn ? found : [] }

    mutating func read(_ paragraph: String, number: Int) {
        guard paragraph.containsBytewise("年") else { return }
        let scalars = Array(paragraph.unicodeScalars)
        let tokens = ProseYears.tokens(scalars)
        for token in tokens {
            if token.isCompared {
                // 2025年预算比2024年增加, in the account of 2024
                guard token.year == year, isOfItself(scalars, token.range.upperBound),
                    tokens.allSatisfy({ $0.isCompared || $0.year == year })
                else { continue }
                add(token, number, scalars, meant: year - 1)
            } else if token.year == year {
                ownCount += 1
            } else if tokens.count == 1, isHeading(scalars, token.range.upperBound) {
                add(token, number, scalars, meant: year)
            }
        }
    }

    private mutating func add(
        _ token: Token, _ number: Int, _ scalars: [Unicode.Scalar], meant: Int
    ) {
        let printed = ProseYears.string(scalars[token.range])
        found.append(
            ProseNote(
                kind: .year(printed.replacingDigits(with: meant)),
                place: ProsePlace(paragraph: number, range: token.range), printed: printed))
    }

    // MARK: Years

    private struct Token {
        /// 2024年度.
        var range: Range<Int>
        var year: Int
        var isCompared: Bool
    }

    private static func tokens(_ scalars: [Unicode.Scalar]) -> [Token] {
        var result: [Token] = []
        for index in scalars.indices where scalars[index] == "年" {
            var end = index
            while end > 0, scalars[end - 1] == " " { end -= 1 }
            guard end >= 4, let year = number(scalars[(end - 4)..<end]) else { continue }
            let start = end - 4
            if start > 0, (0x30...0x39).contains(scalars[start - 1].value) { continue }
            let hasDegree = index + 1 < scalars.count && scalars[index + 1] == "度"
            var before = start - 1
            while before >= 0, scalars[before] == " " { before -= 1 }
            let isCompared =
                before >= 0 && ["比", "较", "与", "同", "和"].contains(scalars[before])
            result.append(
                Token(
                    range: start..<(index + (hasDegree ? 2 : 1)), year: year, isCompared: isCompared
                ))
        }
        return result
    }

    private static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        var year = 0
        for scalar in scalars {
            guard (0x30...0x39).contains(scalar.value) else { return nil }
            year = year * 10 + Int(scalar.value - 0x30)
        }
        return (2000...2099).contains(year) ? year : nil
    }

    // MARK: What follows

    /// 增加, 决算数减少, 预算执行数持平; not 年初预算增加 in a final account.
    private func isOfItself(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
        let clause = ProseYears.string(
            scalars[start...].prefix { !"，。；、：".unicodeScalars.contains($0) })
        guard !ProseYears.days.contains(where: clause.startsBytewise),
            let change = ProseYears.changes.compactMap({ clause.firstRangeBytewise(of: $0) }).min(
                by: {
                    $0.lowerBound < $1.lowerBound
                })
        else { return false }
        let between = String(clause[..<change.lowerBound])
        if between.isEmpty { return true }
        let isOfPlan = between.containsBytewise(ProseYears.plan)
        // a plan is compared with what was planned and spent before, an account with its own plan
        return isPlan
            ? isOfPlan && !between.containsBytewise("年初")
            : !isOfPlan
                && (between.containsBytewise(ProseYears.account)
                    || between.containsBytewise(ProseYears.executed))
    }

    /// 2023年度部门决算情况说明.
    private func isHeading(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
        guard scalars.count <= ProseYears.longestHeading, !scalars.contains("。") else {
            return false
        }
        let rest = LabelKey.key(ProseYears.string(scalars[start...]))
        guard ProseYears.headings.contains(where: rest.startsBytewise),
            ProseYears.headingEnds.contains(where: rest.endsBytewise)
        else { return false }
        return rest.containsBytewise(isPlan ? ProseYears.plan : ProseYears.account)
            && !(isPlan && rest.containsBytewise(ProseYears.account))
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars where scalar != " " { view.append(scalar) }
        return String(view)
    }
}

extension String {
    /// 2024年度 with another number.
    fileprivate func replacingDigits(with number: Int) -> String {
        String(number) + drop { $0.isASCII && $0.isNumber }
    }
}
