/// An item of the functional classification as prose names it.
///
/// 教育支出（类）普通教育（款）初中教育（项）, the same with numbers in or before the marks (（205类）, 205（类）), a
/// code in brackets (初中教育（2050203）), the three names in quotation marks with dashes between, or no
/// more than that a numbered item begins here.
struct ProseItem {
    /// 类, 款 and 项, as far as they are named; the last is the item's.
    var names: [String] = []
    /// Seven digits, or five.
    var code: Int?
    /// Behind it in the text.
    var end: String.Index

    /// The last one that words begin; nil where they begin none.
    init?(in text: String) {
        end = text.startIndex
        if let marked = ProseItem.marked(text) {
            self = marked
        } else if let coded = ProseItem.coded(text) {
            self = coded
        } else if let dashed = ProseItem.dashed(text) {
            self = dashed
        } else if !ProseItem.isNumbered(text) {
            return nil
        }
    }

    private init(names: [String], code: Int?, end: String.Index) {
        self.names = names
        self.code = code
        self.end = end
    }

    // MARK: Marks

    /// …（类）…（款）…（项）.
    private static func marked(_ text: String) -> ProseItem? {
        guard let item = Mark("项", lastIn: text[...]) else { return nil }
        var rest = text[..<item.range.lowerBound]
        let group = Mark("款", lastIn: rest)
        let name = String(rest[(group?.range.upperBound ?? rest.startIndex)...])
        var names = [name]
        var numbers = [item.digits]
        if let group {
            rest = rest[..<group.range.lowerBound]
            let top = Mark("类", lastIn: rest)
            names.insert(String(rest[(top?.range.upperBound ?? rest.startIndex)...]), at: 0)
            numbers.insert(group.digits, at: 0)
            if let top {
                names.insert(String(rest[..<top.range.lowerBound]), at: 0)
                numbers.insert(top.digits, at: 0)
            }
        }
        let digits = numbers.map(\.utf8.count) == [3, 2, 2] ? numbers.joined() : ""
        return ProseItem(
            names: names, code: Int(digits).flatMap(valid), end: item.range.upperBound)
    }

    /// （类）, （204类）, 204（类）, （204）类.
    private struct Mark {
        var range: Range<String.Index>
        var digits = ""

        init?(_ word: String, lastIn text: Substring) {
            var rest = text
            while let place = rest.lastRangeBytewise(of: word) {
                if let found = Mark.at(place, in: text) {
                    self = found
                    return
                }
                rest = text[..<place.lowerBound]
            }
            return nil
        }

        private init(range: Range<String.Index>, digits: String) {
            self.range = range
            self.digits = digits
        }

        private static func at(_ place: Range<String.Index>, in text: Substring) -> Mark? {
            let after = text[place.upperBound...]
            let closes = [")", "）"].first(where: after.startsBytewise)
            var before = text[..<place.lowerBound]
            var end = place.upperBound
            if let closes {
                end = text.utf8.index(end, offsetBy: closes.utf8.count)
            } else {
                // （204）类
                guard let close = [")", "）"].first(where: before.endsBytewise) else { return nil }
                before = before.droppingBytewise(suffix: close.utf8.count)
            }
            let inner = digits(endOf: before)
            before = before.droppingBytewise(suffix: inner.utf8.count)
            guard let open = ["(", "（"].first(where: before.endsBytewise),
                closes != nil || !inner.isEmpty
            else { return nil }
            before = before.droppingBytewise(suffix: open.utf8.count)
            let outer = inner.isEmpty ? digits(endOf: before) : ""
            before = before.droppingBytewise(suffix: outer.utf8.count)
            return Mark(range: before.endIndex..<end, digits: inner + outer)
        }

        private static func digits(endOf text: Substring) -> String {
            String(
                decoding: text.utf8.reversed().prefix { (0x30...0x39).contains($0) }.reversed(),
                as: UTF8.self)
        }
    }

    // MARK: Codes

    /// 行政运行（2060101）.
    private static func coded(_ text: String) -> ProseItem? {
        guard
            let open = ["（", "("].compactMap({ text.lastRangeBytewise(of: $0) }).max(by: {
                $0.lowerBound < $1.lowerBound
            })
        else { return nil }
        let digits = text.utf8[open.upperBound...].prefix { (0x30...0x39).contains($0) }
        guard [5, 7].contains(digits.count) else { return nil }
        let rest = text[digits.endIndex...]
        guard let close = ["）", ")"].first(where: rest.startsBytewise),
            let code = Int(String(Substring(digits))).flatMap(valid)
        else { return nil }
        return ProseItem(
            names: [String(text[..<open.lowerBound])], code: code,
            end: text.utf8.index(rest.startIndex, offsetBy: close.utf8.count))
    }

    /// Codes of functional classes begin with 2.
    private static func valid(_ code: Int) -> Int? { code.leadingDigit == 2 ? code : nil }

    // MARK: Names in quotation marks

    private static let dashes: Set<Unicode.Scalar> = ["-", "－", "—", "–"]

    /// “教育支出-普通教育-初中教育”.
    private static func dashed(_ text: String) -> ProseItem? {
        guard let close = text.lastRangeBytewise(of: "”"),
            let open = text[..<close.lowerBound].lastRangeBytewise(of: "“")
        else { return nil }
        let names = text[open.upperBound..<close.lowerBound].unicodeScalars
            .split(whereSeparator: dashes.contains).map { String(Substring($0)) }
        guard names.count == 3 else { return nil }
        return ProseItem(names: names, code: nil, end: close.upperBound)
    }

    // MARK: Numbers

    /// 3.文物保护支出: an item, though not which.
    private static func isNumbered(_ text: String) -> Bool {
        var rest = text[...]
        for sign in ["。", "；"] where rest.startsBytewise(with: sign) { rest = rest.dropFirst() }
        let digits = rest.utf8.prefix { (0x30...0x39).contains($0) }
        guard (1...2).contains(digits.count) else { return false }
        let sign = rest[digits.endIndex...]
        return [".", "、", "．"].contains(where: sign.startsBytewise)
    }
}
