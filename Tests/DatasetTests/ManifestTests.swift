import Foundation
import JuesuanTestSupport
import Testing

@testable import Dataset

@Suite struct ManifestTests {
    private let folder: TemporaryFolder
    private let manifest: Manifest

    init() throws {
        folder = try TemporaryFolder()
        manifest = Manifest(in: try OutputFolder(path: folder.path))
    }

    private func entry(_ input: String, options: String = "--format csv") -> ManifestEntry {
        ManifestEntry(
            input: input, status: .done, exitCode: 0, folder: "A",
            facts: ManifestEntry.Facts(SampleDocument.document), proved: 3, plausible: 4,
            options: options)
    }

    private var lines: [String] {
        get throws { try folder.text("manifest.jsonl").split(separator: "\n").map(String.init) }
    }

    @Test func linesOfDoneAndFailedDocuments() throws {
        try manifest.append(entry("in/报告.pdf"))
        try manifest.append(
            ManifestEntry(
                input: "bad.pdf", status: .failed, exitCode: 8,
                error: ("encrypted", "is encrypted")))
        #expect(
            try lines == [
                """
                {"input": "in/报告.pdf", "status": "done", "exit": 0, "folder": "A", \
                "sha256": "\(SampleDocument.digest)", "pages": 2, "tables": 1, "proved": 3, \
                "plausible": 4, "suspect": 1, \
                "warnings": 2, "error": null, "options": "--format csv", "extractor": "juesuan 0.1.0"}
                """,
                """
                {"input": "bad.pdf", "status": "failed", "exit": 8, "folder": null, \
                "sha256": null, "pages": null, "tables": null, "proved": null, \
                "plausible": null, "suspect": null, \
                "warnings": null, "error": {"code": "encrypted", "message": "is encrypted"}, \
                "options": "", "extractor": null}
                """,
            ])
    }

    @Test func aTornLastLineIsClosedAndThenDropped() throws {
        try folder.write("{\"input\": \"torn", to: "manifest.jsonl")
        try manifest.append(entry("a"))
        #expect(try lines.count == 2)
        try manifest.compact()
        #expect(try lines.count == 1)
        #expect(try lines[0].hasPrefix("{\"input\": \"a\""))
    }

    @Test func compactingKeepsTheLastLineOfEachInput() throws {
        for (input, options) in [
            ("a", "1"), ("b \" \\", "2"), ("a", "3"), ("b \" \\", "4"), ("c", "5"),
        ] {
            try manifest.append(entry(input, options: options))
        }
        try manifest.compact()
        #expect(manifest.read().entries.map(\.options).sorted() == ["3", "4", "5"])
        #expect(try lines.map { $0.contains("\"options\": \"3\"") } == [true, false, false])
    }

    /// The same whatever order the documents were done in; other runs' come first.
    @Test func compactingFollowsTheOrderOfTheInputs() throws {
        for input in ["报告/b.pdf", "old", "c \"", "a"] { try manifest.append(entry(input)) }
        try manifest.compact(order: ["a", "报告/b.pdf", "c \""])
        let inputs = try lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["input"] as? String
        }
        #expect(inputs == ["old", "a", "报告/b.pdf", "c \""])
    }

    @Test func digestOfAFolder() throws {
        try manifest.append(entry("a"))
        #expect(manifest.digest(ofDocumentIn: "A") == SampleDocument.digest)
        #expect(manifest.digest(ofDocumentIn: "B") == nil)
    }
}
