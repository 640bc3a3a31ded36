import FinalAccounts
import TableRecognition
import Testing

/// Reports of one organisation beside each other.
@Suite struct AcrossTests {
    private func report(opening: String, closing: String) -> AccountsReport {
        AccountsChecker.standard.report([
            .small(
                "收入支出决算总表",
                header: [["收入", "收入", "支出", "支出"], ["项目", "决算数", "项目", "决算数"]],
                rows: [
                    ["本年收入合计", "10.00", "本年支出合计", "9.00"],
                    ["年初结转和结余", opening, "年末结转和结余", closing],
                    ["总计", "12.00", "总计", "12.00"],
                ])
        ])
    }

    private func findings(_ opening: String, organisation: String = "某局", year: Int = 2024)
        -> [String]
    {
        var series = ReportSeries(.standard)
        series.add(
            report(opening: "1.00", closing: "2.00"), organisation: "某局", year: 2023,
            kind: "final-accounts", document: "2023.pdf")
        series.add(
            report(opening: opening, closing: "3.00"), organisation: organisation, year: year,
            kind: "final-accounts", document: "2024.pdf")
        return series.findings.map {
            "\($0.document) \($0.relation) \($0.amount) \($0.otherAmount) \($0.other)"
        }
    }

    @Test func openingBalancesAreTheClosingOnesOfTheYearBefore() {
        #expect(findings("2.00") == [])
        // each is rounded by itself
        #expect(findings("2.01") == [])
        #expect(findings("2.50") == ["2024.pdf Z32-opening 25000 20000 2023.pdf"])
    }

    @Test func onlyReportsThatBelongTogetherAreCompared() {
        #expect(findings("2.50", organisation: "另一局") == [])
        #expect(findings("2.50", year: 2025) == [])
    }
}
