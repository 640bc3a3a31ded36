import Foundation
import JuesuanTestSupport
import Testing

@testable import juesuan

/// A worker cannot do what no worker needs to do.
@Suite struct SandboxTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static var isWhole: Bool { Confinement.offer?.isWhole ?? false }

    private func harm(_ file: String, _ options: String = "") throws -> String {
        try Program.shell(
            "mkdir -p out; juesuan worker --ocr off --try-harm '\(folder.path)/\(file)' \(options)",
            in: folder.path
        ).stdout
    }

    @Test(.enabled(if: isWhole, "this kernel lacks Landlock or seccomp"))
    func noSocketNoFileNoProgram() throws {
        #expect(try harm("outside", "-o out") == "\n")
        #expect(try harm("outside", "-o out --format xlsx") == "\n")
        #expect(try harm("outside", "--rows") == "\n")
        #expect(try harm("out/inside", "-o out") == "file\n")
        #expect(try harm("out/inside", "--rows") == "\n")
        #expect(try harm("outside", "-o out --no-sandbox") == "socket file program process\n")
    }

    @Test func doctorSaysWhatThereIs() throws {
        let result = try Program.run("doctor", in: folder.path)
        if let offer = Confinement.offer {
            let word = offer.isWhole ? "in:" : "in by"
            #expect(result.stdout.contains("workers are locked \(word) \(offer.text)"))
        } else {
            #expect(result.stdout.contains("workers cannot be locked in"))
        }
    }

    /// Locked in or not, each format of each sample is the same.
    @Test func nothingComesOutOtherwise() throws {
        let samples = Repository.path(of: "samples")
        for (output, option) in [("in", ""), ("out", "--no-sandbox")] {
            let line =
                "juesuan extract '\(samples)' -q --format csv,json,xlsx -o \(output) \(option)"
            #expect(try Program.shell(line, in: folder.path).status == 0)
        }
        let same = try Program.shell("diff -r in out && ls -A in", in: folder.path)
        #expect(same.status == 0, "\(same.stdout)")
        #expect(!same.stdout.contains(".scratch"))
        #expect(folder.entries.contains { $0.hasSuffix("workbook.xlsx") })
    }

    /// The engine is started by a process that is not locked in, also again when it died.
    @Test func scansAreReadByAnEngineOutside() throws {
        try folder.write(
            """
            #!/bin/sh
            echo started >> '\(folder.path)/starts'
            echo '{"ready": "juesuan-ocr/1"}'
            while read -r line; do
                id=${line#*'"id": "'}; id=${id%%'"'*}
                file=${line#*'"image": "'}; file=${file%%'"'*}
                dirname "$file" >> '\(folder.path)/pictures'
                [ "$(grep -c . '\(folder.path)/pictures')" = 2 ] && exit 1
                echo '{"id": "'$id'", "rulings": [], "lines": [{"box": [10, 10, 90, 40], "characters": '\\
                    '[["A", 10, 90, 0.99]]}]}'
            done
            """, to: "engine.sh")
        for number in 1...3 {
            let scan = FixturePDF.scan + Array("% \(number)\n".utf8)
            try folder.write(scan, to: "scans/s\(number).pdf")
        }
        let result = try Program.run(
            "extract", "scans", "-o", "out", "--jobs", "1", "--ocr-engine",
            "/bin/sh \(folder.path)/engine.sh", in: folder.path)
        #expect(result.status == 0, "\(result.stderr)")
        for number in 1...3 {
            #expect(try folder.text("out/s\(number)/document.json").contains("recognised"))
        }
        // it died once between two pages, and was started again
        #expect(try folder.text("starts").split(separator: "\n").count == 2)
        let places = Set(try folder.text("pictures").split(separator: "\n").map(String.init))
        #expect(places.count == 1)
        for place in places { #expect(!FileManager.default.fileExists(atPath: place)) }
    }
}
