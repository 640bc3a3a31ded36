import PageModel
import Testing

@testable import TableRecognition

/// The small pieces that recognition is made of.
@Suite struct RoomTests {
    @Test func shapesOfNumbers() {
        for text in ["1,358.64", "-1.23", "△13.00", "（13.00）", "12.5%", "１２．５", "0.00"] {
            #expect(NumberShape(text) == .amount, "\(text)")
        }
        #expect(NumberShape("2080505") == .integer(digits: 7))
        for text in ["", "-", "—", "2024年", "1.2.3", "一、", "2023.10-2024.3"] {
            #expect(NumberShape(text) == .words, "\(text)")
        }
    }

    @Test func captionParts() {
        #expect(CaptionPart.parse("公开 01 表") == .code("公开 01 表"))
        #expect(CaptionPart.parse("表3") == .code("表3"))
        #expect(CaptionPart.parse("金额单位： 万元") == .unit("万元"))
        #expect(CaptionPart.parse("单位:元") == .unit("元"))
        #expect(CaptionPart.parse("单位：某局") == .organisation("某局"))
        #expect(CaptionPart.parse("编制部门：某局（本级）") == .organisation("某局（本级）"))
        #expect(CaptionPart.parse("2024 年度") == .year(2024))
        #expect(CaptionPart.parse("二〇二四年度") == .year(2024))
        for text in ["收入决算表", "2024", "表", "其中：财政拨款", "单位"] {
            #expect(CaptionPart.parse(text) == nil, "\(text)")
        }
    }

    @Test func pageNumbers() {
        for text in ["12", "–12–", "—12—", "第12页", "第12页共30页", "12/30"] {
            #expect(PageFurniture.isPageNumber(text), "\(text)")
        }
        for text in ["第二部分", "12.5", "2024年", ""] {
            #expect(!PageFurniture.isPageNumber(text), "\(text)")
        }
    }

    @Test func piecesOfOneLineAreJoined() {
        let pieces = [
            Ruling(.horizontal, at: 100, from: 10, to: 50),
            Ruling(.horizontal, at: 100.4, from: 52, to: 90),
            Ruling(.horizontal, at: 101.2, from: 10, to: 90),
            Ruling(.horizontal, at: 300, from: 10, to: 12),
        ]
        let (horizontal, vertical) = RulingMerger.merge(pieces)
        #expect(horizontal.count == 1)
        #expect(horizontal.first.map { $0.start == 10 && $0.end == 90 } == true)
        #expect(vertical.isEmpty)
    }

    @Test func columnsThatContinue() {
        let table = [50.0, 110, 170, 300, 400]
        #expect(ColumnMatch.edges(of: [50, 110, 170, 300, 400], in: table) == [0, 1, 2, 3, 4])
        #expect(ColumnMatch.edges(of: [52, 113, 171, 303, 402], in: table) == [0, 1, 2, 3, 4])
        #expect(ColumnMatch.edges(of: [50, 300, 400], in: table) == [0, 3, 4])
        #expect(ColumnMatch.edges(of: [50, 230, 400], in: table) == nil)
        #expect(ColumnMatch.edges(of: [50, 80, 110, 170, 300, 400], in: table) == nil)
    }

    @Test func titlesAndHeadings() {
        #expect(TableCaption.endsAsTable("支出决算表"))
        #expect(TableCaption.endsAsTable("支出决算表（经济科目）"))
        #expect(!TableCaption.endsAsTable("支出决算情况"))
        for text in ["第二部分2024年度部门决算表", "一、收入决算情况", "（一）总体情况"] {
            #expect(TableCaption.isHeading(text), "\(text)")
        }
    }

    @Test(arguments: [
        ("续表", "", true), ("续表1", "", true), ("（续）", "", true), ("支出决算表（续）", "支出决算表", true),
        ("公开03表（续）", "公开03表", true), ("支出决算表", "支出决算表", false), ("后续", "后续", false),
        ("续", "", true),
    ])
    func marksOfContinuation(printed: String, bare: String, isMarked: Bool) {
        let (title, mark) = TableCaption.unmarked(printed)
        #expect(title == bare && mark == isMarked)
    }
}
