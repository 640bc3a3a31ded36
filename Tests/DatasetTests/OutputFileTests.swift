import FinalAccounts
import JuesuanTestSupport
import Testing

@testable import Dataset
@testable import TableRecognition

/// What a document's folder holds is made while it is written, and a cell takes little room.
@Suite struct OutputFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var large: OutputFile {
        OutputFile(path: "a") { json in
            json.object(.lines) { json in
                json.list("numbers", 0..<200_000) { number, json in json.value(number) }
            }
            json.end()
        }
    }

    @Test func inBlocksTheBytesAreTheSame() throws {
        #expect(large.bytes.count > 4 * BlockFile.blockSize)
        try large.write(to: folder.path + "/a")
        #expect(Disk.read(folder.path + "/a") == large.bytes)
    }

    @Test func noMoreThanABlockIsKept() throws {
        let file = try BlockFile(path: folder.path + "/a")
        var json = JSONWriter(into: file)
        var most = 0
        json.array(.lines) { json in
            for number in 0..<200_000 {
                json.value(number)
                most = max(most, json.bytes.count)
            }
        }
        json.end()
        try file.close()
        #expect(most < BlockFile.blockSize + 100)
        #expect(json.bytes.isEmpty)
    }

    @Test func aFullDiskIsSaidAtTheEnd() throws {
        let error = try #require(throws: OutputError.self) { try large.write(to: "/dev/full") }
        #expect(error == .diskFull(path: "/dev/full"))
    }

    /// Long reports have more than a million.
    @Test func cellsAreSmall() {
        #expect(MemoryLayout<CellRecord>.stride <= 128)
        #expect(MemoryLayout<TableCell>.stride <= 64)
        #expect(MemoryLayout<Grid.Cell>.stride <= 64)
        #expect(MemoryLayout<ReportTable.Cell>.stride <= 64)
    }

    /// What few cells have is there all the same.
    @Test func whatFewCellsHaveIsKept() {
        var cell = CellRecord(
            row: 1, column: 2, rowSpan: 1, columnSpan: 1, page: 3, box: nil, kind: .amount,
            raw: "1", text: "1")
        #expect(cell.doubt == nil && cell.certainty == nil)
        #expect(cell.edits.isEmpty && cell.readings.isEmpty)
        let plain = cell
        cell.doubt = "lost"
        cell.certainty = 0.5
        #expect(plain.doubt == nil)
        #expect(cell.doubt == "lost" && cell.certainty == 0.5)
        cell.doubt = nil
        #expect(cell.doubt == nil && cell.certainty == 0.5)
    }
}
