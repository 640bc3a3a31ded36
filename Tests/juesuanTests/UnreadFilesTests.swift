import JuesuanTestSupport
import Testing

@testable import juesuan

@Suite struct UnreadFilesTests {
    @Test func kindsAreCountedAndSaidWhatToDoWith() {
        var files = UnreadFiles()
        #expect(files.sentence == nil)
        for name in ["a.docx", "b.DOCX", "c.zip", "LICENSE", "决算.2024年度最终稿"] { files.add(name) }
        #expect(
            files.sentence == "2 .docx, 2 without an ending, 1 .zip not read: save documents of "
                + "Word, WPS or OFD as PDF; unpack archives")
    }

    @Test func aLongListIsCut() {
        var files = UnreadFiles()
        for letter in "abcdefghij" { files.add("x.\(letter)") }
        #expect(
            files.sentence
                == "1 .a, 1 .b, 1 .c, 1 .d, 1 .e, 1 .f, 1 .g, 1 .h, 2 of other kinds not read")
    }

    @Test func theProgramSaysItOnceAndNotOfWhatItWrote() throws {
        let folder = try TemporaryFolder()
        try folder.write(FixturePDF.prose(), to: "in/a.pdf")
        try folder.write("x", to: "in/below/b.docx")
        try folder.write("x", to: "in/c.png")
        let note =
            "in: note: [not-read] 1 .docx, 1 .png not read: save documents of Word, WPS or OFD as PDF; "
            + "put pictures of pages into a PDF, as with img2pdf\n"
        for _ in 1...2 {
            let result = try Program.run("extract", "in", "-o", "in/out", in: folder.path)
            #expect(result.stderr == note)
        }
        let quiet = try Program.run("extract", "in", "-o", "in/out", "-q", in: folder.path)
        #expect(quiet.stderr == "")
        let file = try Program.run("extract", "in/a.pdf", "-o", "in/out", in: folder.path)
        #expect(file.stderr == "")
    }
}
