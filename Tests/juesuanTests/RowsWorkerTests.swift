import Dataset
import Foundation
import JuesuanTestSupport
import Testing

@testable import juesuan

/// `juesuan worker --rows`: documents as bytes, rows as they are in the dataset.
@Suite struct RowsWorkerTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func frame(
        _ id: Int, _ content: some Sequence<UInt8>, name: String = "a.pdf", bytes: Int? = nil,
        password: String? = nil
    ) throws -> Data {
        let content = Data(content)
        var head: [String: Any] = ["id": id, "name": name, "bytes": bytes ?? content.count]
        head["password"] = password
        return try JSONSerialization.data(withJSONObject: head) + Data("\n".utf8) + content
    }

    private func replies(_ stdin: Data, _ arguments: String...) throws -> [[String: Any]] {
        let line = (["worker", "--rows", "--ocr", "off"] + arguments).joined(separator: " ")
        try folder.write(stdin, to: "stdin")
        let result = try Program.shell("juesuan \(line) < stdin", in: folder.path)
        return try result.stdout.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    private func codes(_ replies: [[String: Any]]) -> [String] {
        replies.map { $0["code"] as? String ?? $0["status"] as? String ?? "" }
    }

    // MARK: Rows

    /// What a batch and the dataset make of the samples comes out of the worker too.
    @Test func theRowsAreTheDatasets() throws {
        let samples = try FileManager.default.contentsOfDirectory(
            atPath: Repository.path(of: "samples")
        ).filter { $0.hasSuffix(".pdf") }.sorted()
        try #require(samples.count >= 3)
        var stdin = Data()
        for (number, name) in samples.enumerated() {
            let path = Repository.path(of: "samples/\(name)")
            stdin += try frame(
                number, Data(contentsOf: URL(fileURLWithPath: path)), name: "on/a/disk/\(name)")
        }
        let replies = try replies(stdin)
        #expect(replies.count == samples.count)
        _ = try Program.run(
            "extract", Repository.path(of: "samples"), "-o", "out", "-q", "--ocr", "off",
            in: folder.path)
        for (name, reply) in zip(samples, replies) {
            let place = String(name.dropLast(4))
            let bytes = try Array(folder.text("out/\(place)/document.json").utf8)
            let expected = try #require(DocumentRows(bytes, folder: place))
            #expect(reply["sha256"] as? String == expected.document)
            let rows = try #require(reply["rows"] as? [String: [[String: Any]]])
            #expect(Set(rows.keys) == Set(DatasetTables.all.map(\.name)))
            for table in DatasetTables.all {
                let found = try #require(rows[table.name]).map { values(of: $0, in: table) }
                #expect(found == expected.rows(of: table), "\(name): \(table.name)")
            }
        }
    }

    /// What is left out has no value.
    private func values(of row: [String: Any], in table: DatasetTable) -> [DatasetValue] {
        table.columns.map { column in
            guard let value = row[column.name] else { return .null }
            return switch column.kind {
            case .text, .decimal: (value as? String).map(DatasetValue.text) ?? .null
            case .integer: (value as? Int).map(DatasetValue.integer) ?? .null
            case .real: (value as? Double).map(DatasetValue.real) ?? .null
            case .flag: (value as? Bool).map(DatasetValue.flag) ?? .null
            }
        }
    }

    @Test func describesTheTables() throws {
        let result = try Program.run("worker", "--describe", in: folder.path)
        let json =
            try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any]
        let tables = try #require(json?["tables"] as? [[String: Any]])
        #expect(tables.compactMap { $0["name"] as? String } == DatasetTables.all.map(\.name))
        #expect((json?["extractor"] as? String)?.hasPrefix("juesuan ") == true)
        for (told, table) in zip(tables, DatasetTables.all) {
            let columns = try #require(told["columns"] as? [[String: Any]])
            #expect(columns.compactMap { $0["name"] as? String } == table.columns.map(\.name))
            #expect(
                columns.compactMap { $0["kind"] as? String } == table.columns.map(\.kind.rawValue))
            #expect(told["key"] as? [String] == table.key)
        }
        #expect(folder.entries.isEmpty)
    }

    // MARK: Frames

    @Test func nothingIsWritten() throws {
        let replies = try replies(frame(1, FixturePDF.prose()))
        #expect(codes(replies) == ["no-table"])
        #expect(folder.entries == ["stdin"])
    }

    /// Each document costs itself alone, and the stream stays in step.
    @Test func badDocumentsAmongGoodOnes() throws {
        let good = FixturePDF.prose()
        var stdin = try frame(1, good)
        stdin += try frame(2, [])
        stdin += try frame(3, "{\"id\": 9, \"name\": \"x.pdf\", \"bytes\": 0}\n".utf8)
        stdin += try frame(4, good.prefix(300))
        stdin += try frame(5, FixturePDF.encrypted)
        stdin += try frame(6, FixturePDF.encrypted, password: "wrong")
        stdin += try frame(7, good)
        let replies = try replies(stdin)
        #expect(replies.compactMap { $0["id"] as? Int } == Array(1...7))
        #expect(
            codes(replies) == [
                "no-table", "empty-file", "not-a-pdf", "damaged", "encrypted", "wrong-password",
                "no-table",
            ])
        #expect(replies[0]["sha256"] as? String == replies[6]["sha256"] as? String)
    }

    @Test func aLargeDocumentIsTakenInParts() throws {
        let large = FixturePDF.prose() + [UInt8](repeating: 0x0A, count: 3_000_000)
        let replies = try replies(frame(1, large) + frame(2, FixturePDF.prose()))
        #expect(codes(replies) == ["no-table", "no-table"])
        let rows = replies[0]["rows"] as? [String: [[String: Any]]]
        #expect(rows?["documents"]?.first?["bytes"] as? Int == large.count)
    }

    @Test func tooLargeADocumentIsPassedOver() throws {
        let large = FixturePDF.prose() + [UInt8](repeating: 0x0A, count: 1 << 20)
        let replies = try replies(
            frame(1, large) + frame(2, FixturePDF.prose()), "--size-limit", "1")
        #expect(codes(replies) == ["too-large", "no-table"])
    }

    @Test(arguments: [1000, 1 << 40, Int.max])
    func aDocumentThatIsCutOff(bytes: Int) throws {
        let replies = try replies(
            frame(1, FixturePDF.prose()) + frame(2, FixturePDF.prose().prefix(500), bytes: bytes))
        #expect(codes(replies) == ["no-table", "cut-off"])
    }

    /// After a request that cannot be read, bytes would be taken for requests.
    @Test(arguments: [
        #"{"id": 2, "name": "a.pdf", "bytes": -5}"#, #"{"id": 2, "name": "a.pdf", "bytes": "5"}"#,
        #"{"id": 2, "name": "a.pdf", "bytes": 99999999999999999999}"#,
        #"{"id": 2, "path": "a.pdf"}"#, "nonsense", "",
    ])
    func whatIsNoRequestEndsTheWorker(line: String) throws { try expectEnd(after: line) }

    @Test func aRequestWithoutEndEndsTheWorker() throws {
        try expectEnd(after: String(repeating: "x", count: 100_000))
    }

    private func expectEnd(after line: String) throws {
        let stdin = try frame(1, FixturePDF.prose()) + Data((line + "\n").utf8)
        let replies = try replies(stdin + frame(3, FixturePDF.prose()))
        #expect(codes(replies) == ["no-table", "bad-request"])
        #expect(replies[1]["id"] as? Int == -1)
    }

    @Test func namesAreNoPaths() throws {
        let names = [
            ("../../etc/a.pdf", "a.pdf", "a"), ("a\nb.pdf", "a\nb.pdf", "a b"),
            ("\"'$(x).pdf", "\"'$(x).pdf", "_'$(x)"), ("..", "..", "document"),
            ("", "", "document"),
        ]
        var stdin = Data()
        for (number, name) in names.enumerated() {
            stdin += try frame(number, FixturePDF.prose(), name: name.0)
        }
        for (name, reply) in zip(names, try replies(stdin)) {
            let rows = reply["rows"] as? [String: [[String: Any]]]
            #expect(rows?["documents"]?.first?["file"] as? String ?? "" == name.1)
            #expect(reply["folder"] as? String == name.2)
        }
        #expect(folder.entries == ["stdin"])
    }

    /// Whoever asked may be gone: the worker ends by itself.
    @Test func endsByItselfWhereADocumentTakesTooLong() throws {
        let stdin = try frame(1, FixturePDF.prose()) + frame(2, FixturePDF.endless)
        #expect(codes(try replies(stdin, "--timeout", "2")) == ["no-table"])
    }
}
