import Foundation
import JuesuanTestSupport
import Testing

/// What comes of a document depends on the document alone, whatever its process read before.
@Suite struct IndependenceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Samples, and small PDFs of which some are made to hurt.
    private static let documents: [String] = {
        let folders = ["samples", "Tests/PDFSourceTests/Fixtures"]
        return folders.flatMap { folder in
            let path = Repository.path(of: folder)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return names.filter { $0.hasSuffix(".pdf") }.map { path + "/" + $0 }
        }.sorted()
    }()

    /// Each folder's files; empty where there is none.
    private func files(_ output: String) throws -> [String: [String: String]] {
        var found: [String: [String: String]] = [:]
        for entry in folder.entries where entry.hasPrefix(output + "/") {
            let parts = entry.dropFirst(output.count + 1).split(separator: "/", maxSplits: 1)
            guard parts.count == 2 else { continue }
            found[String(parts[0]), default: [:]][String(parts[1])] = try folder.text(entry)
        }
        return found
    }

    @Test func aDocumentIsTheSameAloneAndAmongOthers() throws {
        #expect(IndependenceTests.documents.contains { $0.hasSuffix("hostile-glyph.pdf") })
        for path in IndependenceTests.documents {
            let result = try Program.run("extract", path, "-o", "alone", "-q", in: folder.path)
            #expect(!result.crashed && ![1, 4].contains(result.status), "\(path)")
        }
        let alone = try files("alone")
        #expect(alone.count > 20)
        for seed in 1...3 as ClosedRange<UInt64> {
            // one worker reads them all, in another order each time
            try IndependenceTests.documents.shuffled(seed: seed).joined(separator: "\n")
                .write(toFile: folder.path + "/list", atomically: true, encoding: .utf8)
            let result = try Program.shell(
                "mapfile -t files < list; juesuan extract \"${files[@]}\" -o batch\(seed) --jobs 1 -q",
                in: folder.path)
            #expect(result.status == 6, "some need a password: \(result.stderr)")
            let batch = try files("batch\(seed)")
            #expect(Set(batch.keys) == Set(alone.keys))
            for (name, files) in alone {
                #expect(batch[name] == files, "\(name), order \(seed)")
            }
        }
    }

    /// Rows go the same way, in one process too.
    @Test func rowsAreTheSameAloneAndAmongOthers() throws {
        func replies(_ paths: [String]) throws -> [String: Substring] {
            var input = Data()
            for (number, path) in paths.enumerated() {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
                let name = path.split(separator: "/").last ?? ""
                input += Data(
                    #"{"id": \#(number), "name": "\#(name)", "bytes": \#(bytes.count)}"#.utf8)
                input += Data("\n".utf8) + bytes
            }
            let result = try Program.run("worker", "--rows", in: folder.path, stdin: input)
            #expect(result.status == 0, "\(result.stderr)")
            let lines = result.stdout.split(separator: "\n")
            #expect(lines.count == paths.count)
            // without their numbers, which are those of the order
            return Dictionary(
                uniqueKeysWithValues: zip(paths, lines.map { $0.drop { $0 != "," } }))
        }
        let some = IndependenceTests.documents.filter { !$0.contains("/samples/") }
        var alone: [String: Substring] = [:]
        for path in some { try alone.merge(replies([path])) { $1 } }
        for seed in 1...2 as ClosedRange<UInt64> {
            let batch = try replies(some.shuffled(seed: seed))
            for (path, line) in alone { #expect(batch[path] == line, "\(path)") }
        }
    }
}

extension [String] {
    /// In an order that the seed decides.
    fileprivate func shuffled(seed: UInt64) -> [String] {
        var numbers = SeededNumbers(state: seed)
        return shuffled(using: &numbers)
    }
}

private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
