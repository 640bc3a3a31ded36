import JuesuanTestSupport
import PageModel
import Testing

@testable import PDFSource

extension PDFSourceTests {
    /// Names that the text does not give: bytes of Chinese, and pictures of words.
    @Suite struct NameTests {
        private let files = TemporaryFiles()
        private static let songti = "#CB#CE#CC#E5"

        private func page(_ content: String, fonts: [String] = ["Arial"]) throws -> Page {
            let bytes = SimpleFontPDF.page(content: content, fonts: fonts)
            return try PDFDocument(path: files.path(bytes)).page(1)
        }

        // MARK: Bytes of GBK

        @Test func bytesOfGBKAreTheChineseThatTheyAre() throws {
            let page = try page(
                SimpleFontPDF.line("C8ABCAC0BDE7D6A7B3F6BEF6CBE3B1ED", y: 350)
                    + SimpleFontPDF.line("32303233C4EAB6C8", y: 320), fonts: [Self.songti])
            #expect(page.text == "全世界支出决算表2023年度")
            #expect(page.textKind == .digital)
            #expect(page.remarks.map(\.code) == ["gbk-text"])
            let first = try #require(page.glyphs.first)
            #expect(abs(first.box.x0 - 30) < 0.1 && abs(first.box.x1 - 42) < 0.1)
            #expect(page.styles[first.style].font == "宋体")
        }

        /// A hyphen that is the byte AD, characters beyond GB2312, wide spacing, text set upwards.
        @Test func bytesInAllTheirForms() throws {
            let long = "B0ADB1ADB6ABD5FEB1D2B1E0CAD5C8EBD6A7B3F6D4A4CBE3E946"
            let page = try page(
                SimpleFontPDF.line(long, y: 350)
                    + SimpleFontPDF.line("BACFBCC6", y: 320, before: "6 Tc"),
                fonts: [Self.songti])
            #expect(page.text == "碍杯东政币编收入支出预算镕合计")
            let turned = try self.page(
                "q 0 1 -1 0 400 0 cm " + SimpleFontPDF.line(long, y: 350) + "Q",
                fonts: [Self.songti])
            #expect(turned.text == "碍杯东政币编收入支出预算镕")
        }

        /// A font that says nothing of itself is believed for more text, and for common characters.
        @Test func aFontWithoutAChineseNameNeedsMoreText() throws {
            let codes = "C8ABCAC0BDE7D6A7B3F6BEF6CBE3B1ED"
            #expect(try page(SimpleFontPDF.line(codes, y: 350)).text == "全世界支出决算表")
            let short = try page(
                SimpleFontPDF.line("BACFBCC6", y: 350)
                    + (1...15).map {
                        SimpleFontPDF.line(
                            "312C3233342E35362037382E3930", y: 350 - 15 * $0, font: "F2")
                    }.joined(), fonts: ["Arial", "Helvetica"])
            #expect(short.textKind == .unreliable)
            #expect(short.remarks.map(\.code) == ["text-layer-nonsense", "substituted-font"])
        }

        /// Müller Größe, café créée, ÄÖÜ, Russian and Korean bytes.
        @Test(arguments: [
            "4DFC6C6C6572204772F6DF65", "636166E9206372E9E965", "C4D6DC",
            "CCE8EDE8F1F2E5F0F1F2E2EE20F4E8EDE0EDF1EEE2CEF2F7B8F2",
            "C0E7C1A4B0E6C1A6BACEBCBCC0D4BCBCC3E2B0E1BBEA",
        ])
        func otherLanguagesAreNot(codes: String) throws {
            let page = try page(SimpleFontPDF.line(codes, y: 350))
            #expect(!page.glyphs.contains { $0.scalar.isCJK })
            #expect(!page.hasRemark(PageRemark.gbkText))
        }

        @Test func germanStaysUntouchedAndTrusted() throws {
            let english = [300, 280, 260].map {
                SimpleFontPDF.line("546865207061676520697320456E676C697368", y: $0)
            }.joined()
            let page = try page(SimpleFontPDF.line("4DFC6C6C6572204772F6DF65", y: 350) + english)
            #expect(page.text.hasPrefix("MüllerGröße"))
            #expect(page.remarks.isEmpty)
        }

        // MARK: Pictures of words

        private static let figures = (0..<5).map {
            SimpleFontPDF.line("312C3233342E35362037382E3930", x: 220, y: 350 - 20 * $0)
        }.joined()

        private func words(_ pictures: [(x: Int, y: Int, width: Int, height: Int)]) throws -> Page {
            try page(
                Self.figures
                    + pictures.map {
                        SimpleFontPDF.picture(x: $0.x, y: $0.y, width: $0.width, height: $0.height)
                    }.joined())
        }

        @Test func picturesOfWordsAreToldOf() throws {
            let whole = try words((0..<5).map { (40, 348 - 20 * $0, 60, 13) })
            #expect(whole.wordPictures.count == 5)
            #expect(whole.textKind == .digital)
            #expect(whole.remarks.map(\.code) == ["pictures-of-text"])
            let letters = try words(
                (0..<5).flatMap { row in (0..<3).map { (40 + 13 * $0, 348 - 20 * row, 12, 12) } })
            #expect(letters.wordPictures.count == 15)
            // words may stand on a ground of their own
            let ground = try words(
                [(0, 0, 200, 400)] + (0..<5).map { (40, 348 - 20 * $0, 60, 13) })
            #expect(ground.wordPictures.count == 5)
        }

        @Test func otherPicturesAreNot() throws {
            let icons = try words((0..<5).map { (200, 350 - 20 * $0, 9, 9) })
            #expect(icons.remarks.isEmpty)
            let logo = try words([(40, 380, 80, 14), (40, 348, 60, 13), (300, 20, 60, 20)])
            #expect(logo.remarks.isEmpty)
            // a picture cut into strips, and one behind the text
            let strips = try words((0..<8).map { (40, 360 - 13 * $0, 120, 13) })
            #expect(strips.remarks.isEmpty)
            let behind = try words((0..<5).map { (215, 346 - 20 * $0, 100, 16) })
            #expect(behind.remarks.isEmpty)
        }

        // MARK: Scans with a layer of text

        /// A scan of a small sheet covers less than half of the page; its hidden text is not believed.
        @Test func hiddenTextOverASmallPictureIsOfAScan() throws {
            let codes = String(repeating: "312E3233", count: 10)
            let scan = SimpleFontPDF.picture(x: 20, y: 200, width: 300, height: 180)
            let page = try page(scan + "3 Tr " + SimpleFontPDF.line(codes, y: 300))
            #expect(page.textKind == .scanned)
            #expect(page.glyphs.isEmpty)
            // hidden text alone is no scan
            let none = try self.page("3 Tr " + SimpleFontPDF.line(codes, y: 300))
            #expect(none.textKind == .blank)
        }
    }
}
