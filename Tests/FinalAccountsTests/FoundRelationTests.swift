import FinalAccounts
import Testing

/// Relations that no catalogue has, found in made-up tables.
@Suite struct FoundRelationTests {
    private func found(_ tables: ReportTable...) -> FoundRelations { FoundRelations(tables) }

    private func proved(_ found: FoundRelations, table: Int = 0) -> [[Int]] {
        found.proved.filter { $0.table == table }.map { [$0.row, $0.column] }
            .sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static let header = [["项目", "期末余额", "期初余额"]]

    @Test("a total is the sum of the rows above it, subtotals too")
    func totals() {
        let found = found(
            .small(
                nil, header: Self.header,
                rows: [
                    ["货币资金", "4812307.11", "3977120.54"],
                    ["应收账款", "1290844.92", "1508233.10"],
                    ["流动资产合计", "6103152.03", "5485353.64"],
                    ["固定资产", "9077431.36", "9911204.77"],
                    ["无形资产", "812655.40", "790012.08"],
                    ["非流动资产合计", "9890086.76", "10701216.85"],
                    ["资产总计", "15993238.79", "16186570.49"],
                ]))
        #expect(found.proved.count == 14)
        #expect(found.relations.allSatisfy { $0.isRows && $0.isOwn })
    }

    @Test("adjacent rows without any word for sums")
    func blocks() {
        let found = found(
            .small(
                nil, header: [["项目", "甲厂", "乙厂", "丙厂"]],
                rows: [
                    ["铜", "48123.11", "39771.54", "55021.98"],
                    ["铁", "12908.92", "15082.10", "13377.05"],
                    ["锡", "31015.47", "20918.33", "40102.66"],
                    ["矿", "92047.50", "75771.97", "108501.69"],
                ]))
        #expect(found.relations.map(\.id) == ["found:rows-block"])
        #expect(found.proved.count == 12)
    }

    @Test("one small sum is no evidence")
    func chance() {
        let found = found(
            .small(
                nil, header: [["项目", "金额"]],
                rows: [["甲", "1.00"], ["乙", "2.00"], ["丙", "3.00"]]))
        #expect(found.relations.isEmpty)
        #expect(found.proved.isEmpty)
    }

    @Test("codes say what is part of what")
    func codes() {
        let found = found(
            .small(
                nil, header: [["编码", "名称", "决算数", "预算数"]],
                rows: [
                    ["206", "科学技术支出", "9120.47", "8811.06"],
                    ["20601", "管理事务", "7512.30", "7203.92"],
                    ["2060101", "行政运行", "6003.18", "5990.41"],
                    ["2060199", "其他管理事务", "1509.12", "1213.51"],
                    ["20602", "基础研究", "1608.17", "1607.14"],
                ]))
        #expect(found.relations.map(\.id) == ["found:rows-outline"])
        #expect(found.proved.count == 10)
    }

    @Test("a figure that does not fit is not proved by its sum, and nothing is held against it")
    func wrongFigure() {
        let tables = [
            ReportTable.small(
                nil, header: [["项目", "一季度", "二季度", "三季度", "四季度", "五季度"]],
                rows: [
                    ["甲", "48123.11", "39771.54", "71220.09", "50012.77", "61130.40"],
                    ["乙", "12908.92", "15082.10", "22871.35", "19340.18", "17722.61"],
                    ["合计", "61032.03", "54853.64", "94091.44", "69352.95", "78852.01"],
                ])
        ]
        let found = FoundRelations(tables)
        // 61130.40 + 17722.61 is 78853.01
        #expect(!found.proved.contains(CellPlace(table: 0, row: 3, column: 5)))
        #expect(found.proved.contains(CellPlace(table: 0, row: 3, column: 4)))
        let report = AccountsChecker.withoutCatalogue.report(tables)
        #expect(report.findings.isEmpty)
        #expect(report.checks.allSatisfy { $0.result == .holds && $0.found != nil })
    }

    @Test("其中 is left out, and what is taken off is signed")
    func signs() {
        let found = found(
            .small(
                nil, header: [["项目", "本期", "上期", "前年"]],
                rows: [
                    ["营业利润", "477087644.24", "420587684.92", "310922871.05"],
                    ["加：营业外收入", "3324494.95", "3750508.60", "1833040.71"],
                    ["其中：政府补助", "1200300.40", "998120.77", "702116.39"],
                    ["减：营业外支出", "20069835.53", "2598182.10", "7718903.12"],
                    ["利润总额", "460342303.66", "421740011.42", "305037008.64"],
                ]))
        #expect(proved(found).count == 12)
        #expect(!found.proved.contains(CellPlace(table: 0, row: 3, column: 1)))
    }

    @Test("opening balance, movements, closing balance by columns")
    func balances() {
        let found = found(
            .small(
                nil, header: [["项目", "期初余额", "本期增加", "本期减少", "期末余额"]],
                rows: [
                    ["短期薪酬", "86152464.11", "2256698936.04", "2239216452.58", "103634947.57"],
                    ["离职后福利", "8955907.75", "95401440.29", "80731401.99", "23625946.05"],
                    ["辞退福利", "1061180.79", "21208804.21", "18474346.09", "3795638.91"],
                ]))
        #expect(found.relations.contains { $0.kind == .balance && !$0.isRows })
        #expect(found.proved.count == 12)
    }

    @Test("growth rates prove themselves alone")
    func rates() {
        var table = ReportTable.small(
            nil, header: [["项目", "本期", "上期", "变动率"]],
            rows: [
                ["营业收入", "170360448.00", "124944397.00", "36.35"],
                ["营业成本", "136175385.00", "99074282.00", "37.45"],
                ["管理费用", "4905868.00", "3768509.00", "30.18"],
                ["研发费用", "14223006.00", "10610654.00", "34.04"],
            ])
        table.cells.indices.filter { table.cells[$0].column == 3 && table.cells[$0].row > 0 }
            .forEach { table.cells[$0].text += "%" }
        let found = FoundRelations([table])
        #expect(proved(found) == [[1, 3], [2, 3], [3, 3], [4, 3]])
    }

    @Test("equal figures of rows that are called the same in two tables")
    func copies() {
        let rows = [
            ["一般公共服务支出", "105283.36"], ["公共安全支出", "7718.04"], ["教育支出", "3390.52"],
            ["科学技术支出", "6120.99"], ["卫生健康支出", "16085.10"], ["住房保障支出", "15122.30"],
        ]
        let found = found(
            .small(nil, header: [["项目", "决算数"]], rows: rows),
            .small(nil, header: [["科目", "本年支出"]], rows: rows.reversed()))
        #expect(found.relations.map(\.id) == ["found:copy"])
        #expect(found.proved.count == 12)
    }

    @Test("a row header within a table begins another part of it")
    func parts() {
        let found = found(
            .small(
                nil, header: [["项目", "2020", "2019"]],
                rows: [
                    ["甲", "48123.11", "39771.54"], ["乙", "12908.92", "15082.10"],
                    ["合计", "61032.03", "54853.64"], ["名称", "账面余额", "坏账准备"],
                    ["丙", "71220.09", "50012.77"], ["丁", "22871.35", "19340.18"],
                    ["合计", "94091.44", "69352.95"],
                ]))
        #expect(found.proved.count == 12)
    }

    @Test("figures of pages whose text is not relied on prove nothing")
    func doubtful() {
        var table = ReportTable.small(
            nil, header: Self.header,
            rows: [
                ["货币资金", "4812307.11", "3977120.54"], ["应收账款", "1290844.92", "1508233.10"],
                ["合计", "6103152.03", "5485353.64"],
            ])
        for cell in table.cells.indices { table.cells[cell].isDoubtful = true }
        #expect(AccountsChecker.withoutCatalogue.report([table]).proofs.isEmpty)
    }

    @Test("figures put to other places make no relation", arguments: 1...40)
    func shuffled(_ seed: Int) {
        var table = ReportTable.small(
            nil, header: [["项目", "一", "二", "三", "四"]],
            rows: (0..<12).map { row in
                ["行\(row)"] + (0..<4).map { "\((row * 7919 + $0 * 104_729) % 9973).\(10 + row)" }
            })
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        let places = table.cells.indices.filter { table.cells[$0].amount != nil }
        for place in places {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let other = places[Int(state >> 33) % places.count]
            let (one, two) = (table.cells[place], table.cells[other])
            (table.cells[place].text, table.cells[place].amount) = (two.text, two.amount)
            (table.cells[other].text, table.cells[other].amount) = (one.text, one.amount)
        }
        #expect(FoundRelations([table]).relations.isEmpty)
    }
}
