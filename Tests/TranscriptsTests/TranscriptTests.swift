import FinalAccounts
import TableRecognition
import Testing
import TextRepair
import Transcripts

/// Tables from plain text, as OCR services and converters give them.
@Suite struct TranscriptTests {
    private func table(_ lines: String...) throws -> TranscriptTable {
        try #require(TranscriptReader.transcript(lines.joined(separator: "\n")).tables.first)
    }

    @Test func captionHeaderRowsAndNote() throws {
        let table = try table(
            "支出决算表", "", "公开 03 表", "", "单位：万元", "", "部门：某某局", "", "2024 年度", "",
            "项目\t\t本年支出合计\t基本支出\t项目支出", "科目编码\t科目名称\t\t\t", "栏次\t\t1\t2\t3",
            "\t合计\t3.00\t2.00\t1.00", "", "206\t科学 技术支出\t3.00\t2.00\t1.00", "",
            "注：本表反映支出情况。", "说明：无。", "", "后面的正文。")
        #expect(table.title == "支出决算表")
        #expect(table.code == "公开 03 表")
        #expect(table.unit == "万元")
        #expect(table.organisation == "某某局")
        #expect(table.year == 2024)
        #expect(table.note == "注：本表反映支出情况。说明：无。")
        #expect(
            table.header == [
                ["项目", "项目", "本年支出合计", "基本支出", "项目支出"],
                ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
                ["栏次", "栏次", "1", "2", "3"],
            ])
        // a blank line is a page break: the table goes on
        #expect(
            table.rows == [
                ["", "合计", "3.00", "2.00", "1.00"], ["206", "科学技术支出", "3.00", "2.00", "1.00"],
            ])
        let first = try #require(table.cells.first)
        #expect(first.rowSpan == 1 && first.columnSpan == 2)
        #expect(table.cells.first { $0.text == "本年支出合计" }?.rowSpan == 2)
        #expect(table.remarks.isEmpty)
    }

    /// The words are all there, but 决算数 and 公务接待费 stand elsewhere.
    @Test func wordsOfAHeaderThatLostTheirPlaces() throws {
        let table = try table(
            "“三公”经费支出决算表", "",
            "预算数\t\t\t决算数\t\t\t\t\t\t公务接待费\t\t",
            "合计\t因公出国(境)费\t公务用车购置及运行维护费\t\t\t公务接待费\t合计\t因公出国(境)费\t公务用车购置及运行维护费\t\t\t",
            "\t\t小计\t公务用车购 置费\t公务用车运行维护费\t\t\t\t小计\t公务用车购置费\t公务用车运行维护费\t",
            "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12",
            "3.00\t0.00\t2.00\t0.00\t2.00\t1.00\t2.50\t0.00\t2.00\t0.00\t2.00\t0.50")
        #expect(
            table.header[0] == Array(repeating: "预算数", count: 6) + Array(repeating: "决算数", count: 6)
        )
        #expect(table.header[1][11] == "公务接待费")
        #expect(table.header[2][11] == "公务接待费")
        #expect(table.remarks.count == 1)
        // what the transcript had at a place stays beside what belongs there
        let moved = try #require(table.cells.first { $0.row == 1 && $0.column == 11 })
        #expect(moved.raw == "" && moved.text == "公务接待费")
    }

    @Test func aRowThatLostACellIsInDoubtWhereSeveralPlacesFit() throws {
        let rows = (1...6).map { "项目\($0)\t10\t5\t50%\t100%\t9\($0)%\t是" }
        let whole =
            ["项目单位自评汇总表", "", "项目名称\t全年预算数\t全年执行数\t预算执行率\t资金管理情况得分率\t产出指标得分率\t是否有偏差项目"] + rows
        // the execution rate is known by what was spent; one of the two others is lost
        let text = (whole + ["项目7\t20\t5\t25%\t88%\t否\t"]).joined(separator: "\n")
        let table = try #require(TranscriptReader.transcript(text).tables.first)
        let row = try #require(table.rows.last)
        #expect(row == ["项目7", "20", "5", "25%", "88%", "", "否"])
        let doubts = table.cells.filter { $0.doubt != nil }.map(\.column)
        #expect(doubts == [4, 5])
        #expect(table.remarks == ["row 7 had lost a cell"])
    }

    @Test func rowsThatAreShortOnPurposeStay() throws {
        let rows = (1...6).map { "项目\($0)\t10\t5\t50%\t是" }
        let text =
            (["项目单位自评汇总表", "", "项目名称\t全年预算数\t全年执行数\t预算执行率\t是否有偏差项目"] + rows
            + ["项目7\t20\t0\t0%\t"]).joined(separator: "\n")
        let table = try #require(TranscriptReader.transcript(text).tables.first)
        #expect(table.rows.last == ["项目7", "20", "0", "0%", ""])
        #expect(table.remarks.isEmpty)
    }

    @Test func proseBelowATableIsNoNote() {
        let transcript = TranscriptReader.transcript(
            "支出决算表\n\n科目编码\t科目名称\t合计\n206\t科学\t3.00\n\n注重绩效管理，严格执行预算。\n")
        #expect(transcript.tables.first?.note == nil)
        #expect(transcript.paragraphs.map(\.text) == ["注重绩效管理，严格执行预算。"])
    }

    @Test func textThatIsNoTable() {
        let transcript = TranscriptReader.transcript(
            "第一段话说到一半，\n\n接着说完了这段话的后一半。\n\n一、标题\n\n第二段话。\n")
        #expect(transcript.tables.isEmpty)
        #expect(
            transcript.paragraphs.map(\.text) == [
                "第一段话说到一半，接着说完了这段话的后一半。", "一、标题", "第二段话。",
            ])
    }

    @Test func linesOfWindows() throws {
        let table = try table("支出决算表\r", "\r", "科目编码\t科目名称\t合计\r", "206\t科学\t3.00\r")
        #expect(table.title == "支出决算表")
        #expect(table.rows == [["206", "科学", "3.00"]])
    }

    @Test func formFeedsArePages() {
        let transcript = TranscriptReader.transcript("第一页。\n\u{0C}第二页。\n")
        #expect(transcript.pages == 2)
        #expect(transcript.paragraphs.map(\.page) == [1, 2])
    }
}
