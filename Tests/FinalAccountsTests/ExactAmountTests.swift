import Testing

@testable import FinalAccounts

@Suite struct ExactAmountTests {
    @Test(arguments: [
        ("1358.64", 135_864, 2), ("-0.58", -58, 2), ("0", 0, 0), ("0.00", 0, 2),
        ("24169.7", 241_697, 1),
    ])
    func readsDecimals(text: String, units: Int, scale: Int) throws {
        let amount = try #require(ExactAmount(text))
        #expect(amount.units == units)
        #expect(amount.scale == scale)
        #expect(amount.text == text)
    }

    @Test(arguments: ["", "-", "1,358.64", "1.2.3", "+1", "1e5", ".5", "1234567890123456789"])
    func refusesWhatIsNoPlainDecimal(text: String) {
        #expect(ExactAmount(text) == nil)
    }

    @Test func unitsOfMoney() throws {
        let amount = try #require(ExactAmount("1358.64"))
        let wan = try #require(MoneyUnit("单位：万元"))
        #expect(MoneyUnit(power: 0).printed(try #require(wan.base(amount)), scale: 0) == "13586400")
        #expect(wan.place(scale: 2) == 1_000_000)
        #expect(MoneyUnit("元")?.power == 0)
        #expect(MoneyUnit("亿元")?.power == 8)
        #expect(MoneyUnit("%") == nil)
    }
}
