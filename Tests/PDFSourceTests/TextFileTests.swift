import JuesuanTestSupport
import PDFSource
import Testing

extension PDFSourceTests {
    /// Plain text in the encodings that it comes in.
    @Suite struct TextFileTests {
        private func read(_ bytes: [UInt8]) throws -> TextFile {
            let folder = try TemporaryFolder()
            try folder.write(bytes, to: "text.txt")
            return try TextFile(path: folder.path + "/text.txt")
        }

        @Test(arguments: [
            Array("决算".utf8), [0xEF, 0xBB, 0xBF] + Array("决算".utf8), [0xBE, 0xF6, 0xCB, 0xE3],
            [0xFF, 0xFE, 0xB3, 0x51, 0x97, 0x7B], [0xFE, 0xFF, 0x51, 0xB3, 0x7B, 0x97],
        ])
        func encodings(bytes: [UInt8]) throws {
            let file = try read(bytes)
            #expect(file.text == "决算")
            #expect(file.byteCount == bytes.count)
            #expect(file.sha256.count == 64)
        }

        @Test func whatIsNoText() {
            #expect(throws: TextFileError.binary) { try read([0x41, 0x00, 0x42]) }
            #expect(throws: TextFileError.unknownEncoding) { try read([0xBE, 0xF6, 0xFF, 0xFF]) }
            #expect(throws: PDFError.empty) { try read([]) }
        }
    }
}
