import Dataset
import Digitizer
import FinalAccounts
import Foundation
import JuesuanTestSupport
import Testing
import TextRepair

/// The transcript of a whole report beside the repository, with its converter's slips.
@Suite(.enabled(if: Seed.path != nil, "SKIPPED: ../shared/corpus/seed is not there"))
struct SeedTests {
    private let document: DocumentRecord

    init() throws { document = try Digitizer.digitize(path: try #require(Seed.path)) }

    private func table(_ catalogue: String) throws -> TableRecord {
        try #require(document.tables.first { $0.catalogue == catalogue })
    }

    /// The sample was made of the same figures: its nine tables are the truth of the seed's.
    @Test func nineTablesWithEveryAmountAtItsPlace() throws {
        let sample = try Digitizer.digitize(path: Repository.path(of: "samples/ministry-2024.pdf"))
        for (given, wanted) in zip(document.tables.prefix(9), sample.tables) {
            #expect(given.catalogue == wanted.catalogue)
            #expect(given.rows == wanted.rows, "\(wanted.title ?? "")")
            #expect(given.header.map { $0.map(plain) } == wanted.header.map { $0.map(plain) })
        }
        #expect(document.organisation == "三门峡市科学技术局（本级）" && document.year == 2024)
        #expect(document.accounts.findings.filter(\.isFailure).isEmpty)
    }

    /// Some print 因公出国（境）费 with Latin brackets.
    private func plain(_ text: String) -> String {
        text.replacing("(", with: "（").replacing(")", with: "）")
    }

    @Test func attachmentsAreComplete() throws {
        #expect(try table("project-self-evaluation-summary").rows.count == 15)
        let forms = document.tables.filter { $0.catalogue == "project-self-evaluation" }
        #expect(forms.count == 15)
        for form in forms {
            #expect(form.fields.map(\.id) == ["project", "department", "unit"])
            #expect(form.rows.contains { $0[1].hasPrefix("年度资金总额") && $0[3] != "" && $0[5] != "" })
            #expect(form.rows.last.map { ["总分", "总计"].contains($0[0]) && $0[6] == "100" } ?? false)
        }
        #expect(Set(forms.compactMap { $0.fields.first?.text }).count == 15)
        let department = try table("department-self-evaluation")
        #expect(department.rows.contains { $0.contains("1777.63") && $0.contains("6.32") })
        // every form agrees with its row of the summary
        let checks = document.accounts.checks.filter { $0.relation.hasSuffix("/summary-budget") }
        #expect(checks.count == 15 && checks.allSatisfy { $0.result == .holds })
    }

    @Test func theHeaderOfTheThreePublicExpenses() throws {
        let header = try table("three-public").header
        #expect(header[0][3] == "预算数" && header[0][6] == "决算数")
        #expect(header[1][11] == "公务接待费")
    }

    @Test func theRowWithACellTooFew() throws {
        let summary = try table("project-self-evaluation-summary")
        let row = try #require(summary.rows.firstIndex { $0[4].hasPrefix("中国宝武") })
        #expect(summary.rows[row][7...10] == ["1000", "500", "500", "50%"])
        #expect(summary.rows[row][16...17] == ["90", "是"])
        let cells = summary.cells.filter { $0.row == row + summary.header.count }
        // the execution rate follows from what was spent; which of the others is lost is not known
        #expect(cells.filter { $0.doubt != nil }.map(\.column) == [11, 12, 13, 14, 15])
        #expect(
            cells.filter { $0.doubt != nil && $0.amount != nil }.allSatisfy {
                $0.status == .suspect
            })
    }

    @Test func theOverlapAtThePageBreak() throws {
        let paragraph = try #require(
            document.paragraphs.first { $0.text.hasPrefix("（三）推动建立统一的市级科技管理信息系统") })
        #expect(paragraph.text.contains("科技资源的政策措施建议，推动多元化"))
        #expect(paragraph.edits.map(\.rule) == ["page-break-overlap"])
    }

    @Test func signsOfTheConverter() {
        let text = document.paragraphs.map(\.text).joined(separator: "\n")
        #expect(text.contains("未完成年初目标≤20%") && !text.contains("\\leq"))
        #expect(text.contains("（2023.10-2024.3）") && !text.contains("2023. 10"))
        #expect(!text.contains("。。"))
        #expect(text.contains("执行率76.44%"))
    }

    @Test func aFigureThatIsMissing() {
        let missing = document.accounts.findings.filter { $0.code == .missingFigure }
        #expect(missing.map(\.row) == ["年初预算为"])
    }

    @Test func aSentenceThatContradictsItself() {
        // 8.00 planned, 0.00 spent: not 100%
        #expect(
            document.accounts.checks.contains {
                $0.relation == "text/completion" && $0.result == .warns
            })
    }

    @Test(arguments: [
        ("第二届关键金属高技术论文论坛", "第二届关键金属高层学术论坛"),
        ("中国宝武三门峡新材料研发中心专项经营", "中国宝武三门峡铝基新材料研发中心专项经费"),
        ("科学技术管理与服务", "科学技术管理与事务"),
        ("三门峡市创新型城市建设项目补助资金", "三门峡市创新型城市创建项目表彰资金"),
        ("科技交流合作与招商引资", "科技交流合作与招商引智"),
    ])
    func namesWrittenInTwoWays(printed: String, right: String) throws {
        let finding = try #require(document.accounts.findings.first { $0.printed == printed })
        #expect(finding.code == .name && finding.mend == right && !finding.isFailure)
        // they stay as they are, unless asked for
        #expect(try table("project-self-evaluation-summary").rows.contains { $0[4] == printed })
        var options = Digitizer.Options()
        options.repairsNames = true
        let repaired = try Digitizer.digitize(path: try #require(Seed.path), options: options)
        let summary = try #require(
            repaired.tables.first { $0.catalogue == "project-self-evaluation-summary" })
        #expect(summary.rows.contains { $0[4] == right })
        let cell = try #require(summary.cells.first { $0.text == right })
        #expect(cell.edits.last?.rule == "name-variant" && cell.edits.last?.before == printed)
    }

    @Test func proseIsWhole() {
        for paragraph in document.paragraphs where paragraph.text.count > 40 {
            #expect("。；：:）)".contains(paragraph.text.last ?? " "), "\(paragraph.text)")
        }
    }
}

private enum Seed {
    static var path: String? {
        let shared =
            ProcessInfo.processInfo.environment["SHARED"] ?? Repository.path(of: "../shared")
        let path = shared + "/corpus/seed/sanmenxia-kjj-2024.txt"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
