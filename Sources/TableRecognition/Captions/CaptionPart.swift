internal import PageModel

/// What a piece of text around a table says about it.
public enum CaptionPart: Equatable, Sendable {
    /// 公开01表, 表1, 附表3.
    case code(String)
    /// 单位：万元.
    case unit(String)
    /// 部门：NAME.
    case organisation(String)
    /// 2024年度.
    case year(Int)

    /// The part that `text` is; nil for other text.
    ///
    /// Spaces do not matter.
    public static func parse(_ text: String) -> CaptionPart? {
        let plain = text.withoutSpaces
        guard !plain.isEmpty, plain.count <= 60 else { return nil }
        if let unit = bracketedUnit(plain) { return .unit(unit) }
        if let code = code(plain, printed: text) { return .code(code) }
        if let year = year(plain) { return .year(year) }
        guard let colon = plain.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        let label = plain[..<colon]
        let value = String(plain[plain.index(after: colon)...])
        if unitLabels.contains(where: { label.hasSuffix($0) }), isMoney(value) {
            return .unit(value)
        }
        if label.count <= 12, organisationLabels.contains(where: { label.hasPrefix($0) }) {
            return .organisation(value)
        }
        return nil
    }

    /// （单位：万元）: brackets around nothing else.
    private static func bracketedUnit(_ plain: String) -> String? {
        guard let first = plain.first, let last = plain.last, first == "（" || first == "(",
            last == "）" || last == ")",
            case .unit(let unit)? = parse(String(plain.dropFirst().dropLast()))
        else { return nil }
        return unit
    }

    private static let unitLabels = ["单位", "金额单位", "计量单位", "货币单位"]
    private static let organisationLabels = [
        "部门", "单位", "编制", "预算单位", "预算部门", "填报", "公开部门", "公开单位", "主管部门",
    ]

    static func isMoney(_ text: String) -> Bool {
        let name = text.hasPrefix("人民币") ? String(text.dropFirst(3)) : text
        return ["元", "百元", "千元", "万元", "百万元", "亿元"].contains(name)
    }

    /// 公开01表, 财决01表, 预算01表, 表1, 附表1, 附件2: letters around a number, nothing else.
    private static func code(_ plain: String, printed: String) -> String? {
        guard plain.count <= 12 else { return nil }
        let digits = plain.filter { $0.isNumber && $0.isASCII || $0 == "-" }
        guard !digits.isEmpty, digits.count <= 5 else { return nil }
        let frame = plain.filter { !($0.isNumber && $0.isASCII || $0 == "-") }
        return codeFrames.contains(frame) ? printed.trimmingSpaces : nil
    }

    private static let codeFrames: Set<String> = [
        "公开表", "表", "附表", "附件", "财决公开表", "财决表", "预算表", "预决公开表", "决算公开表", "公开",
        "部门公开表", "部门决算公开表", "预算公开表", "附件：", "附表：", "财公开表",
    ]

    static func year(_ plain: String) -> Int? {
        for ending in ["年度", "年"] where plain.hasSuffix(ending) {
            let digits = plain.dropLast(ending.count)
            if digits.count == 4, let year = Int(digits), (1990...2100).contains(year) {
                return year
            }
            if digits.count == 4 {
                let numerals = digits.compactMap {
                    "〇一二三四五六七八九".firstIndex(of: $0 == "零" || $0 == "○" || $0 == "O" ? "〇" : $0)
                }
                if numerals.count == 4 {
                    return numerals.reduce(0) {
                        $0 * 10 + "〇一二三四五六七八九".distance(from: "〇一二三四五六七八九".startIndex, to: $1)
                    }
                }
            }
        }
        return nil
    }
}

extension String {
    var trimmingSpaces: String {
        var view = self[...]
        while let first = view.first, first == " " || first == "\u{3000}" { view.removeFirst() }
        while let last = view.last, last == " " || last == "\u{3000}" { view.removeLast() }
        return String(view)
    }

    /// Without any spaces, full-width digits made plain: for comparisons.
    var withoutSpaces: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars where scalar != " " && scalar != "\u{3000}" {
            let isWide = scalar.value >= 0xFF10 && scalar.value <= 0xFF19
            let plain = isWide ? Unicode.Scalar(scalar.value - 0xFF10 + 0x30) : scalar
            result.append(plain ?? scalar)
        }
        return String(result)
    }

    /// Without digits at its end.
    var trimmingDigits: Substring {
        var view = self[...]
        while let last = view.last, last.isNumber { view.removeLast() }
        return view
    }
}
