import PDFSource
import PageModel
import Testing

extension PDFSourceTests {
    /// The text is what the page shows, and where.
    @Suite struct TextTests {
        @Test func fontsThatAreNotEmbedded() throws {
            let page = try Fixture.page(1, of: "text")
            #expect(page.text == "Total1,358.64收入支出决算总表")
            #expect(page.textKind == .digital)
            let first = try #require(page.glyphs.first)
            #expect(abs(first.box.x0 - 30) < 0.5)
            // its baseline is at 30 from the top
            #expect(first.box.y0 < 25 && first.box.y1 >= 30)
            #expect(page.styles[first.style].font.contains("Helvetica"))
            #expect(abs(page.styles[first.style].size - 10) < 0.01)
        }

        @Test func boldByPrintingTwice() throws {
            let page = try Fixture.page(2, of: "text")
            #expect(page.text.sorted() == "合计88.00Stroked".sorted())
        }

        @Test func invisibleTextIsLeftOut() throws {
            #expect(try Fixture.page(3, of: "text").text == "Seen1.00")
            let nothing = try Fixture.page(7, of: "text")
            #expect(nothing.text == "")
            #expect(nothing.textKind == .blank)
        }

        @Test func textOutsideThePageIsLeftOut() throws {
            #expect(try Fixture.page(4, of: "text").text == "Inside1.00")
        }

        @Test func textCutOffByTheClipIsLeftOut() throws {
            #expect(try Fixture.page(5, of: "text").text == "Insideth")
        }

        @Test func outlinedTextIsSeenAndClippingTextIsNot() throws {
            let page = try Fixture.page(6, of: "text")
            #expect(page.text == "Outline")
            #expect(page.rulings.map(\.rounded) == [[200, 50, 250]])
        }

        /// Such fonts are in published reports; their points must not fall off the line.
        @Test func aFontWithoutHeightIsAsHighAsItsSize() throws {
            let page = try Fixture.page(1, of: "flat-font")
            let line = page.glyphs.filter { $0.scalar != "i" }
            #expect(String(String.UnicodeScalarView(line.map(\.scalar))) == "2995.39")
            #expect(Set(line.map { ($0.box.height * 100).rounded() }) == [1000])
            #expect(Set(line.map { ($0.box.midY * 100).rounded() }).count == 1)
        }

        /// Boxes of one line would overlap those of the next, and stand beside a plain font's.
        @Test func aFontThatIsTooHighIsAsHighAsItsSize() throws {
            let glyphs = try Fixture.page(1, of: "letters").glyphs
            let tall = glyphs.filter { $0.box.midX < 150 }
            #expect(tall.count == 21)
            #expect(Set(tall.map { ($0.box.height * 100).rounded() }) == [1000])
            for glyph in tall {
                let line = glyphs.filter {
                    $0.box.midX > 150 && abs($0.box.midY - glyph.box.midY) < 2
                }
                #expect(line.count == 7)
            }
        }

        /// Programs that write others' pages anew clip close to the ink.
        @Test func aPointWhoseInkIsWithinTheClipIsSeen() throws {
            #expect(try Fixture.page(3, of: "letters").text == "1.")
        }

        // MARK: Watermarks

        @Test func slantedTextIsAWatermark() throws {
            let page = try Fixture.page(1, of: "watermark")
            #expect(page.overlayText == "DRAFT88")
            #expect(page.glyphs.count == (0..<12).reduce(0) { $0 + "Row\($1)".count + 7 })
            #expect(page.text.contains("Row111011.00"))
        }

        @Test func paleLargeTextIsAWatermark() throws {
            let page = try Fixture.page(2, of: "watermark")
            #expect(page.overlayText == "DRAFT88")
            #expect(!page.text.contains("DRAFT"))
        }

        // MARK: Character maps

        @Test func rightCharacterMap() throws {
            let page = try Fixture.page(1, of: "map-right")
            #expect(page.text.hasPrefix("1,358.64"))
            #expect(page.textKind == .digital)
            #expect(page.remarks.isEmpty)
        }

        @Test func shiftedDigits() throws {
            let page = try Fixture.page(1, of: "map-shifted")
            #expect(page.text.hasPrefix("2,469.75"))
            #expect(page.textKind == .unreliable)
            #expect(page.remarks.map(\.code) == ["text-layer-lies"])
        }

        /// The same for characters of other languages.
        @Test(arguments: ["map-none", "map-foreign"])
        func charactersWithoutMeaning(map: String) throws {
            let page = try Fixture.page(1, of: map)
            #expect(page.textKind == .unreliable)
            #expect(page.remarks.map(\.code) == ["text-layer-nonsense"])
        }
    }
}
