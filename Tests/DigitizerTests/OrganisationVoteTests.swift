import FinalAccounts
import Testing

@testable import Digitizer

@Suite("Whose report it is")
struct OrganisationVoteTests {
    private func winner(
        tables: [String] = [], cover: String? = nil, sentences: [String] = []
    ) -> String? {
        var vote = OrganisationVote()
        for name in tables { vote.add(name, in: .table) }
        if let cover { vote.add(cover, in: .cover) }
        for name in sentences { vote.add(name, in: .sentence) }
        return vote.winner
    }

    @Test("Many forms of units below do not outvote the cover")
    func forms() {
        let forms = [String](repeating: "东山区文化馆", count: 20)
        let tables = [String](repeating: "东山区文化局", count: 9)
        #expect(winner(tables: forms + tables, cover: "东山区文化局") == "东山区文化局")
    }

    @Test("A cover that was misread does not outvote tables and sentences")
    func cover() {
        let name = "东山区文化局"
        #expect(
            winner(tables: [name, name], cover: "二级预算单位", sentences: [name, name, name]) == name)
    }

    @Test("A name cut by its cell counts for the whole one, a head office is no cut name")
    func cut() {
        let cut = [String](repeating: "东山区人民政府万石街道办", count: 3)
        #expect(winner(tables: cut, cover: "东山区人民政府万石街道办事处") == "东山区人民政府万石街道办事处")
        let tables = [String](repeating: "东山区水利局", count: 3)
        #expect(
            winner(
                tables: tables, cover: "东山区水利局（本级）",
                sentences: [String](repeating: "东山区水利局", count: 5)) == "东山区水利局")
    }

    @Test("Brackets of both widths are one name; what is no name does not vote")
    func names() {
        #expect(winner(tables: ["东山区水利局(机关)"], cover: "东山区水利局（机关）") == "东山区水利局（机关）")
        #expect(winner(tables: ["股"]) == nil)
        #expect(winner(tables: ["元币种:人民币审计类型：未经审计"]) == nil)
        #expect(winner(sentences: ["东山区水利局"]) == nil)
    }

    @Test(
        "Covers",
        arguments: [
            (["2024年度", "东山区水利局部门决算", "二〇二五年十月"], "东山区水利局"),
            (["东山区水利局", "2024年度部门决算"], "东山区水利局"),
            (["东山区2025年区级部门预算", "预算主管部门：东山区水利局"], "东山区水利局"),
            (["东山区2025年区级部门预算"], nil),
            (["目录"], nil),
        ] as [([String], String?)])
    func covers(lines: [String], name: String?) {
        #expect(CoverText.name(lines) == name)
    }

    @Test(
        "The subject of a sentence",
        arguments: [
            ("东山区水利局2024年度收入总计1,000.00万元。", "东山区水利局"),
            ("公务接待费支出2024年为1.00万元。", nil),
            ("与上年相比增加2万元。", nil),
            ("2024年度收入总计1,000.00万元。", nil),
            ("本部门共有编制20名。", nil),
        ] as [(String, String?)])
    func subjects(sentence: String, name: String?) {
        #expect(SentenceSubject.beforeYear(sentence) == name)
    }

    @Test("A department with all its units, or one unit")
    func scope() {
        func scope(_ name: String?, _ cover: [String], _ prose: [String] = []) -> ReportScope? {
            ReportScope(organisation: name, cover: cover, prose: prose)
        }
        #expect(scope("东山区水利局", ["2024年度", "东山区水利局部门决算"]) == .department)
        #expect(scope("东山区水利局", ["东山区水利局2024年度单位预算"]) == .unit)
        #expect(scope("东山区水利局（本级）", ["2024年度部门决算"]) == .unit)
        #expect(scope("东山区水利局", ["部门决算", "单位决算"]) == nil)
        #expect(scope(nil, ["目录"]) == nil)
        let prose = [String](repeating: "部门预算收入", count: 5)
        #expect(scope(nil, ["目录"], prose + ["单位预算"]) == .department)
        #expect(scope(nil, ["目录"], prose + ["单位预算", "单位预算"]) == nil)
    }
}
