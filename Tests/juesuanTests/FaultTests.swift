import Foundation
import JuesuanTestSupport
import Testing

/// A fifth of a batch is damaged and workers are killed: the rest comes out as if nothing had been.
@Suite struct FaultTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// 240 good documents: two samples in variants of their own, and small ones.
    private func writeGood() throws {
        for name in ["ministry-2024", "shanghai-2024"] {
            let sample = try Data(
                contentsOf: URL(fileURLWithPath: Repository.path(of: "samples/\(name).pdf")))
            for number in 1...3 {
                try folder.write(
                    sample + Data("% \(number)\n".utf8), to: "in/\(name)-\(number).pdf")
            }
        }
        for number in 1...234 {
            try folder.write(FixturePDF.prose("Report \(number)."), to: "in/good\(number).pdf")
        }
    }

    private func writeDamaged() throws -> [String] {
        var names: [String] = []
        for kind in DamagedPDF.allCases {
            for variant in 0..<10 {
                let name = "in/\(kind.rawValue)\(variant).pdf"
                try folder.write(kind.bytes(variant: variant), to: name)
                names.append(name)
            }
        }
        return names
    }

    private func files(_ output: String) -> [String: Data] {
        Dictionary(
            uniqueKeysWithValues: folder.entries.filter {
                $0.hasPrefix(output + "/") && !$0.hasSuffix("manifest.jsonl")
            }.map {
                (
                    String($0.dropFirst(output.count)),
                    FileManager.default.contents(atPath: "\(folder.path)/\($0)") ?? Data()
                )
            })
    }

    @Test func damagedDocumentsAndKilledWorkersCostNothingElse() throws {
        try writeGood()
        let calm = try Program.run("extract", "in", "-o", "calm", "-q", in: folder.path)
        #expect(calm.status == 0)
        let damaged = try writeDamaged()
        let result = try Program.shell(
            """
            setsid '\(Program.path)' extract in -o out --timeout 3 --jobs 3 & run=$!
            for pause in 0.5 0.7 0.9 1.1 1.3; do
                sleep $pause
                kill -9 $(ps -o pid= --ppid $run | head -1) && echo killed
            done
            wait $run
            """, in: folder.path)
        #expect(result.status == 6)
        #expect(result.stdout.split(separator: "\n").count { $0 == "killed" } == 5)
        let manifest = try folder.text("out/manifest.jsonl").split(separator: "\n")
        #expect(manifest.count == 300)
        let failed = manifest.filter { $0.contains("\"status\": \"failed\"") }
        #expect(failed.count == 60)
        for name in damaged {
            let line = failed.first { $0.contains("\"input\": \"\(name)\"") }
            #expect(line?.contains("\"code\": \"") == true, "\(name)")
            #expect(result.stderr.contains("\(name): error: ["), "\(name)")
        }
        #expect(files("out") == files("calm"))
    }

    /// The whole group of processes is killed twenty times, and gone on with.
    @Test func aRunKilledTwentyTimesEndsTheSame() throws {
        try writeGood()
        _ = try Program.run("extract", "in", "-o", "calm", "-q", in: folder.path)
        var random = SystemRandomNumberGenerator()
        let pauses = (0..<20).map { _ in Double.random(in: 0.02...0.6, using: &random) }
        for pause in pauses {
            _ = try Program.shell(
                "setsid '\(Program.path)' extract in -o killed -q & sleep \(pause); "
                    + "kill -9 -- -$!; wait $! 2>/dev/null; true", in: folder.path)
        }
        let last = try Program.run("extract", "in", "-o", "killed", "-q", in: folder.path)
        #expect(last.status == 0)
        #expect(files("killed") == files("calm"), "after \(pauses)")
        #expect(try folder.text("killed/manifest.jsonl") == folder.text("calm/manifest.jsonl"))
    }
}
