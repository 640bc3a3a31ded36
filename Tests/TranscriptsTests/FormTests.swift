import FinalAccounts
import Testing
import Transcripts

/// Self-evaluation forms whose spans came out as odd numbers of tabs.
@Suite struct FormTests {
    private func form(_ lines: String...) throws -> TranscriptTable {
        let text = (["项目自评表", ""] + lines).joined(separator: "\n")
        return try #require(TranscriptReader.transcript(text).tables.first)
    }

    private func row(_ table: TranscriptTable, _ label: String) throws -> [String] {
        try #require(table.rows.first { $0.contains(label) })
    }

    private func doubts(_ table: TranscriptTable, _ label: String) throws -> [Int] {
        let row = try #require(table.rows.firstIndex { $0.contains(label) })
        return table.cells.filter { $0.row == row && $0.doubt != nil }.map(\.column)
    }

    @Test func fieldsWhateverTheirTabs() throws {
        let table = try form(
            "项目名称\t\t科普活动\t\t\t", "主管部门\t某局\t\t\t实施单位\t\t某所",
            "项目资金(万元)\t年初预算数\t\t全年预算数\t全年执行数\t分值\t执行率%\t得分",
            "\t年度资金总额(万元)：\t16\t16\t4\t10\t25\t2.5")
        #expect(try row(table, "科普活动").prefix(4) == ["项目名称", "", "", "科普活动"])
        #expect(try row(table, "某所")[5...6] == ["实施单位", "某所"])
        #expect(try row(table, "年度资金总额(万元)：")[3...8] == ["16", "16", "4", "10", "25", "2.5"])
    }

    /// The heading lost 执行率, the row its score: what was spent tells the rate.
    @Test func figuresFollowFromTheRate() throws {
        let table = try form(
            "项目资金(万元)\t\t\t年初预算数\t全年预算数\t\t全年执行数\t分值\t得分",
            "\t年度资金总额(万元)：\t\t16\t16\t\t4\t10\t25", "\t政府性预算资金\t\t16\t16\t\t4\t-\t25")
        #expect(try row(table, "年度资金总额(万元)：")[3...8] == ["16", "16", "4", "10", "25", ""])
        #expect(try row(table, "政府性预算资金")[3...8] == ["16", "16", "4", "-", "25", ""])
        #expect(try doubts(table, "年度资金总额(万元)：") == [])
    }

    @Test func figuresThatFitSeveralPlacesAreInDoubt() throws {
        let table = try form(
            "项目资金(万元)\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率%\t得分", "\t单位资金\t0\t0\t0\t0")
        #expect(try doubts(table, "单位资金") == [6])
    }

    /// The first label stands in the heading's row, and each other one a row too high.
    @Test func labelsARowTooHigh() throws {
        let table = try form(
            "项目资金（万元）\t年度资金总额（万元）：\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率%\t得分",
            "\t政府性预算资金\t16\t16\t4\t10\t25\t2.5", "\t财政专户管理资金\t16\t16\t4\t-\t25\t-",
            "\t单位资金\t0\t0\t0\t-\t0\t-")
        #expect(try row(table, "年度资金总额（万元）：")[3...8] == ["16", "16", "4", "10", "25", "2.5"])
        #expect(try row(table, "财政专户管理资金")[3...5] == ["0", "0", "0"])
        #expect(try row(table, "单位资金")[3...5] == ["", "", ""])
    }

    @Test func indicatorsWhateverTheirTabs() throws {
        let table = try form(
            "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差度%\t偏差原因",
            "\t产出指标\t数量指标\t培训场次\t≥3次\t4次\t5\t5\t0.00%",
            "\t\t培训人数\t≥30人\t40人\t5\t4.5\t33.33%\t参加的人多于计划",
            "质量指标\t合格率\t100%\t100%\t10\t10\t0.00%", "\t\t\t促进\t100%\t10\t10\t0.00%",
            "\t满意度指标\t服务对象满意度指标\t满意度\t≥90%\t95%\t5\t5",
            "\t\t\t总分\t\t\t100\t99.5")
        #expect(
            try row(table, "培训人数") == [
                "", "", "", "培训人数", "≥30人", "40人", "5", "4.5", "33.33%", "参加的人多于计划",
            ])
        #expect(
            try row(table, "合格率")[2...8] == ["质量指标", "合格率", "100%", "100%", "10", "10", "0.00%"])
        #expect(try row(table, "满意度")[6...7] == ["5", "5"])
        // a name is lost: it is not known which of the two texts is what
        #expect(try doubts(table, "促进") == [4, 5])
        #expect(try row(table, "总分")[6...7] == ["100", "99.5"])
    }

    @Test func moreTextsThanTheFormHasPlacesFor() throws {
        let table = try form(
            "项目名称\t校舍维修\t主管部门\t某局\t实施单位\t一中",
            "项目资金(万元)\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率%\t得分",
            "\t年度资金总额\t16\t16\t4\t10\t25\t2.5\t77.77\t88.88",
            "\t总分\t100\t90\t66.66")
        let texts = Set(table.cells.map(\.text))
        for text in ["一中", "77.77", "88.88", "66.66"] { #expect(texts.contains(text)) }
        #expect(table.cells.first { $0.text == "66.66" }?.doubt != nil)
    }

    @Test func nothingIsDropped() throws {
        let lines = [
            "项目名称\t某项目", "奇怪的一行\t甲\t乙\t丙\t丁\t戊", "绩效指标\t一级指标\t年度指标值\t实际完成值\t分值\t得分",
            "\t甲一\t乙二\t丙三\t丁四\t戊五\t己六\t庚七",
        ]
        let table = try form(lines[0], lines[1], lines[2], lines[3])
        let texts = Set(table.rows.flatMap { $0 })
        for cell in lines.flatMap({ $0.split(separator: "\t") }) {
            #expect(texts.contains(String(cell)))
        }
    }
}
