/// What one of a table's numbers stands for, as a power of ten of a yuan.
struct MoneyUnit: Hashable {
    /// 万元 is 4, 元 is 0.
    let power: Int

    /// All figures are counted in this part of a yuan (10^-4): exact for 万元 with eight decimals.
    static let basePlaces = 4

    /// Reads 万元, 人民币万元, 单位:元 and the like; nil for what is no unit of money.
    init?(_ printed: String) {
        let text = printed.filter { !$0.isWhitespace }
        guard let index = text.lastIndex(of: "元") else { return nil }
        let before = text[..<index]
        switch before.last {
        case "万": power = before.hasSuffix("百万") ? 6 : 4
        case "千": power = 3
        case "百": power = 2
        case "亿": power = 8
        default: power = 0
        }
    }

    init(power: Int) { self.power = power }

    /// The base units of a figure printed in this unit; nil when it is finer or larger than any
    /// account.
    func base(_ amount: ExactAmount) -> Int? {
        amount.rescaled(to: power + MoneyUnit.basePlaces).flatMap { abs($0) < 1 << 58 ? $0 : nil }
    }

    /// The base units of the last place of a figure with so many decimals.
    func place(scale: Int) -> Int {
        var place = 1
        for _ in 0..<max(0, power + MoneyUnit.basePlaces - scale) { place *= 10 }
        return place
    }

    /// Base units as a decimal in this unit, to at least `scale` places.
    func printed(_ base: Int, scale: Int) -> String {
        var amount = ExactAmount(units: base, scale: power + MoneyUnit.basePlaces)
        while amount.scale > scale, amount.units % 10 == 0 {
            amount = ExactAmount(units: amount.units / 10, scale: amount.scale - 1)
        }
        return amount.text
    }
}
