import Dataset
import Digitizer
import JuesuanTestSupport
import Testing

@testable import juesuan

/// A worker that must not read another document says so, and ends.
@Suite struct WorkerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for number in 1...3 {
            try folder.write(FixturePDF.prose("Report \(number)."), to: "r\(number).pdf")
        }
    }

    private func replies(taintedBy last: Int) throws -> [(id: Int, reply: BatchReply)] {
        let output = try OutputFolder(path: folder.path + "/out")
        let job = DocumentJob(
            output: output, formats: [.json], style: CSVStyle(), reading: Digitizer.Options())
        var worker = PathsWorker(
            job: job, engine: nil, deadline: WorkerDeadline(seconds: 0), memory: 0)
        var asked = 0
        worker.isTainted = { asked == last }
        var replies: [(id: Int, reply: BatchReply)] = []
        worker.run(
            nextLine: {
                asked += 1
                guard asked <= 3 else { return nil }
                let request = BatchRequest(
                    id: asked, path: "\(folder.path)/r\(asked).pdf", folder: "r\(asked)")
                return String(decoding: request.bytes, as: UTF8.self)
            },
            answer: { line in
                if let read = BatchReply.read(String(decoding: line, as: UTF8.self)) {
                    replies.append(read)
                }
                return true
            })
        return replies
    }

    @Test func theDocumentUnderWayIsAnswered() throws {
        let replies = try replies(taintedBy: 2)
        #expect(replies.map(\.id) == [1, 2])
        #expect(replies.map(\.reply.isLast) == [false, true])
        #expect(replies.map(\.reply.status) == [.noTable, .noTable])
    }

    @Test func othersGoOn() throws {
        #expect(try replies(taintedBy: 0).map(\.id) == [1, 2, 3])
    }
}
