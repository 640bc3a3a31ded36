/// The words of a label that say what its line is, found in one pass over its bytes.
struct LabelWords: OptionSet {
    let rawValue: Int

    static let total = LabelWords(rawValue: 1)
    static let opening = LabelWords(rawValue: 2)
    static let closing = LabelWords(rawValue: 4)
    static let adds = LabelWords(rawValue: 8)
    static let takes = LabelWords(rawValue: 16)
    static let rate = LabelWords(rawValue: 32)
    static let colon = LabelWords(rawValue: 64)

    init(rawValue: Int) { self.rawValue = rawValue }

    init(_ text: String) {
        var words = LabelWords(rawValue: 0)
        // the last two characters
        var pair = 0
        for scalar in text.unicodeScalars {
            pair = pair << 21 & LabelWords.mask | Int(scalar.value)
            if let found = LabelWords.single[Int(scalar.value)] { words.formUnion(found) }
            if let found = LabelWords.pairs[pair] { words.formUnion(found) }
        }
        self = words
    }

    private static let mask = 1 << 42 - 1

    private static let single: [Int: LabelWords] = table([
        (rate, ["%", "％", "率"]), (colon, [":", "："]),
    ])

    private static let pairs: [Int: LabelWords] = table([
        (total, ["合计", "总计", "小计", "共计"]),
        (opening, ["期初", "年初", "上年"]),
        (closing, ["期末", "年末", "下年"]),
        (adds, ["增加", "计提", "转入", "新增"]),
        (takes, ["减少", "转出", "转销", "核销", "转回", "处置", "收回", "支付"]),
        (rate, ["比例", "比重", "占比", "分比", "每股"]),
    ])

    private static func table(_ words: [(LabelWords, [String])]) -> [Int: LabelWords] {
        var table: [Int: LabelWords] = [:]
        for (meaning, texts) in words {
            for text in texts {
                table[text.unicodeScalars.reduce(0) { $0 << 21 | Int($1.value) }] = meaning
            }
        }
        return table
    }
}
