import Dataset
import Testing

@Suite struct DocumentFilesTests {
    private func paths(_ formats: Set<OutputFormat>) -> [String] {
        DocumentFiles.files(of: SampleDocument.document, formats: formats).map(\.path)
    }

    @Test func formatsChooseTheFiles() {
        let table = "tables/01-收入支出决算总表.csv"
        #expect(paths([.csv, .json]) == ["document.json", table, "paragraphs.txt"])
        #expect(paths([.csv]) == [table, "paragraphs.txt"])
        #expect(paths([.json]) == ["document.json", "paragraphs.txt"])
    }

    @Test(arguments: [
        (nil, 1, "tables/01-表.csv"), ("", 12, "tables/12-表.csv"),
        ("a/../b", 100, "tables/100-a_.._b.csv"),
    ])
    func tablePath(title: String?, number: Int, expected: String) {
        let table = SampleDocument.table(title: title, header: [], rows: [])
        #expect(DocumentFiles.tablePath(of: table, number: number) == expected)
    }

    @Test func paragraphsStandOnALineEach() throws {
        var document = SampleDocument.document
        document.paragraphs = [
            ParagraphRecord(page: 1, text: "第一\n段"), ParagraphRecord(page: 2, text: "第二段"),
        ]
        let files = DocumentFiles.files(of: document, formats: [.json])
        let file = try #require(files.first { $0.path == "paragraphs.txt" })
        #expect(String(decoding: file.bytes, as: UTF8.self) == "第一 段\n第二段\n")
    }

    @Test func byteOrderMarkIsForCSVOnly() {
        let files = DocumentFiles.files(
            of: SampleDocument.document, formats: [.csv, .json],
            style: CSVStyle(byteOrderMark: true))
        for file in files {
            let isMarked = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
            #expect(isMarked == file.path.hasSuffix(".csv"))
        }
    }
}
