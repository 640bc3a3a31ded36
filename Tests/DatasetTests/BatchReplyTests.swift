import Testing

@testable import Dataset

/// What a worker says is not believed further than it goes: a document may have taken the worker over.
@Suite struct BatchReplyTests {
    private static let digest = String(repeating: "ab", count: 32)

    private func reply(_ members: String) -> (id: Int, reply: BatchReply)? {
        BatchReply.read(#"{"id": 1, "status": "done", "exit": 0, \#(members)}"#)
    }

    @Test(arguments: [
        #""folder": "../../X""#, #""folder": "..""#, #""folder": "a/b""#, #""folder": "/etc""#,
        #""folder": """#, #""folder": ".hidden""#, #""folder": "a\u0000b""#,
    ])
    func foldersThatLeadElsewhere(member: String) { #expect(reply(member) == nil) }

    @Test func onlyTheFolderThatWasAskedForIsAnAnswer() throws {
        let request = BatchRequest(id: 1, path: "a.pdf", folder: "A")
        func isAnswer(_ folder: String) throws -> Bool {
            let read = try #require(
                reply(#""folder": "\#(folder)", "sha256": "\#(Self.digest)""#))
            return request.isAnswered(by: read)
        }
        #expect(try isAnswer("A"))
        #expect(try isAnswer("A~abababab"))
        #expect(try !isAnswer("B"))
        #expect(try !isAnswer("A~00000000"))
    }

    @Test func requestsForFoldersElsewhereAreNone() {
        #expect(BatchRequest(line: #"{"id": 1, "path": "a.pdf", "folder": "../../X"}"#) == nil)
        #expect(BatchRequest(line: #"{"id": 1, "path": "../a.pdf", "folder": "X"}"#) != nil)
    }

    /// The sums of a batch hold whatever is said.
    @Test func numbersBeyondAllCounts() throws {
        #expect(
            BatchReply.read(#"{"id": 1, "status": "done", "exit": 9223372036854775807}"#) == nil)
        #expect(BatchReply.read(#"{"id": 1, "status": "done", "exit": -1}"#) == nil)
        let largest = "9223372036854775807"
        let read = try #require(
            reply(
                #""sha256": "\#(Self.digest)", "pages": \#(largest), "tables": -5, "proved": \#(largest)"#
            ))
        #expect(read.reply.facts?.pages == 0)
        #expect(read.reply.facts?.tables == 0)
        #expect(read.reply.proved == 0)
        let line =
            #"{"input": "a.pdf", "status": "done", "exit": 0, "sha256": "a", "pages": \#(largest)}"#
        #expect(ManifestEntry(line: Array(line.utf8)[...])?.facts?.pages == 0)
    }

    @Test func theLastReplyOfAWorkerSaysSo() throws {
        var reply = BatchReply(status: .noTable, exitCode: 5)
        reply.isLast = true
        let line = String(decoding: reply.bytes(id: 7), as: UTF8.self)
        #expect(line.hasPrefix(#"{"id": 7, "last": true, "status": "no-table""#))
        #expect(BatchReply.read(line)?.reply.isLast == true)
        #expect(self.reply(#""folder": "A""#)?.reply.isLast == false)
    }
}
