/// The year that words name, and how they stand to it.
struct ProseDate {
    enum Year: Hashable {
        case number(Int)
        /// 上年, 去年.
        case previous
    }

    var year: Year
    /// 比2023年, 与上年度相比: what follows is a comparison with it.
    var isCompared = false
    var before: String
    /// What follows, without 度.
    var rest: String

    /// Before a year that something is compared with.
    private static let openers = ["比", "较", "于"]
    /// The same where such a word follows.
    private static let pairs = ["与", "同", "和", "跟"]
    private static let pairEnds = ["相比", "比较", "对比", "持平", "一致", "相同", "相等"]
    /// After these, 20xx年 is a day, and 上年 no year.
    private static let days = ["末", "底"]
    private static let balances = ["结转", "结余"]

    /// The last one named.
    static func last(in text: String) -> ProseDate? {
        let scalars = Array(text.unicodeScalars)
        var index = scalars.count - 1
        while index >= 1 {
            if scalars[index] == "年", let found = date(scalars, index) { return found }
            index -= 1
        }
        return nil
    }

    static func first(in text: String) -> ProseDate? {
        let scalars = Array(text.unicodeScalars.filter { $0 != " " })
        for index in scalars.indices.dropFirst() where scalars[index] == "年" {
            if let found = date(scalars, index) { return found }
        }
        return nil
    }

    private static func date(_ scalars: [Unicode.Scalar], _ index: Int) -> ProseDate? {
        var rest = scalars[(index + 1)...]
        let isDegree = rest.first == "度"
        if isDegree { rest.removeFirst() }
        var after = string(rest)
        if days.contains(where: after.startsBytewise) { return nil }
        let year: Year
        let start: Int
        if let number = number(scalars, index) {
            (year, start) = (.number(number), index - 4)
            // 2024年初预算
            if !isDegree, after.startsBytewise(with: "初") { after = "年" + after }
        } else if scalars[index - 1] == "上" || scalars[index - 1] == "去" {
            if balances.contains(where: after.startsBytewise) { return nil }
            (year, start) = (.previous, index - 1)
        } else {
            return nil
        }
        var date = ProseDate(year: year, before: string(scalars[..<start]), rest: after)
        date.isCompared =
            openers.contains(where: date.before.endsBytewise)
            || pairs.contains(where: date.before.endsBytewise)
                && pairEnds.contains(where: after.containsBytewise)
        return date
    }

    private static func number(_ scalars: [Unicode.Scalar], _ end: Int) -> Int? {
        guard end >= 4 else { return nil }
        var year = 0
        for scalar in scalars[(end - 4)..<end] {
            guard scalar.value >= 0x30, scalar.value <= 0x39 else { return nil }
            year = year * 10 + Int(scalar.value - 0x30)
        }
        return (2000...2099).contains(year) ? year : nil
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
