/// What a cover says of whose report it is.
enum CoverText {
    /// In characters.
    private static let longestLabel = 10
    private static let labelEndings = ["部门", "单位", "部门名称", "单位名称"]

    /// The name behind a label (预算主管部门：某某局), or what stands before 决算 or 预算 with the year and the words for
    /// the account taken off.
    static func name(_ lines: [String]) -> String? {
        lines.lazy.compactMap(labelled).first ?? beforeAccount(lines.joined())
    }

    private static func labelled(_ line: String) -> String? {
        guard let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        let label = line[..<colon]
        guard label.count <= longestLabel, labelEndings.contains(where: label.hasSuffix) else {
            return nil
        }
        let name = line[line.index(after: colon)...]
        return name.isEmpty ? nil : String(name)
    }

    private static func beforeAccount(_ text: String) -> String? {
        guard let end = text.offset(of: "决算") ?? text.offset(of: "预算") else { return nil }
        var name = text.prefix(end)
        for ending in ["部门", "单位"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
        guard let year = DocumentFacts.year(String(name)) else { return String(name) }
        for printed in ["\(year)年度", "\(year)年", "\(year)"] {
            if name.hasPrefix(printed) { return String(name.dropFirst(printed.count)) }
            if name.hasSuffix(printed) { return String(name.dropLast(printed.count)) }
        }
        // a year in the middle leaves two pieces, and which of them is the name nobody says
        return nil
    }
}

/// Whom a sentence is about.
enum SentenceSubject {
    /// In characters.
    private static let longest = 40
    /// Words of accounts: what they stand in is no name.
    private static let accounting = ["收入", "支出", "经费", "预算", "决算", "拨款", "结转", "结余", "费用", "资金"]

    /// The name in front of the year that a paragraph begins with: 某某市财政局2024年度….
    static func beforeYear(_ paragraph: String) -> String? {
        var name = String.UnicodeScalarView()
        for scalar in paragraph.unicodeScalars.lazy.filter({ $0 != " " }).prefix(longest) {
            if scalar == "2" { break }
            name.append(scalar)
        }
        guard !name.isEmpty, name.count < longest,
            paragraph.unicodeScalars.lazy.filter({ $0 != " " }).dropFirst(name.count).prefix(5)
                .isYear
        else { return nil }
        let text = String(name)
        return accounting.contains { text.offset(of: $0) != nil } ? nil : text
    }
}

extension Sequence<Unicode.Scalar> {
    /// Four digits that begin with 20, and 年 behind them.
    fileprivate var isYear: Bool {
        let scalars = Array(self)
        return scalars.count == 5 && scalars[4] == "年" && scalars[0] == "2" && scalars[1] == "0"
            && scalars[2...3].allSatisfy { ("0"..."9").contains($0) }
    }
}
